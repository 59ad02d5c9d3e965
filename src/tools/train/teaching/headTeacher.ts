import { join, JOINTS, POOLED, type NetWeights } from '../../../safeguarding/classifier/net';
import { Adam } from './adam';

/** Three in ten of what is pooled, and of the joints, are hidden at each step, so that nothing is learnt by heart. */
const HIDDEN = 0.3;

/** Hears what the cells held of one text, and works out by how much each of them was wrong. */
export class HeadTeacher {
  readonly scores: Float64Array;
  private readonly kept = new Float32Array(POOLED);
  private readonly loud = new Float32Array(POOLED);
  private readonly joined = new Float32Array(JOINTS);
  private readonly keptJoints = new Float32Array(JOINTS);
  private readonly wrongJoints = new Float32Array(JOINTS);
  private readonly teachers: Readonly<Record<Table, Adam>>;

  constructor(
    private readonly weights: NetWeights,
    private readonly next: () => number,
  ) {
    const heads = weights.outputBias.length;
    this.scores = new Float64Array(heads);
    this.teachers = {
      outputs: new Adam(weights.outputs, POOLED),
      outputBias: new Adam(weights.outputBias, heads),
      joints: new Adam(weights.joints, JOINTS),
      jointBias: new Adam(weights.jointBias, JOINTS),
      jointOutputs: new Adam(weights.jointOutputs, JOINTS),
    };
  }

  /** What every head makes of it, in `scores`. */
  hear(pooled: Float32Array): void {
    const { weights, loud, joined, scores } = this;
    this.hide(this.kept);
    for (let at = 0; at < POOLED; at += 1) loud[at] = (pooled[at] as number) * (this.kept[at] as number);
    join(weights, loud, joined);
    this.hide(this.keptJoints);
    for (let joint = 0; joint < JOINTS; joint += 1)
      joined[joint] = (joined[joint] as number) * (this.keptJoints[joint] as number);
    for (let head = 0; head < scores.length; head += 1) {
      let sum = weights.outputBias[head] as number;
      for (let at = 0; at < POOLED; at += 1)
        sum += (weights.outputs[head * POOLED + at] as number) * (loud[at] as number);
      for (let joint = 0; joint < JOINTS; joint += 1)
        sum += (weights.jointOutputs[head * JOINTS + joint] as number) * (joined[joint] as number);
      scores[head] = sum;
    }
  }

  /**
   * Takes down by how much the heads were wrong about what was heard last, and writes into `back` what that makes of
   * what was pooled.
   */
  learn(wrong: Float64Array, back: Float32Array): void {
    const { weights, loud, joined, wrongJoints, teachers } = this;
    back.fill(0);
    wrongJoints.fill(0);
    wrong.forEach((by, head) => {
      addAt(teachers.outputBias.wrong, head, by);
      addRow(teachers.outputs.wrong, head * POOLED, loud, by);
      addRow(teachers.jointOutputs.wrong, head * JOINTS, joined, by);
      for (let at = 0; at < POOLED; at += 1) addAt(back, at, by * (weights.outputs[head * POOLED + at] as number));
      for (let joint = 0; joint < JOINTS; joint += 1)
        addAt(wrongJoints, joint, by * (weights.jointOutputs[head * JOINTS + joint] as number));
    });
    for (let joint = 0; joint < JOINTS; joint += 1)
      wrongJoints[joint] =
        joined[joint] === 0 ? 0 : (wrongJoints[joint] as number) * (this.keptJoints[joint] as number);
    addRow(teachers.jointBias.wrong, 0, wrongJoints, 1);
    for (let at = 0; at < POOLED; at += 1) {
      const by = loud[at] as number;
      if (by === 0) continue;
      let sum = 0;
      for (let joint = 0; joint < JOINTS; joint += 1)
        sum += (wrongJoints[joint] as number) * (weights.joints[at * JOINTS + joint] as number);
      addAt(back, at, sum);
      addRow(teachers.joints.wrong, at * JOINTS, wrongJoints, by);
    }
    for (let at = 0; at < POOLED; at += 1) back[at] = (back[at] as number) * (this.kept[at] as number);
  }

  move(rate: number, step: number): void {
    Object.values(this.teachers).forEach((teacher) => teacher.move(rate, step));
  }

  private hide(kept: Float32Array): void {
    for (let at = 0; at < kept.length; at += 1) kept[at] = this.next() < HIDDEN ? 0 : 1 / (1 - HIDDEN);
  }
}

type Table = 'outputs' | 'outputBias' | 'joints' | 'jointBias' | 'jointOutputs';

function addAt(table: Float32Array, at: number, by: number): void {
  table[at] = (table[at] as number) + by;
}

function addRow(table: Float32Array, from: number, row: Float32Array, times: number): void {
  for (let at = 0; at < row.length; at += 1)
    table[from + at] = (table[from + at] as number) + times * (row[at] as number);
}
