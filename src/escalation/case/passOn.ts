import type { Case, Instant, PractitionerId, Staffing } from '../../vocabulary';
import type { Answer } from './answers';
import { draftOf, reopen, type Progress } from '../standing/progress';
import { settle } from '../due/runDue';
import type { Seat } from '../table/pathway';
import { capacityOf, seated } from '../standing/seats';
import { bringForward } from '../tell/bringForward';

/**
 * Somebody passed it on (reply code 2, call key 2): what they had taken on is nobody's again, they are not asked again
 * until everybody is, and whoever comes after them is asked at once.
 */
export function passOn(kase: Case, by: PractitionerId, staffing: Staffing, now: Instant): Answer {
  const draft = draftOf(kase, staffing, now);
  if (draft.closedAt !== null) return { ok: false, refused: 'already-closed' };
  if (draft.facts.excluded.includes(by)) return { ok: false, refused: 'left-out-of-it' };
  if (capacityOf(draft, by) === null) return { ok: false, refused: 'no-part-in-it' };
  const { progress } = draft;
  const seats = SEATS_ASKED.filter((seat) => seated(draft, seat).who?.practitioner.id === by);
  reopen(draft, 'taken-on', 'passed-on', by);
  delete progress.openBy[by];
  if (!progress.passedOn.includes(by)) progress.passedOn.push(by);
  for (const seat of seats) bringForward(draft, progress.run, seat);
  return { ok: true, outcome: settle(draft) };
}

const SEATS_ASKED: readonly Seat[] = ['practitioner', 'cover', 'lead', 'second', 'manager'];

/** Who has passed it on and has not been asked again since. */
export function passedOnBy(kase: Case): readonly PractitionerId[] {
  return (kase.progress as Progress).passedOn;
}
