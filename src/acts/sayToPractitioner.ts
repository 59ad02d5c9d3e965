import { firstName, type PractitionerId } from '../vocabulary';
import type { ActContext } from './context';
import { practitionerOf } from './findStaff';
import type { Stores } from './stores';

/** Writes one text to a practitioner that is no notice: a confirmation, a digest, a note. Returns the delivery's id. */
export async function sayToPractitioner(
  ctx: ActContext,
  tx: Stores,
  practitioner: PractitionerId,
  template: string,
  values: Readonly<Record<string, string>>,
  by: 'sms' | 'email' | 'voice' = 'sms',
): Promise<string> {
  const now = ctx.clock.now();
  const roster = await tx.roster.snapshot();
  const person = practitionerOf(roster, practitioner);
  const said = ctx.wording.fillStaff(template, by, {
    org: roster.organisation.name,
    firstName: person ? firstName(person) : roster.organisation.name,
    ...values,
  });
  const id = ctx.ids.next();
  await tx.deliveries.add({
    id,
    to: { practitioner },
    channel: by,
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
  });
  return id;
}
