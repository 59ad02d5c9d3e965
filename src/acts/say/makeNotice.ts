import { onDuty } from '../../rota';
import {
  firstName,
  type Concern,
  type Instant,
  type Notice,
  type NoticeToSend,
  type Practitioner,
  type PractitionerId,
  type Roster,
} from '../../vocabulary';
import { sayWhen, type StaffText } from '../../wording';
import type { ActContext } from '../context';
import type { Stores } from '../stores';
import { calledOnRoster, practitionerOf } from '../who/findStaff';
import { addStaffText } from './writeToPractitioner';

/**
 * Writes one notice and the delivery that carries it. Says nothing of the young person, the words or the level:
 * only that something needs this practitioner, by when, and under which code. Already made = nothing happens.
 */
export async function makeNotice(
  ctx: ActContext,
  tx: Stores,
  roster: Roster,
  concern: Concern,
  wanted: NoticeToSend,
): Promise<void> {
  const practitioner = practitionerOf(roster, wanted.practitioner);
  if (!practitioner) throw new Error('escalation named a practitioner who is not on the roster');
  const now = ctx.clock.now();
  const notice: Notice = {
    id: ctx.ids.next(),
    concern: concern.id,
    practitioner: wanted.practitioner,
    as: wanted.as,
    step: wanted.step,
    attempt: wanted.attempt,
    by: wanted.by,
    code: (await tx.notices.codeOf(wanted.practitioner, concern.id)) ?? ctx.ids.code(),
    madeAt: now,
    withdrawnAt: null,
  };
  if (!(await tx.notices.add(notice))) return;
  const said = fillNotice(ctx, roster, concern, wanted, notice, practitioner);
  const carries = { notice: notice.id, concern: concern.id };
  const delivery = await addStaffText(ctx, tx, practitioner.id, { ...said, channel: wanted.by }, carries);
  await tx.events.append({
    line: concern.line,
    name: 'notice-made',
    at: now,
    data: {
      notice: notice.id,
      delivery,
      concern: concern.id,
      practitioner: wanted.practitioner,
      as: wanted.as,
      by: wanted.by,
      step: wanted.step,
      attempt: wanted.attempt,
      level: concern.level,
    },
  });
}

function fillNotice(
  ctx: ActContext,
  roster: Roster,
  concern: Concern,
  wanted: NoticeToSend,
  notice: Notice,
  practitioner: Practitioner,
): StaffText {
  const { timeZone: zone } = roster.organisation;
  const reader = readBy(concern);
  const isUnread = wanted.wording === 'told-in-the-morning' && reader === null;
  const named = wanted.wording === 'told-in-the-morning' ? reader : leadNamed(roster, concern, ctx.clock.now());
  const values = {
    org: roster.organisation.name,
    code: notice.code,
    link: ctx.concernLink(concern.reference),
    time: wanted.needsBy ? sayWhen(wanted.needsBy, ctx.clock.now(), { zone, language: 'en' }) : '',
    lead: calledOnRoster(roster, named),
    firstName: firstName(practitioner),
  };
  const template = isUnread ? 'told-in-the-morning-unread' : wanted.wording;
  return ctx.wording.fillStaff(template, wanted.by, values, warningsOf(wanted));
}

/** Who opened the words last: in the morning nobody is told that they were read in a night in which nobody did. */
function readBy({ case: { acts }, hiddenFrom }: Concern): PractitionerId | null {
  const seen = acts.filter(({ act, by }) => act === 'seen' && !hiddenFrom.includes(by));
  return seen.at(-1)?.by ?? null;
}

/** What the notice adds, so that nobody rings a phone or a family they must not. */
function warningsOf(wanted: NoticeToSend): readonly string[] {
  return [...(wanted.doNotRing ? ['do-not-ring'] : []), ...(wanted.doNotTellFamily ? ['do-not-tell-family'] : [])];
}

/** Whom a notice names as the one to ring: whoever holds it, else the lead on duty; never somebody left out of it. */
function leadNamed(roster: Roster, concern: Concern, now: Instant): PractitionerId | null {
  const candidates = [concern.case.holder, onDuty(roster, 'lead', now), onDuty(roster, 'second', now)];
  return candidates.find((one) => one !== null && !concern.hiddenFrom.includes(one)) ?? null;
}
