import {
  atLeast,
  type Capacity,
  type Level,
  type MissedReason,
  type NoticeChannel,
  type PractitionerId,
  type Staffed,
  type Staffing,
} from '../../vocabulary';
import type { Seat } from '../table/pathway';
import type { Draft } from './progress';

/** The deciding side, in the order in which one stands in for the one before. */
export const DECIDING_SEATS: readonly Seat[] = ['lead', 'second', 'manager', 'outside'];
export const PRACTITIONER_SEATS: readonly Seat[] = ['practitioner', 'cover', 'coordinator'];

const LEADS_PLACES: readonly Capacity[] = ['duty-lead', 'second-lead', 'manager', 'outside-contact'];

/** Whether a capacity may decide what must happen tonight. */
export function isLeadsPlace(as: Capacity): boolean {
  return LEADS_PLACES.includes(as);
}

/** Somebody in a seat, or the reason why nobody can be told there. */
export type Seated =
  | { readonly as: Capacity; readonly who: Staffed; readonly missing: null }
  | { readonly as: Capacity; readonly who: Staffed | null; readonly missing: MissedReason };

/**
 * Who sits in a seat now. A cover who may not know of it (or holds the case's words already as the practitioner) gives
 * way to the coordinator. A person who passed it on is not asked again until everybody is.
 */
export function seated(draft: Draft, seat: Seat): Seated {
  const { staffing } = draft;
  switch (seat) {
    case 'practitioner':
      return judged(draft, 'mentor', staffing.mentor);
    case 'cover':
      return coverOf(draft);
    case 'coordinator':
      return judged(draft, 'coordinator', staffing.coordinator);
    case 'lead':
      return judged(draft, 'duty-lead', staffing.lead);
    case 'second':
      return judged(draft, 'second-lead', staffing.second);
    case 'manager':
      return judged(draft, 'manager', staffing.manager);
    case 'outside':
      return judged(draft, 'outside-contact', staffing.outsideContact);
  }
}

function coverOf(draft: Draft): Seated {
  const { cover, coordinator, coverByRota } = draft.staffing;
  const isCoordinator = !coverByRota && cover?.practitioner.id === coordinator?.practitioner.id;
  const first = judged(draft, isCoordinator ? 'coordinator' : 'cover', cover);
  if (first.missing === null) return first;
  const instead = judged(draft, 'coordinator', coordinator);
  return instead.missing === null ? instead : first;
}

function judged(draft: Draft, as: Capacity, who: Staffed | null): Seated {
  if (!who) return { as, who, missing: 'nobody-on-duty' };
  const { id } = who.practitioner;
  if (draft.facts.excluded.includes(id)) return { as, who, missing: 'excluded' };
  if (draft.progress.passedOn.includes(id)) return { as, who, missing: 'passed-on' };
  if (!ORDER_OF_CHANNELS.some((by) => isThere(draft, who, by))) {
    return { as, who, missing: channelOf(draft, who, 'sms') === 'opted-out' ? 'opted-out' : 'no-address' };
  }
  return { as, who, missing: null };
}

/** Where a channel fails, the next of these is tried at once. */
export const ORDER_OF_CHANNELS: readonly NoticeChannel[] = ['sms', 'voice', 'email'];

/** A channel of a practitioner as the rota and what carriers said of this case know it. */
export function channelOf(draft: Draft, who: Staffed, by: NoticeChannel): Staffed['channels'][NoticeChannel] {
  const optedOut = by === 'sms' && draft.progress.optedOut.includes(who.practitioner.id);
  return optedOut ? 'opted-out' : who.channels[by];
}

function isThere(draft: Draft, who: Staffed, by: NoticeChannel): boolean {
  const state = channelOf(draft, who, by);
  return state === 'usable' || state === 'unproven';
}

/**
 * Who stands in the lead's place now: lead, second, manager, the outside contact; where none of them is there or may
 * know, the coordinator, unless the case is about an adult of the service.
 */
export function actingLead(draft: Draft): Seated | null {
  const seats: Seat[] = [...DECIDING_SEATS];
  if (!draft.progress.natures.includes('allegation')) seats.push('coordinator');
  return seats.map((seat) => seated(draft, seat)).find((one) => one.missing === null) ?? null;
}

/** The outside contact is asked only when somebody of the deciding side is left out, or nobody of it is there. */
export function needsOutsideContact(draft: Draft): boolean {
  const inside = DECIDING_SEATS.slice(0, 3).map((seat) => seated(draft, seat));
  return inside.some((one) => one.missing === 'excluded') || inside.every((one) => one.missing !== null);
}

/** Everybody who stands somewhere now. */
function everybodyOf(staffing: Staffing): readonly Staffed[] {
  const { mentor, cover, coordinator, lead, second, manager, outsideContact } = staffing;
  return [lead, second, manager, outsideContact, mentor, cover, coordinator].filter((one) => one !== null);
}

/** Somebody as they stand somewhere now; null when they stand nowhere. */
export function staffedById(staffing: Staffing, id: PractitionerId): Staffed | null {
  return everybodyOf(staffing).find((one) => one.practitioner.id === id) ?? null;
}

/** In which capacity somebody acts: the lead's place they hold now or were told in, else what they were told as. */
export function capacityOf(draft: Draft, id: PractitionerId): Capacity | null {
  const { staffing, progress } = draft;
  const now: readonly (readonly [Capacity, Staffed | null])[] = [
    ['duty-lead', staffing.lead],
    ['second-lead', staffing.second],
    ['manager', staffing.manager],
    ['outside-contact', staffing.outsideContact],
    ['mentor', staffing.mentor],
    ['cover', staffing.cover],
    ['coordinator', staffing.coordinator],
  ];
  const held = now.find(([, one]) => one?.practitioner.id === id)?.[0] ?? null;
  const told = progress.places[id] ?? null;
  if (held !== null && isLeadsPlace(held)) return held;
  return told ?? held;
}

/** Whether a step that asks for (or spares those with) a written opt-in to be woken is for this person. */
export function wakes(
  ifWakeFor: Level | null | undefined,
  unlessWakeFor: Level | null | undefined,
  who: Staffed | null,
): boolean {
  const optedIn = (level: Level) =>
    who !== null && who.practitioner.wakeFor !== 'none' && atLeast(level, who.practitioner.wakeFor);
  if (ifWakeFor) return optedIn(ifWakeFor);
  return !unlessWakeFor || !optedIn(unlessWakeFor);
}
