import type { Case, Instant, Outcome, Staffing } from '../../vocabulary';
import { settle } from '../due/runDue';
import { scheduleBeside } from '../due/schedule';
import { draftOf } from '../standing/progress';
import { matches } from '../table/choosePlan';
import type { Pathways } from '../table/pathway';

/**
 * Three worries of one kind have come: whoever the table's `repeated` rows name reads them together. Level, clocks,
 * holder and steps of the case stay as they are. Where no such row matches, as for what a lead holds already, nobody
 * is told anew.
 */
export function lookTogether(kase: Case, pathways: Pathways, staffing: Staffing, now: Instant): Outcome {
  const draft = draftOf(kase, staffing, now);
  const asked = { facts: draft.facts, natures: draft.progress.natures, staffing };
  const rows = pathways.rows.filter((row) => row.when.repeated && matches(row, asked));
  if (draft.closedAt === null) for (const row of rows) scheduleBeside(draft, row);
  return settle(draft);
}
