import { z } from 'zod';
import { KINDS, type AgeRules } from '../vocabulary';
import { deepFrozen } from './deepFrozen';
import { readYaml, type Fault } from './readYaml';

const words = z.string().min(1);
const said = { why: words, source: words };
const age = z.int().min(5).max(30);

const agesSchema = z.strictObject({
  title: words,
  why: words,
  /** `draft`: nobody has approved them yet. They hold all the same: each of them only adds care. */
  approvedBy: words,
  approvedOn: z.iso.date(),
  reviewBy: z.iso.date(),
  youngest: z.strictObject({ ...said, age }),
  under13: z.strictObject({ ...said, urgentKinds: z.array(z.enum(KINDS)).min(1) }),
  ending: z.strictObject({
    ...said,
    atAge: age,
    /** Days before that birthday on which the team hears of it. */
    teamToldDaysBefore: z.array(z.int().min(1).max(730)).min(1),
  }),
}) satisfies z.ZodType<AgeRules>;

/** What a young person's age changes, with who approved it and until when. */
export type WrittenAges = z.infer<typeof agesSchema>;

export type ReadAges =
  { readonly ok: true; readonly ages: WrittenAges } | { readonly ok: false; readonly faults: readonly Fault[] };

/** Reads `escalation-rules/ages.yaml`. */
export function readAges(file: string): ReadAges {
  const read = readYaml(file, agesSchema, 'escalation-rules/ages.yaml');
  return read.ok ? { ok: true, ages: deepFrozen(read.value) } : { ok: false, faults: read.faults };
}
