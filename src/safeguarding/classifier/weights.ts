import { z } from 'zod';
import { KINDS, type Kind } from '../../vocabulary/concerns';
import { GROUPS } from './featureBag';
import { JOINTS, POOLED, sizesOf, type NetWeights } from './net';
import { packBytes, packFloats, packSparse, unpackBytes, unpackFloats, PackedBytes } from './pack';
import { unpackTable, type HeadTable } from './table';

/** Levels the classifier can raise to. */
export const RAISED = ['worry', 'urgent', 'immediate'] as const;
export type Raised = (typeof RAISED)[number];

/** Who a message is about; like the levels asked by threshold, while the kinds are only compared with one another. */
export const ABOUTS = ['practitioner', 'other'] as const;
export type Abouts = (typeof ABOUTS)[number];

/** One question the classifier has learnt to answer. */
export const HEADS = [...RAISED, ...ABOUTS, ...KINDS] as const;
export type Head = (typeof HEADS)[number];

/** The heads for kinds and people see a table a sixteenth as wide: they choose among what the others have raised. */
const NARROWED_BY_BITS = 4;
const WIDE: ReadonlySet<Head> = new Set(RAISED);

/** By how many bits buckets are folded for this head. */
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

/** Where the rules heard nothing more is asked of a score than where they already heard a lesser risk. */
const LevelGates = z.strictObject({ unheard: Gate, heard: Gate });
export type Heard = keyof z.infer<typeof LevelGates>;

const Gates = z.strictObject({
  worry: LevelGates,
  urgent: LevelGates,
  immediate: LevelGates,
  practitioner: Gate,
  other: Gate,
});
export type Gates = z.infer<typeof Gates>;

const TrainedHead = z.strictObject({
  bias: Score,
  /** What one step of the bytes is worth. */
  step: z.number().positive(),
  /** One signed byte a bucket, as `packSparse` writes them. */
  bytes: z.string(),
});

const TrainedNet = z.strictObject({
  /** In the order of their numbers, parted by spaces; the first, which is empty, stands for every other word. */
  words: z.string(),
  concepts: z.string(),
  vectors: PackedBytes,
  conceptVectors: PackedBytes,
  filters: PackedBytes,
  bias: z.string(),
  outputs: z.string(),
  outputBias: z.string(),
  joints: PackedBytes,
  jointBias: z.string(),
  jointOutputs: z.string(),
});
export type TrainedNet = z.infer<typeof TrainedNet>;

/** `escalation-rules/classifier/weights.json`, as `npm run train` writes it. */
export const WeightsFile = z.strictObject({
  what: z.string(),
  /** Hash of everything below that decides a verdict. */
  version: z.string().regex(/^[0-9a-f]{16}$/),
  trainedOn: z.iso.date(),
  seed: z.int(),
  rulesVersion: z.string(),
  files: z.array(z.strictObject({ file: z.string(), sha256: z.string(), messages: z.int() })),
  /** The rules there were, by id, parted by spaces. */
  rules: z.string(),
  groupWeights: z.strictObject(Object.fromEntries(GROUPS.map((group) => [group, z.number().nonnegative()]))),
  gates: Gates,
  /** What was measured while an author, or a way of speaking, was left out: for people, not for the verdict. */
  leftOut: z.record(z.string(), z.record(z.string(), z.number().nullable())),
  net: TrainedNet,
  heads: z.strictObject(
    Object.fromEntries(HEADS.map((head) => [head, TrainedHead])) as Record<Head, typeof TrainedHead>,
  ),
});
export type WeightsFile = z.infer<typeof WeightsFile>;

/** What the classifier judges by: plain data, so that the build can keep it. */
export interface ClassifierWeights {
  readonly version: string;
  readonly rules: ReadonlySet<string>;
  readonly groupWeights: Float32Array;
  readonly gates: Gates;
  /** Every message asks these; */
  readonly levels: HeadTable<Raised>;
  /** and these only when it is raised: whom it is about, and what. */
  readonly abouts: HeadTable<Abouts | Kind>;
  readonly net: NetWeights;
}

/** @throws Error when a head has bytes its table has no room for. */
export function unpack(file: WeightsFile): ClassifierWeights {
  return {
    version: file.version,
    rules: new Set(file.rules.split(' ')),
    groupWeights: Float32Array.from(GROUPS, (group) => file.groupWeights[group] ?? 0),
    gates: file.gates,
    levels: unpackTable(RAISED, file.heads, narrowing('worry')),
    abouts: unpackTable([...ABOUTS, ...KINDS], file.heads, NARROWED_BY_BITS),
    net: unpackNet(file.net),
  };
}

/** Rounds a head to one byte a weight. What is scored, left out or shipped, is always what comes back from here. */
export function packHead(bias: number, weights: Float64Array): z.infer<typeof TrainedHead> {
  return { bias, ...packSparse(weights) };
}

/** @throws Error when a table is not as long as its words, concepts or filters ask for. */
export function unpackNet(packed: TrainedNet): NetWeights {
  const words = numbered(packed.words);
  const concepts = numbered(packed.concepts);
  const sizes = sizesOf(words.size, concepts.size, RAISED.length);
  return {
    words,
    concepts,
    vectors: unpackBytes(packed.vectors, sizes.vectors),
    conceptVectors: unpackBytes(packed.conceptVectors, sizes.conceptVectors),
    filters: unpackBytes(packed.filters, sizes.filters),
    bias: unpackFloats(packed.bias, sizes.bias),
    outputs: unpackFloats(packed.outputs, sizes.outputs),
    outputBias: unpackFloats(packed.outputBias, sizes.outputBias),
    joints: unpackBytes(packed.joints, sizes.joints),
    jointBias: unpackFloats(packed.jointBias, sizes.jointBias),
    jointOutputs: unpackFloats(packed.jointOutputs, sizes.jointOutputs),
  };
}

/**
 * Rounds the vectors, filters and joints to bytes, and keeps of the outputs only those for the levels: the other heads
 * only taught.
 */
export function packNet(net: NetWeights): TrainedNet {
  return {
    words: [...net.words.keys()].join(' '),
    concepts: [...net.concepts.keys()].join(' '),
    vectors: packBytes(net.vectors),
    conceptVectors: packBytes(net.conceptVectors),
    filters: packBytes(net.filters),
    bias: packFloats(net.bias),
    outputs: packFloats(net.outputs.slice(0, RAISED.length * POOLED)),
    outputBias: packFloats(net.outputBias.slice(0, RAISED.length)),
    joints: packBytes(net.joints),
    jointBias: packFloats(net.jointBias),
    jointOutputs: packFloats(net.jointOutputs.slice(0, RAISED.length * JOINTS)),
  };
}

function numbered(names: string): ReadonlyMap<string, number> {
  return new Map(names.split(' ').map((name, number) => [name, number]));
}
