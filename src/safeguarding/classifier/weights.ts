import { z } from 'zod';
import { KINDS } from '../../vocabulary/concerns';
import { BUCKETS, GROUPS } from './features';

/** Levels the classifier can raise to. */
export const RAISED = ['worry', 'urgent', 'immediate'] as const;
export type Raised = (typeof RAISED)[number];

/** One question the classifier has learnt to answer. */
export const HEADS = [...RAISED, 'practitioner', 'other', ...KINDS] as const;
export type Head = (typeof HEADS)[number];

/** Heads whose answer a threshold turns into a verdict; the kinds are only compared with one another. */
export const GATED = [...RAISED, 'practitioner', 'other'] as const;
export type Gated = (typeof GATED)[number];

/** The heads for kinds and people see a table an eighth as wide: they choose among what the others have raised. */
export const NARROWED_BY_BITS = 3;
const WIDE: ReadonlySet<Head> = new Set(RAISED);

export function narrowing(head: Head): number {
  return WIDE.has(head) ? 0 : NARROWED_BY_BITS;
}

const Score = z.number().finite();
const Share = z.number().min(0).max(1);

const Gate = z.strictObject({
  /** Null: never, because no score was good enough on authors left out. */
  threshold: Score.nullable(),
  /** On messages of authors it had not learnt from: the share of what it said that was right. */
  precision: Share.nullable(),
  recall: Share,
  /** Share of the hard harmless messages, and of real everyday ones, on which it spoke. */
  falseAlarms: Share,
  everydayFalseAlarms: Share,
});
export type Gate = z.infer<typeof Gate>;

const TrainedHead = z.strictObject({
  bias: Score,
  /** What one step of the bytes is worth. */
  step: z.number().positive(),
  /** One signed byte a bucket, base64. */
  bytes: z.base64(),
});

/** `escalation-rules/classifier/weights.json`, as `npm run train` writes it. */
export const WeightsFile = z.strictObject({
  what: z.string(),
  /** Hash of everything below that decides a verdict. */
  version: z.string().regex(/^[0-9a-f]{16}$/),
  trainedOn: z.iso.date(),
  seed: z.int(),
  rulesVersion: z.string(),
  files: z.array(z.strictObject({ file: z.string(), sha256: z.string(), messages: z.int() })),
  groupWeights: z.strictObject(Object.fromEntries(GROUPS.map((group) => [group, z.number().nonnegative()]))),
  gates: z.strictObject(Object.fromEntries(GATED.map((head) => [head, Gate])) as Record<Gated, typeof Gate>),
  /** What was measured while an author, or a way of speaking, was left out: for people, not for the verdict. */
  leftOut: z.record(z.string(), z.record(z.string(), z.number().nullable())),
  heads: z.strictObject(
    Object.fromEntries(HEADS.map((head) => [head, TrainedHead])) as Record<Head, typeof TrainedHead>,
  ),
});
export type WeightsFile = z.infer<typeof WeightsFile>;

/** A head as it is scored with: the score is bias + step × the sum of signed bytes, each times the share of its group. */
export interface HeadWeights {
  readonly bias: number;
  readonly step: number;
  readonly narrowing: number;
  readonly bytes: Int8Array;
}

export interface ClassifierWeights {
  readonly version: string;
  readonly groupWeights: Float32Array;
  readonly gates: Readonly<Record<Gated, Gate>>;
  readonly heads: Readonly<Record<Head, HeadWeights>>;
  /** The bytes of the three levels side by side: every message asks all three, and memory is slower than sums. */
  readonly levels: Int8Array;
}

/** Bytes a bucket has in `levels`: three heads, and one for an even step. */
export const LEVEL_STRIDE = 4;

/** @throws Error when a head's bytes are not as many as its table is wide. */
export function unpack(file: WeightsFile): ClassifierWeights {
  const heads = Object.fromEntries(
    HEADS.map((head) => [head, unpackHead(head, file.heads[head])]),
  ) as unknown as Record<Head, HeadWeights>;
  const groupWeights = Float32Array.from(GROUPS, (group) => file.groupWeights[group] ?? 0);
  return { version: file.version, groupWeights, gates: file.gates, heads, levels: sideBySide(heads) };
}

function sideBySide(heads: ClassifierWeights['heads']): Int8Array {
  const levels = new Int8Array(BUCKETS * LEVEL_STRIDE);
  RAISED.forEach((level, lane) =>
    heads[level].bytes.forEach((byte, bucket) => {
      levels[bucket * LEVEL_STRIDE + lane] = byte;
    }),
  );
  return levels;
}

export function unpackHead(head: Head, { bias, step, bytes }: z.infer<typeof TrainedHead>): HeadWeights {
  const signed = new Int8Array(Buffer.from(bytes, 'base64'));
  if (signed.length !== BUCKETS >> narrowing(head)) throw new Error(`the head ${head} has ${signed.length} weights`);
  return { bias, step, narrowing: narrowing(head), bytes: signed };
}

/** Rounds a head to one byte a weight. What is scored, left out or shipped, is always what comes back from here. */
export function packHead(bias: number, weights: Float64Array): z.infer<typeof TrainedHead> {
  const largest = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
  const step = largest === 0 ? 1 : largest / 127;
  const bytes = Buffer.from(Int8Array.from(weights, (weight) => Math.round(weight / step)).buffer).toString('base64');
  return { bias, step, bytes };
}
