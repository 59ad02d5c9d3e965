import { join, JOINTS, POOLED, type NetWeights } from '../../safeguarding/classifier/net';

const RATE = 0.04;
const SHRINK = 1e-5;
const START = 0.01;
/** Three joints in ten are hidden at each step, so that nothing is learnt by heart. */
const HIDDEN_JOINTS = 0.3;

/** Moves the joints of a net, one message at a time; each number moves less the more it has been moved (AdaGrad). */
export class JointTeacher {
  private readonly moved: Readonly<Record<'joints' | 'jointBias' | 'jointOutputs', Float32Array>>;
  private readonly joined = new Float32Array(JOINTS);
  private readonly kept = new Float32Array(JOINTS);
  private readonly back = new Float32Array(JOINTS);

  constructor(
    private readonly weights: NetWeights,
    private readonly next: () => number,
  ) {
    const like = (table: Float32Array): Float32Array => new Float32Array(table.length).fill(START);
    this.moved = {
      joints: like(weights.joints),
      jointBias: like(weights.jointBias),
      jointOutputs: like(weights.jointOutputs),
    };
  }

  /** Listens to what the filters heard. */
  hear(loud: Float32Array): void {
    const { joined, kept } = this;
    join(this.weights, loud, joined);
    for (let joint = 0; joint < JOINTS; joint += 1) {
      kept[joint] = this.next() < HIDDEN_JOINTS ? 0 : 1 / (1 - HIDDEN_JOINTS);
      joined[joint] = (joined[joint] as number) * (kept[joint] as number);
    }
    this.back.fill(0);
  }

  /** What the joints say to a head. */
  score(head: number): number {
    const { jointOutputs } = this.weights;
    let sum = 0;
    for (let joint = 0; joint < JOINTS; joint += 1)
      sum += (jointOutputs[head * JOINTS + joint] as number) * (this.joined[joint] as number);
    return sum;
  }

  /** Teaches what they say to a head that was `wrong` by so much. */
  teachHead(head: number, wrong: number): void {
    const { jointOutputs } = this.weights;
    for (let joint = 0; joint < JOINTS; joint += 1) {
      const loud = this.joined[joint] as number;
      if (loud === 0) continue;
      const weight = jointOutputs[head * JOINTS + joint] as number;
      this.back[joint] = (this.back[joint] as number) + wrong * weight;
      move(jointOutputs, this.moved.jointOutputs, head * JOINTS + joint, wrong * loud + SHRINK * weight);
    }
  }

  /** Teaches the joints what to listen to, and adds to `filters` by how much each filter was wrong through them. */
  teach(loud: Float32Array, filters: Float32Array): void {
    const { joints, jointBias } = this.weights;
    const { back } = this;
    for (let joint = 0; joint < JOINTS; joint += 1) {
      back[joint] = (back[joint] as number) * (this.kept[joint] as number);
      if (back[joint] !== 0) move(jointBias, this.moved.jointBias, joint, back[joint] as number);
    }
    for (let at = 0; at < POOLED; at += 1) {
      const by = loud[at] as number;
      if (by === 0) continue;
      let wrong = 0;
      for (let joint = 0; joint < JOINTS; joint += 1) {
        const pull = back[joint] as number;
        if (pull === 0) continue;
        const weight = joints[at * JOINTS + joint] as number;
        wrong += pull * weight;
        move(joints, this.moved.joints, at * JOINTS + joint, pull * by + SHRINK * weight);
      }
      filters[at] = (filters[at] as number) + wrong;
    }
  }
}

function move(numbers: Float32Array, moved: Float32Array, index: number, by: number): void {
  const sum = (moved[index] as number) + by * by;
  moved[index] = sum;
  numbers[index] = (numbers[index] as number) - (RATE * by) / Math.sqrt(sum);
}
