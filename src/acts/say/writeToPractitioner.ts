import { firstName, type Delivery, type NoticeChannel, type Practitioner } from '../../vocabulary';
import type { ActContext } from '../context';
import type { Stores } from '../stores';

export interface Writing {
  readonly practitioner: Practitioner;
  readonly template: string;
  readonly values: Readonly<Record<string, string>>;
  readonly by: NoticeChannel;
}

/** Writes one text to a practitioner that is no notice, by the channel given. Returns the delivery's id. */
export async function writeToPractitioner(
  ctx: ActContext,
  tx: Stores,
  { practitioner, template, values, by }: Writing,
): Promise<string> {
  const { organisation } = await tx.roster.snapshot();
  const said = ctx.wording.fillStaff(template, by, {
    org: organisation.name,
    firstName: firstName(practitioner),
    ...values,
  });
  return addStaffText(ctx, tx, practitioner.id, { ...said, channel: by });
}

/** Adds the row that carries words to a practitioner; they go at any hour, in the order they were written. */
export async function addStaffText(
  ctx: ActContext,
  tx: Stores,
  practitioner: string,
  said: Pick<Delivery, 'text' | 'template' | 'templateVersion' | 'channel'>,
  carries: Pick<Delivery, 'notice' | 'concern'> = { notice: null, concern: null },
): Promise<string> {
  const now = ctx.clock.now();
  const id = ctx.ids.next();
  await tx.deliveries.add({
    id,
    to: { practitioner },
    channel: said.channel,
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
    ...carries,
  });
  return id;
}
