import type { Said } from '../../../safeguarding/classifier/recurrentCells';
import { POOLED, type NetWeights } from '../../../safeguarding/classifier/net';
import { RAISED } from '../../../safeguarding/classifier/weights';
import { wrongBetween } from '../lessons/twins';
import { CellTeacher } from './cellTeacher';
import { HeadTeacher } from './headTeacher';
import { SayingsTeacher } from './sayingsTeacher';
import type { SensedText, SenseList } from './senseList';

/** One word in seven is hidden, so that nothing is learnt by heart. */
const HIDDEN_WORDS = 0.15;
/** Heads beside the levels teach with less weight. */
const BESIDE = 0.3;
/** Telling a message from its twin teaches twice as much as telling it from all others. */
const BESIDE_TWIN = 2;
const NOTHING = new Int32Array(0);

/** What is taught by one message: for each head, whether it is of it. */
export interface Lesson {
  readonly text: SensedText;
  readonly answers: Uint8Array;
}

/** A message and, where it has one, its twin. */
export interface Pair {
  readonly lesson: Lesson;
  readonly twin: Lesson | null;
}

/** Moves the weights of a net by one batch of messages at a time. */
export class NetTeacher {
  private readonly sayings: SayingsTeacher;
  private readonly cells = new CellTeacher();
  private readonly heads: HeadTeacher;
  private readonly back = new Float32Array(POOLED);
  private readonly wrong: Float64Array;
  private step = 0;

  constructor(
    weights: NetWeights,
    private readonly senses: SenseList,
    private readonly next: () => number,
  ) {
    this.sayings = new SayingsTeacher(weights, senses);
    this.heads = new HeadTeacher(weights, next);
    this.wrong = new Float64Array(weights.outputBias.length);
  }

  /** A message that has a twin is also told apart from it. */
  teach(batch: readonly Pair[], rate: number): void {
    const texts = [...batch.map(({ lesson }) => lesson), ...batch.map(({ twin }) => twin)];
    const said = this.sayings.say(texts.map((each) => this.hideWords(each?.text.senses ?? NOTHING)));
    batch.forEach(({ lesson, twin }, index) => {
      const twinScores = twin === null ? null : this.hear(twin, said[batch.length + index] as Said).slice();
      const own = said[index] as Said;
      this.hear(lesson, own);
      this.mark(lesson, twin, twinScores, batch.length);
      this.heads.learn(this.wrong, this.back);
      this.cells.learn(own, lesson.text.judgedFrom, this.back, this.sayings.wrong);
    });
    this.step += 1;
    this.heads.move(rate, this.step);
    this.sayings.teach(rate, this.step);
  }

  /** What every head makes of a message; good until the next. */
  private hear({ text }: Lesson, said: Said): Float64Array {
    this.cells.read(said, text.judgedFrom);
    this.heads.hear(this.cells.pooled);
    return this.heads.scores;
  }

  private hideWords(senses: Int32Array): Int32Array {
    return senses.map((sense) => (this.next() < HIDDEN_WORDS ? this.senses.hide(sense) : sense));
  }

  /** By how much each head is wrong about a message, one of so many. */
  private mark({ answers }: Lesson, twin: Lesson | null, twinScores: Float64Array | null, of: number): void {
    answers.forEach((answer, head) => {
      const score = this.heads.scores[head] as number;
      const alone = (1 / (1 + Math.exp(-score)) - answer) * (head < RAISED.length ? 1 : BESIDE);
      const differs = twin !== null && head < RAISED.length && twin.answers[head] !== answer;
      const twinScore = differs ? (twinScores?.[head] as number) : null;
      const beside = twinScore === null ? 0 : BESIDE_TWIN * wrongBeside(answer, score, twinScore);
      this.wrong[head] = (alone + beside) / of;
    });
  }
}

/** What is of a head should score higher than its twin, and what is not, lower. */
function wrongBeside(answer: number, score: number, twinScore: number): number {
  return answer === 1 ? -wrongBetween(score, twinScore) : wrongBetween(twinScore, score);
}
