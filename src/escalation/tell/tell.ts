import { DateTime } from 'luxon';
import {
  type Capacity,
  type Instant,
  type LocalDate,
  type MissedReason,
  type NoticeChannel,
  type PractitionerId,
  type Staffed,
} from '../../vocabulary';
import type { Seat } from '../table/pathway';
import { bringForward } from './bringForward';
import { sendAll } from './notify';
import { noteMissed, type Draft, type PendingStep } from '../standing/progress';
import {
  actingLead,
  capacityOf,
  needsOutsideContact,
  ORDER_OF_CHANNELS,
  PRACTITIONER_SEATS,
  seated,
  staffedById,
  wakes,
} from '../standing/seats';

/** Does one step that is due: everybody it names is told, or the reason stored and the next seat brought forward. */
export function doStep(draft: Draft, step: PendingStep, skip: (seat: Seat) => boolean): void {
  if (step.person !== null) return tellPerson(draft, step, step.person);
  for (const seat of step.tell) {
    if (step.again && skip(seat)) continue;
    const own = step.again ? asTheirOwnSteps(draft, step, seat) : step;
    if (own?.by === 'digest') planDigest(draft, own, seat);
    else if (own) tellSeat(draft, own, seat, own.by);
  }
}

/**
 * In the round that asks everybody again, each is told by the channels of their own steps: nobody who has not opted in
 * is rung at night. Null when none of their steps applies to them now.
 */
function asTheirOwnSteps(draft: Draft, round: PendingStep, seat: Seat): PendingStep | null {
  const own = draft.progress.plan.steps.filter((one) => one.seat === seat && one.step.by !== 'digest');
  if (own.length === 0) return round;
  const { who } = seated(draft, seat);
  const steps = own
    .map((one) => one.step)
    .filter((step) => !step.forInformation && wakes(step.ifWakeFor, step.unlessWakeFor, who))
    .filter((step) => !step.ifOnRota || draft.staffing.coverByRota);
  const by = ORDER_OF_CHANNELS.filter((channel) => steps.some((step) => step.by.includes(channel)));
  const wording = PRACTITIONER_SEATS.includes(seat) ? steps[0]?.wording : round.wording;
  return by.length === 0 || wording === undefined ? null : { ...round, by, wording };
}

/**
 * One person, wherever they stand; whoever leads, when they stand nowhere any more: off the rota by now, or gone. To
 * somebody who has not heard of what nobody has touched yet, nothing is "more": they are told of it.
 */
function tellPerson(draft: Draft, step: PendingStep, practitioner: PractitionerId): void {
  if (step.by === 'digest' || draft.facts.excluded.includes(practitioner)) return;
  const as = draft.progress.places[practitioner] ?? capacityOf(draft, practitioner) ?? 'mentor';
  const who = staffedById(draft.staffing, practitioner);
  if (who) return void sendAll(draft, step, null, as, who, step.by);
  noteMissed(draft, step.run, { as, practitioner, reason: 'nobody-on-duty', step: step.step });
  const instead = actingLead(draft);
  if (instead?.missing !== null) return;
  const isNews = step.wording === 'more-has-come' && isUntouched(draft, instead.who);
  sendAll(draft, isNews ? { ...step, wording: 'needs-you-by' } : step, null, instead.as, instead.who, step.by);
}

/** Nobody has done anything about it yet, and they have not heard of it. */
function isUntouched({ progress }: Draft, { practitioner }: Staffed): boolean {
  return progress.acts.length === 0 && progress.places[practitioner.id] === undefined;
}

function tellSeat(draft: Draft, step: PendingStep, seat: Seat, by: readonly NoticeChannel[]): void {
  if (seat === 'outside' && !needsOutsideContact(draft)) return;
  if (seat === 'outside' && draft.staffing.outsideContact === null) return;
  if (seat === 'cover' && step.ifOnRota && !draft.staffing.coverByRota) return;
  const seatNow = step.again ? seatedAgain(draft, seat) : seated(draft, seat);
  if (!wakes(step.ifWakeFor, step.unlessWakeFor, seatNow.who)) return;
  if (isPutOff(draft, step, seat, seatNow.who) || hasReadIt(draft, step, seatNow.who)) return;
  if (seatNow.missing !== null) return nobodyThere(draft, step, seat, seatNow);
  const { as, who } = seatNow;
  if (!step.again && wasToldElsewhere(draft, step, seat, who)) {
    return missed(draft, step, seat, as, who, 'same-person-told');
  }
  const own = asFirstWord(draft, step, seat, who);
  if (own === null) return;
  draft.progress.toldAs[toldKey(step, who)] ??= seat;
  const reached = sendAll(draft, own, seat, as, who, own.by === 'digest' ? by : own.by);
  if (!reached) bringForward(draft, step.run, seat);
}

/**
 * Somebody who took this seat after its text went out (a shift began, the cover changed) gets text and call, and is not
 * rung about a text they never had. So does somebody who became the practitioner since, when on duty; off duty they get
 * the quiet text of that row, at night not before their morning. Null: nothing now.
 */
function asFirstWord(draft: Draft, step: PendingStep, seat: Seat, who: Staffed): PendingStep | null {
  const isCallOnly = step.by !== 'digest' && !step.by.includes('sms');
  const isKnown = draft.progress.places[who.practitioner.id] !== undefined;
  if (step.again || !isCallOnly || isKnown) return step;
  if (seat !== 'practitioner' || who.available) return { ...step, by: ['sms', 'voice'] };
  if (!draft.staffing.night) return { ...step, by: ['sms'], wording: 'quiet-for-your-information' };
  if (who.dayStartsAt === null) return step;
  const inTheMorning = { ...step, by: ['sms'], wording: 'told-in-the-morning', dueAt: who.dayStartsAt } as const;
  draft.progress.pending.push(inTheMorning);
  return null;
}

/** The morning text of somebody who is away today after all, since it was planned: it waits for their next day. */
function isPutOff({ progress, staffing, now }: Draft, step: PendingStep, seat: Seat, who: Staffed | null): boolean {
  const isMorning = step.wording === 'told-in-the-morning' && seat === 'practitioner';
  const today = dateIn(now, staffing.timeZone);
  const isAway = who?.practitioner.leave.some(({ from, to }) => from <= today && today <= to) ?? false;
  if (!isMorning || !isAway || who?.dayStartsAt == null || who.dayStartsAt <= now) return false;
  progress.pending.push({ ...step, dueAt: who.dayStartsAt });
  return true;
}

/** Whoever led in the night and opened the words then is not told in the morning that they came. */
function hasReadIt({ progress }: Draft, step: PendingStep, who: Staffed | null): boolean {
  const isMorning = step.wording === 'told-in-the-morning';
  return isMorning && progress.acts.some(({ act, by }) => act === 'seen' && by === who?.practitioner.id);
}

/** When everybody is asked again, those who passed it on are asked again too. */
function seatedAgain(draft: Draft, seat: Seat): ReturnType<typeof seated> {
  return seated({ ...draft, progress: { ...draft.progress, passedOn: [] } }, seat);
}

function nobodyThere(draft: Draft, step: PendingStep, seat: Seat, empty: ReturnType<typeof seated>): void {
  if (empty.missing === null) return;
  missed(draft, step, seat, empty.as, empty.who, empty.missing);
  if (seat !== 'lead' || step.again || step.by === 'digest') return;
  const acting = actingLead(draft);
  if (acting?.missing !== null) return;
  draft.progress.toldAs[toldKey(step, acting.who)] ??= seatOf(acting.as);
  sendAll(draft, step, seat, acting.as, acting.who, step.by);
}

function seatOf(as: Capacity): Seat {
  const seats: Partial<Record<Capacity, Seat>> = {
    'second-lead': 'second',
    manager: 'manager',
    coordinator: 'coordinator',
  };
  return seats[as] ?? 'outside';
}

function missed(
  draft: Draft,
  step: PendingStep,
  seat: Seat,
  as: Capacity,
  who: Staffed | null,
  reason: MissedReason,
): void {
  noteMissed(draft, step.run, { as, practitioner: who?.practitioner.id ?? null, reason, step: step.step });
  bringForward(draft, step.run, seat);
}

/** One person in two places is told once: in cover, second, manager or outside after any other seat of this run. */
function wasToldElsewhere(draft: Draft, step: PendingStep, seat: Seat, who: Staffed): boolean {
  const before = draft.progress.toldAs[toldKey(step, who)];
  return before !== undefined && before !== seat && seat !== 'practitioner' && seat !== 'lead';
}

function toldKey(step: PendingStep, who: Staffed): string {
  return `${step.run}/${who.practitioner.id}`;
}

/** A place in the morning list: the practitioner's, else whoever stands in. */
function planDigest(draft: Draft, step: PendingStep, seat: Seat): void {
  const order: readonly Seat[] = [seat, 'cover', 'coordinator'];
  for (const next of order) {
    const one = seated(draft, next);
    if (one.missing === null && one.who.nextDigestAt !== null) {
      const { id } = one.who.practitioner;
      draft.progress.places[id] ??= one.as;
      draft.happenings.push({ what: 'digest', practitioner: id, at: one.who.nextDigestAt });
      return;
    }
    const reason = one.missing ?? 'nobody-on-duty';
    noteMissed(draft, step.run, {
      as: one.as,
      practitioner: one.who?.practitioner.id ?? null,
      reason,
      step: step.step,
    });
  }
  const lead = actingLead(draft);
  if (lead?.missing === null) sendAll(draft, step, 'lead', lead.as, lead.who, ['email']);
}

function dateIn(instant: Instant, zone: string): LocalDate {
  return DateTime.fromISO(instant, { zone }).toFormat('yyyy-MM-dd');
}
