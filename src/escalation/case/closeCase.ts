import type { Case, Instant, Staffing } from '../../vocabulary';
import { settle } from '../due/runDue';
import { draftOf, type Draft } from '../standing/progress';
import { capacityOf, isLeadsPlace } from '../standing/seats';
import type { Answer, Closing, Refusal } from './answers';
import { onlyLeadsDecide } from './recordAct';

/**
 * Closes a case. Only a named person closes, never one it is about; nothing closes without outcome, reason, and what
 * the young person was told; what a lead must decide is decided first and closed in a lead's place.
 */
export function closeCase(kase: Case, closing: Closing, staffing: Staffing, now: Instant): Answer {
  const draft = draftOf(kase, staffing, now);
  const refused = refusal(draft, closing);
  if (refused !== null) return { ok: false, refused };
  draft.closedAt = now;
  hearWhatWasHeld(draft);
  return { ok: true, outcome: settle(draft) };
}

function refusal(draft: Draft, closing: Closing): Refusal | null {
  if (draft.closedAt !== null) return 'already-closed';
  if (draft.facts.excluded.includes(closing.by)) return 'left-out-of-it';
  const as = closing.as ?? capacityOf(draft, closing.by);
  if (as === null) return 'no-part-in-it';
  const said = [closing.outcome, closing.reason, closing.toldYoungPerson];
  if (said.some((words) => words.trim() === '')) return 'says-too-little';
  if (!onlyLeadsDecide(draft)) return null;
  if (!isLeadsPlace(as)) return 'only-a-lead-decides';
  return draft.progress.acts.some((act) => act.act === 'decided') ? null : 'not-decided-yet';
}

/** A practitioner whose notice waited for their day still hears of it: in that morning's digest. */
function hearWhatWasHeld(draft: Draft): void {
  const mentor = draft.staffing.mentor?.practitioner.id;
  const held = draft.progress.pending.find((step) => step.tell[0] === 'practitioner' && step.stoppedBy === 'nothing');
  if (mentor !== undefined && held && !draft.facts.excluded.includes(mentor)) {
    draft.happenings.push({ what: 'digest', practitioner: mentor, at: held.dueAt });
  }
}
