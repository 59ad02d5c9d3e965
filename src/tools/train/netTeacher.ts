import { DIMENSIONS, FILTERS, POOLED, ROWS, type NetWeights } from '../../safeguarding/classifier/net';
import type { Senses } from '../../safeguarding/classifier/senses';
import { RAISED } from '../../safeguarding/classifier/weights';
import type { NetExample } from './fitNet';
import { JointTeacher } from './jointTeacher';
import { wrongBetween } from './twins';

const RATE = 0.04;
/** Vectors move slower than what listens to them. */
const VECTOR_RATE = 0.03;
const SHRINK = 1e-5;
/** Half of what the filters heard, and one word in ten, is hidden at each step, so that nothing is learnt by heart. */
const HIDDEN_FILTERS = 0.5;
const HIDDEN_WORDS = 0.1;
/** Heads beside the levels teach with less weight. */
const BESIDE = 0.3;
const START = 0.01;
const MOST_WORDS = 64;

/** What is taught by one message: for each head, whether it is of it. */
export interface Lesson {
  readonly example: NetExample;
  readonly answers: Uint8Array;
}

type Part = 'judged' | 'earlier';
const PARTS: readonly Part[] = ['judged', 'earlier'];

/** Moves the weights of a net by one message at a time; each number moves less the more it has been moved (AdaGrad). */
export class NetTeacher {
  private readonly moved: Readonly<Record<Table, Float32Array>>;
  private readonly words = PARTS.map(() => new Float32Array((MOST_WORDS + 1) * DIMENSIONS));
  /** What every word says to every row of the filters; after the last word stands nothing. */
  private readonly said = new Float32Array((MOST_WORDS + 1) * ROWS);
  private readonly pull = new Float32Array((MOST_WORDS + 1) * DIMENSIONS);
  private readonly seen = PARTS.map(() => new Uint8Array(MOST_WORDS));
  private readonly loud = new Float32Array(POOLED);
  private readonly at = new Int32Array(POOLED);
  private readonly kept = new Float32Array(POOLED);
  private readonly back = new Float32Array(POOLED);
  private readonly twinScores = new Float32Array(RAISED.length);
  private readonly joints: JointTeacher;

  constructor(
    private readonly weights: NetWeights,
    private readonly next: () => number,
  ) {
    const like = (table: Float32Array): Float32Array => new Float32Array(table.length).fill(START);
    this.joints = new JointTeacher(weights, next);
    this.moved = {
      vectors: like(weights.vectors),
      conceptVectors: like(weights.conceptVectors),
      filters: like(weights.filters),
      filterBias: like(weights.filterBias),
      outputs: like(weights.outputs),
      outputBias: like(weights.outputBias),
    };
  }

  /** A message that has a twin is also told apart from it. */
  teach({ example, answers }: Lesson, twin: Lesson | null): void {
    if (twin !== null) {
      this.hear(twin.example);
      RAISED.forEach((_, head) => (this.twinScores[head] = this.score(head)));
    }
    this.hear(example);
    this.back.fill(0);
    answers.forEach((answer, head) => {
      const differs = twin !== null && head < RAISED.length && twin.answers[head] !== answer;
      this.teachHead(head, answer, differs ? (this.twinScores[head] as number) : null);
    });
    this.joints.teach(this.loud, this.back);
    PARTS.forEach((part, index) => this.teachPart(example[part], index));
  }

  private hear(example: NetExample): void {
    PARTS.forEach((part, index) => {
      this.lookUp(example[part], index);
      this.listen(Math.min(example[part].words.length, MOST_WORDS), index);
    });
    for (let at = 0; at < POOLED; at += 1) {
      this.kept[at] = this.next() < HIDDEN_FILTERS ? 0 : 1 / (1 - HIDDEN_FILTERS);
      this.loud[at] = (this.loud[at] as number) * (this.kept[at] as number);
    }
    this.joints.hear(this.loud);
  }

  private score(head: number): number {
    const { outputs, outputBias } = this.weights;
    const from = head * POOLED;
    let score = (outputBias[head] as number) + this.joints.score(head);
    for (let at = 0; at < POOLED; at += 1) score += (outputs[from + at] as number) * (this.loud[at] as number);
    return score;
  }

  /** The sum of its own vector and those of its concepts, for every word of a part; some words are hidden. */
  private lookUp({ words, concepts }: Senses, part: number): void {
    const sums = this.words[part] as Float32Array;
    const seen = this.seen[part] as Uint8Array;
    const { vectors, conceptVectors } = this.weights;
    const length = Math.min(words.length, MOST_WORDS);
    sums.fill(0, 0, (length + 1) * DIMENSIONS);
    for (let at = 0; at < length; at += 1) {
      seen[at] = Number(this.next() >= HIDDEN_WORDS);
      if (seen[at] === 1) addRow(sums, at, vectors, words[at] as number);
      for (const concept of concepts[at] as readonly number[]) addRow(sums, at, conceptVectors, concept);
    }
  }

  /** Finds where each filter hears a part loudest. */
  private listen(length: number, part: number): void {
    for (let at = 0; at <= length; at += 1) this.multiply(this.words[part] as Float32Array, at);
    const { filterBias } = this.weights;
    const { said } = this;
    for (let filter = 0; filter < 2 * FILTERS; filter += 1) {
      const pairs = filter >= FILTERS;
      const last = pairs && length > 1 ? length - 1 : length;
      let loudest = 0;
      let place = -1;
      for (let at = 0; at < last; at += 1) {
        let sum = (filterBias[filter] as number) + (said[at * ROWS + filter] as number);
        if (pairs) sum += said[(at + 1) * ROWS + filter + FILTERS] as number;
        if (sum > loudest) {
          loudest = sum;
          place = at;
        }
      }
      this.loud[part * 2 * FILTERS + filter] = loudest;
      this.at[part * 2 * FILTERS + filter] = place;
    }
  }

  /** One word against all rows of the filters, four at a time: this is where training spends most of its time. */
  private multiply(sums: Float32Array, at: number): void {
    const { filters } = this.weights;
    const { said } = this;
    const from = at * DIMENSIONS;
    for (let row = 0; row < ROWS; row += 4) {
      const a = row * DIMENSIONS;
      const b = a + DIMENSIONS;
      const c = b + DIMENSIONS;
      const e = c + DIMENSIONS;
      let first = 0;
      let second = 0;
      let third = 0;
      let fourth = 0;
      for (let d = 0; d < DIMENSIONS; d += 1) {
        const here = sums[from + d] as number;
        first += here * (filters[a + d] as number);
        second += here * (filters[b + d] as number);
        third += here * (filters[c + d] as number);
        fourth += here * (filters[e + d] as number);
      }
      const to = at * ROWS + row;
      said[to] = first;
      said[to + 1] = second;
      said[to + 2] = third;
      said[to + 3] = fourth;
    }
  }

  private teachHead(head: number, answer: number, twinScore: number | null): void {
    const { outputs } = this.weights;
    const from = head * POOLED;
    const score = this.score(head);
    const alone = (1 / (1 + Math.exp(-score)) - answer) * (head < RAISED.length ? 1 : BESIDE);
    const wrong = twinScore === null ? alone : alone + wrongBeside(answer, score, twinScore);
    this.move('outputBias', head, wrong);
    this.joints.teachHead(head, wrong);
    for (let at = 0; at < POOLED; at += 1) {
      const loud = this.loud[at] as number;
      if (loud === 0) continue;
      const weight = outputs[from + at] as number;
      this.back[at] = (this.back[at] as number) + wrong * weight;
      this.move('outputs', from + at, wrong * loud + SHRINK * weight);
    }
  }

  /** Only the place a filter heard loudest is taught, and what stood there. */
  private teachPart({ words, concepts }: Senses, part: number): void {
    const length = Math.min(words.length, MOST_WORDS);
    this.pull.fill(0, 0, (length + 1) * DIMENSIONS);
    for (let filter = 0; filter < 2 * FILTERS; filter += 1) {
      const pooled = part * 2 * FILTERS + filter;
      const wrong = (this.back[pooled] as number) * (this.kept[pooled] as number);
      const place = this.at[pooled] as number;
      if (wrong === 0 || place < 0) continue;
      this.move('filterBias', filter, wrong);
      this.teachRow(filter, place, wrong, part);
      if (filter >= FILTERS && place + 1 < length) this.teachRow(filter + FILTERS, place + 1, wrong, part);
    }
    for (let at = 0; at < length; at += 1) {
      if ((this.seen[part] as Uint8Array)[at] === 1 && (words[at] as number) > 0)
        this.moveRow('vectors', words[at] as number, at);
      for (const concept of concepts[at] as readonly number[]) this.moveRow('conceptVectors', concept, at);
    }
  }

  private teachRow(row: number, place: number, wrong: number, part: number): void {
    const sums = this.words[part] as Float32Array;
    const { filters } = this.weights;
    const moved = this.moved.filters;
    const { pull } = this;
    for (let d = 0; d < DIMENSIONS; d += 1) {
      const at = row * DIMENSIONS + d;
      const here = place * DIMENSIONS + d;
      const weight = filters[at] as number;
      pull[here] = (pull[here] as number) + wrong * weight;
      const by = wrong * (sums[here] as number) + SHRINK * weight;
      const sum = (moved[at] as number) + by * by;
      moved[at] = sum;
      filters[at] = weight - (RATE * by) / Math.sqrt(sum);
    }
  }

  private moveRow(table: 'vectors' | 'conceptVectors', row: number, at: number): void {
    const numbers = this.weights[table];
    const moved = this.moved[table];
    const { pull } = this;
    for (let d = 0; d < DIMENSIONS; d += 1) {
      const by = pull[at * DIMENSIONS + d] as number;
      if (by === 0) continue;
      const index = row * DIMENSIONS + d;
      const sum = (moved[index] as number) + by * by;
      moved[index] = sum;
      numbers[index] = (numbers[index] as number) - (VECTOR_RATE * by) / Math.sqrt(sum);
    }
  }

  private move(table: 'outputs' | 'outputBias' | 'filterBias', index: number, by: number): void {
    const numbers = this.weights[table];
    const moved = this.moved[table];
    const sum = (moved[index] as number) + by * by;
    moved[index] = sum;
    numbers[index] = (numbers[index] as number) - (RATE * by) / Math.sqrt(sum);
  }
}

/** What is of a head should score higher than its twin, and what is not, lower. */
function wrongBeside(answer: number, score: number, twinScore: number): number {
  return answer === 1 ? -wrongBetween(score, twinScore) : wrongBetween(twinScore, score);
}

type Table = Exclude<keyof NetWeights, 'words' | 'concepts' | 'joints' | 'jointBias' | 'jointOutputs'>;

function addRow(sums: Float32Array, at: number, table: Float32Array, row: number): void {
  for (let d = 0; d < DIMENSIONS; d += 1)
    sums[at * DIMENSIONS + d] = (sums[at * DIMENSIONS + d] as number) + (table[row * DIMENSIONS + d] as number);
}
