import { z } from 'zod';
import { sayIssue } from '../../authored/sayIssue';

/** An ISO 8601 duration of hours, minutes, seconds and days ("PT30S", "PT1H30M", "P1D"), in milliseconds. */
const DURATION = /^P(?=[\dT])(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;
const duration = z
  .string()
  .regex(DURATION, 'Write a duration like PT30S, PT20M, PT6H or P1D')
  .transform((text) => {
    const [, days, hours, minutes, seconds] = DURATION.exec(text) ?? [];
    return (
      ((Number(days ?? 0) * 24 + Number(hours ?? 0)) * 60 + Number(minutes ?? 0)) * 60_000 + Number(seconds ?? 0) * 1000
    );
  });

const phone = z
  .string()
  .regex(/^\+[1-9]\d{7,14}$/, 'is written with its country and without spaces, like +447700900123');

/** Whatever a step is, `after` says how long since the previous one. */
const after = { after: duration.optional() };

const step = z.union([
  z.strictObject({ wait: duration }).transform(({ wait }) => ({ step: 'wait' as const, afterMs: wait })),
  z
    .strictObject({ says: z.string(), providerId: z.string().min(1).optional(), ...after })
    .transform(({ after: afterMs, ...rest }) => ({ step: 'says' as const, picture: false, ...rest, afterMs })),
  z
    .strictObject({
      picture: z.literal(true),
      says: z.string().default(''),
      providerId: z.string().min(1).optional(),
      ...after,
    })
    .transform(({ after: afterMs, ...rest }) => ({ step: 'says' as const, ...rest, afterMs })),
  z
    .strictObject({ practitioner: z.string().min(1), replies: z.string(), ...after })
    .transform(({ after: afterMs, ...rest }) => ({ step: 'replies' as const, ...rest, afterMs })),
  z
    .strictObject({
      practitioner: z.string().min(1),
      does: z.enum(['seen', 'takes-on', 'decides', 'contacted']),
      ...after,
    })
    .transform(({ after: afterMs, ...rest }) => ({ step: 'does' as const, ...rest, afterMs })),
  z
    .strictObject({ checkInDue: z.literal(true), ...after })
    .transform(({ after: afterMs }) => ({ step: 'check-in-due' as const, afterMs })),
]);

/** One rehearsal: who speaks, from when, by which channel, and what happens step by step. Its notes may stand beside. */
export const scriptSchema = z.object({
  id: z.string().min(1),
  at: z.iso
    .datetime({
      offset: true,
      error: 'is a moment with its offset, like 2026-03-09T11:00:00Z or 2026-07-06T12:00:00+01:00',
    })
    .transform((text) => new Date(text).toISOString()),
  channel: z.enum(['sms', 'web']),
  youngPerson: z.union([z.string().min(1), z.strictObject({ phone })]),
  steps: z.array(step).min(1),
});

export type Script = z.infer<typeof scriptSchema>;
export type Step = Script['steps'][number];

/** What is said of a part of a script, and where in it that stands. */
export interface ScriptFault {
  readonly path: readonly PropertyKey[];
  readonly says: string;
}

/** What stands in a script and is not read: names nobody knows, and an `after` on the first step. */
export function unread(given: unknown): readonly ScriptFault[] {
  const known = Object.keys(scriptSchema.shape);
  const strange = Object.keys(given ?? {}).filter((name) => !known.includes(name));
  return [
    ...strange.map((name) => ({ path: [name], says: `${name} is not read` })),
    ...(startsAfter.safeParse(given).success
      ? [
          {
            path: ['steps', 0, 'after'],
            says: 'steps.0.after is not read: the first step is at the time of the script',
          },
        ]
      : []),
  ];
}

const startsAfter = z.object({ steps: z.tuple([z.object({ after: z.string() })], z.unknown()) });

/** The moment a script names, even one that is otherwise wrong; null where it names none. */
export function momentOf(given: unknown): string | null {
  return z.object({ at: scriptSchema.shape.at }).safeParse(given).data?.at ?? null;
}

/** One fault for each thing that is wrong; of the steps there are, those of the one it comes nearest to. */
export function explainScript(error: z.ZodError): readonly ScriptFault[] {
  return error.issues.flatMap((issue) => explain(issue, []));
}

const STEPS =
  'write {says}, {picture: true}, {wait}, {practitioner, replies}, {practitioner, does} or {checkInDue: true}';

/** Something else is written than any step has, and what a step must have is not. */
function isNoStep(path: readonly PropertyKey[], nearest: readonly z.core.$ZodIssue[]): boolean {
  return path[0] === 'steps' && nearest.length > 1 && nearest.some((one) => one.code === 'unrecognized_keys');
}

function explain(issue: z.core.$ZodIssue, before: readonly PropertyKey[]): readonly ScriptFault[] {
  const path = [...before, ...issue.path];
  const [nearest] = issue.code === 'invalid_union' ? [...issue.errors].sort((a, b) => a.length - b.length) : [];
  if (nearest && isNoStep(path, nearest)) return [{ path, says: `${path.join('.')} is no step: ${STEPS}` }];
  if (nearest) return nearest.flatMap((inner) => explain(inner, path));
  return [{ path, says: `${path.join('.') || 'the script'} ${sayIssue(issue)}` }];
}
