import { later, MINUTE_MS } from '../../vocabulary';
import { holderOf } from '../standing/holder';
import type { Draft } from '../standing/progress';
import { PRACTITIONER_SEATS, seated } from '../standing/seats';
import { unopenedNoticeAt } from '../standing/unopened';
import type { Seat, Step } from '../table/pathway';

/**
 * Whether a step of the practitioner's side is done when a new disclosure joins an open case that others have in hand.
 * Every disclosure is the practitioner's from its first second and reaches them as their availability allows: by the
 * first thing their row tells them, and nothing after it. Whoever stands in hears of it when they know the case;
 * nobody new is drawn in. The holder hears as holder, and a notice not opened yet covers what came after it.
 */
export function hearsOfNew(draft: Draft, seat: Seat, step: Step): boolean {
  const { who, missing } = seated(draft, seat);
  if (!PRACTITIONER_SEATS.includes(seat) || missing !== null || !isFirst(step)) return false;
  const { id } = who.practitioner;
  if (id === holderOf(draft) || isCovered(draft, id)) return false;
  return seat === 'practitioner' || draft.progress.places[id] !== undefined;
}

/** At once, at the start of their day, or in the next list of their morning. */
function isFirst({ at }: Step): boolean {
  return (at.is === 'minutes' && at.minutes === 0) || at.is === 'start-of-their-day' || at.is === 'next-digest';
}

function isCovered(draft: Draft, person: string): boolean {
  const last = unopenedNoticeAt(draft, person);
  return last !== null && later(last, draft.progress.common.moreEveryMinutes * MINUTE_MS) > draft.now;
}
