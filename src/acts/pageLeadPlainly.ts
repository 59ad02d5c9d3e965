import type { Delivery, Practitioner, Roster } from '../vocabulary';
import type { ActContext } from './context';
import type { Stores } from './stores';

/** A message the service could not deal with; words from a practitioner that press. */
type PlainPage = 'left-to-you' | 'colleague-wrote';

/**
 * The fixed fallback step, for when judging itself broke: it asks neither detection nor escalation, only the rota's
 * rows, and pages whoever is lead now, else every lead and manager there is.
 */
export async function pageLeadPlainly(ctx: ActContext, tx: Stores, template: PlainPage): Promise<void> {
  const now = ctx.clock.now();
  const roster = await tx.roster.snapshot();
  for (const lead of leadsNow(roster, now)) {
    if (!lead.phone) continue;
    await tx.deliveries.add(plainPage(ctx, roster, lead, template));
  }
}

/** Whoever holds the lead's duty now; when nobody does, every lead and manager. */
export function leadsNow(roster: Roster, now: string): readonly Practitioner[] {
  const onDuty = roster.shifts.filter((one) => one.duty === 'lead' && one.from <= now && now < one.to);
  const ids = new Set(onDuty.map((one) => one.practitioner));
  const held = roster.practitioners.filter((one) => ids.has(one.id));
  if (held.length > 0) return held;
  return roster.practitioners.filter((one) => one.roles.includes('duty-lead') || one.roles.includes('manager'));
}

function plainPage(ctx: ActContext, roster: Roster, lead: Practitioner, template: PlainPage): Omit<Delivery, 'order'> {
  const now = ctx.clock.now();
  const values = { org: roster.organisation.name, link: ctx.caseloadLink() };
  const said = ctx.wording.fillStaff(template, 'sms', values);
  return {
    id: ctx.ids.next(),
    to: { practitioner: lead.id },
    channel: 'sms',
    text: said.text,
    neutralText: null,
    template: said.template,
    templateVersion: said.templateVersion,
    class: 'staff',
    atAnyHour: true,
    state: 'waiting',
    attempts: 0,
    timesAbsent: 0,
    claimedUntil: null,
    sid: null,
    dueAt: now,
    createdAt: now,
    acceptedAt: null,
    notice: null,
    concern: null,
  };
}
