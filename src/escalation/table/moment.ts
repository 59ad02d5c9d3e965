import { z } from 'zod';

/** When something is due, as a row of the table writes it. Minutes count from the message. */
export type Moment =
  | { readonly is: 'minutes'; readonly minutes: number }
  /** Minutes; where they run out outside the young person's safe hours, as many from when those begin. */
  | { readonly is: 'minutes-in-safe-hours'; readonly minutes: number }
  /** The next time a wall clock shows it. */
  | { readonly is: 'local-time'; readonly time: string }
  /** The same; where it falls outside the young person's safe hours, so many minutes from when those begin. */
  | { readonly is: 'local-time-in-safe-hours'; readonly time: string; readonly minutes: number }
  /** The first 08:00 (weekend 09:00) of a day the person works. */
  | { readonly is: 'start-of-their-day' }
  /** The next 08:30 of a day the person works. */
  | { readonly is: 'next-digest' }
  | { readonly is: 'working-days'; readonly days: number }
  | { readonly is: 'working-hours'; readonly hours: number }
  | { readonly is: 'next-visit' };

const SHAPES: readonly (readonly [RegExp, (found: string, more: string) => Moment])[] = [
  [/^(\d+) minutes in safe hours$/, (found) => ({ is: 'minutes-in-safe-hours', minutes: Number(found) })],
  [/^(\d\d:\d\d)$/, (found) => ({ is: 'local-time', time: found })],
  [
    /^(\d\d:\d\d), else (\d+) minutes into safe hours$/,
    (found, more) => ({ is: 'local-time-in-safe-hours', time: found, minutes: Number(more) }),
  ],
  [/^(start of their day)$/, () => ({ is: 'start-of-their-day' })],
  [/^(next digest)$/, () => ({ is: 'next-digest' })],
  [/^(\d+) working days?$/, (found) => ({ is: 'working-days', days: Number(found) })],
  [/^(\d+) working hours?$/, (found) => ({ is: 'working-hours', hours: Number(found) })],
  [/^(next visit)$/, () => ({ is: 'next-visit' })],
];

/** Reads a moment as authors write it: 20, "09:00", "start of their day", "2 working days", "next visit"... */
export const momentSchema = z.union([z.number().int().min(0), z.string()]).transform((written, context): Moment => {
  if (typeof written === 'number') return { is: 'minutes', minutes: written };
  for (const [shape, read] of SHAPES) {
    const [, found, more = ''] = shape.exec(written) ?? [];
    if (found !== undefined) return read(found, more);
  }
  context.addIssue({
    code: 'custom',
    message:
      `"${written}" is no moment: write minutes (20), a time ("09:00"), "20 minutes in safe hours", ` +
      '"09:00, else 20 minutes into safe hours", "start of their day", "next digest", "2 working days", ' +
      '"4 working hours" or "next visit"',
  });
  return z.NEVER;
});
