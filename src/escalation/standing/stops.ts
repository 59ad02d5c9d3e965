import { atLeast, type PractitionerId } from '../../vocabulary';
import type { Draft, PendingStep, StandingAct } from './progress';
import { isLeadsPlace } from './seats';
import { isOnlyTheTalkOwed } from './talkWaits';

/** Whether this person's act may stop the deciding side, as the plan says. */
export function mayHold(draft: Draft, act: StandingAct): boolean {
  switch (draft.progress.plan.heldBy) {
    case 'a-lead':
      return !act.volunteer && isLeadsPlace(act.as);
    case 'not-a-volunteer':
      return !act.volunteer;
    case 'anyone':
      return true;
  }
}

/** Whether somebody who may hold it has taken it on (or decided, or is already speaking with the young person). */
export function isHeld(draft: Draft, afterSeq = 0): boolean {
  return draft.progress.acts.some((act) => act.seq > afterSeq && act.act !== 'seen' && mayHold(draft, act));
}

/** Whether somebody who may hold it has opened the words; deciding counts as having read them. */
export function isOpened(draft: Draft, afterSeq = 0): boolean {
  return draft.progress.acts.some(
    (act) => act.seq > afterSeq && (act.act === 'seen' || act.act === 'decided') && mayHold(draft, act),
  );
}

/** Whether a step still to come has nothing to do any more. It stays planned: a reopened act wakes it. */
export function isStopped(draft: Draft, step: PendingStep, holder: PractitionerId | null): boolean {
  const { acts, plan } = draft.progress;
  const since = acts.filter((act) => act.seq > step.afterSeq);
  if (step.ifUnseen && isOpened(draft, step.afterSeq)) return true;
  if (step.onlyTheTalkOwed !== undefined && step.onlyTheTalkOwed !== isOnlyTheTalkOwed(draft)) return true;
  switch (step.stoppedBy) {
    case 'nothing':
      return false;
    case 'taken-on-by-anyone':
      return since.some((act) => act.act !== 'seen');
    case 'held':
      return isHeld(draft, step.afterSeq) || (plan.stoppedBy === 'read' && isOpened(draft, step.afterSeq));
    case 'held-or-opened':
      return isHeld(draft, step.afterSeq) || isOpened(draft, step.afterSeq);
    case 'practitioner-not-silent':
      return acts.some((act) => act.act === 'contacted' || act.by === draft.staffing.mentor?.practitioner.id);
    case 'decided':
      return since.some((act) => act.act === 'decided' || (act.act === 'taken-on' && mayHold(draft, act)));
    case 'contacted':
      return since.some((act) => act.act === 'contacted' || (act.act === 'taken-on' && mayHold(draft, act)));
    case 'opened-by-holder':
      return since.some((act) => act.by === holder || act.by === step.person);
  }
}

/**
 * Who holds it: the last who took it on and may; else whoever stands in the lead's place for urgent and above, for an
 * allegation and wherever a lead is to read it; else the practitioner. The seat is answered by the caller.
 */
export function heldByAct(draft: Draft): PractitionerId | null {
  const taken = draft.progress.acts.filter((act) => act.act === 'taken-on' && mayHoldAtAll(draft, act));
  return taken.at(-1)?.by ?? null;
}

/** No volunteer ever is the holder of what is urgent; below that, whoever took it on is. */
function mayHoldAtAll(draft: Draft, act: StandingAct): boolean {
  return !act.volunteer || !atLeast(draft.facts.level, 'urgent');
}
