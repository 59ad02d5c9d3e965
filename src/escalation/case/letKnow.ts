import type { Case, Instant, PractitionerId, Staffing } from '../../vocabulary';
import { settle } from '../due/runDue';
import { scheduleForPerson } from '../due/schedule';
import { draftOf } from '../standing/progress';
import { capacityOf, isLeadsPlace } from '../standing/seats';
import type { Answer } from './answers';

/**
 * The lead records that somebody may know of an allegation; until then nobody of the practitioner's side hears of it.
 * They get one quiet text. Whoever is or could be meant is never let in this way.
 */
export function letKnow(
  kase: Case,
  asked: { readonly by: PractitionerId; readonly practitioner: PractitionerId },
  staffing: Staffing,
  now: Instant,
): Answer {
  const draft = draftOf(kase, staffing, now);
  const { excluded } = draft.facts;
  const as = capacityOf(draft, asked.by);
  if (draft.closedAt !== null) return { ok: false, refused: 'already-closed' };
  if (excluded.includes(asked.by) || excluded.includes(asked.practitioner))
    return { ok: false, refused: 'left-out-of-it' };
  if (as === null) return { ok: false, refused: 'no-part-in-it' };
  if (!isLeadsPlace(as)) return { ok: false, refused: 'only-a-lead-decides' };
  scheduleForPerson(draft, {
    step: 'may-know',
    by: ['sms'],
    wording: 'quiet-for-your-information',
    dueAt: now,
    stoppedBy: 'nothing',
    person: asked.practitioner,
  });
  return { ok: true, outcome: settle(draft) };
}
