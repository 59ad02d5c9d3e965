import { DAY_MS, later, type Instant } from '../../vocabulary';
import type { LoadRow } from '../../record/views/types';
import type { Eye } from '../need-to-know/eye';

/** The longest time any figure looks back over. */
export const QUARTER_DAYS = 91;

/**
 * The rows this reader may see, cut where their view ends: a figure that counted what is hidden would tell of it.
 */
export function seeLoad(eye: Eye, rows: readonly LoadRow[]): readonly LoadRow[] {
  return rows.flatMap((row) => {
    const access = eye.accessTo(row.concern);
    if (access.may === 'nothing') return [];
    if (access.may === 'open') return [row];
    const isBefore = ({ at }: { readonly at: Instant }): boolean => at < access.end.at;
    const [seen] = eye.see([row.concern]);
    return seen === undefined
      ? []
      : [
          {
            ...row,
            concern: seen.concern,
            notices: row.notices.filter(isBefore),
            digests: row.digests.filter(isBefore),
            verdicts: [],
          },
        ];
  });
}

/** Those of a kind of thing that happened in the last so many days. */
export function inLastDays<Thing extends { readonly at: Instant }>(
  things: readonly Thing[],
  days: number,
  now: Instant,
): readonly Thing[] {
  const since = later(now, -days * DAY_MS);
  return things.filter(({ at }) => at >= since);
}
