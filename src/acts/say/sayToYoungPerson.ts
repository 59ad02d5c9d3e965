import type { Concern, Delivery, Line, PractitionerId, Say } from '../../vocabulary';
import type { ActContext } from '../context';
import type { Stores } from '../stores';

export interface Saying {
  readonly line: Line;
  readonly say: Say;
  readonly channel: Line['lastChannel'];
  readonly concern: Pick<Concern, 'id'> | null;
  /** They wrote a moment ago, or a human chose so: safe hours do not bind it. */
  readonly atAnyHour?: boolean;
  /** The practitioner who chose that it is said. */
  readonly chosenBy?: PractitionerId;
  /** When it may go; a safe hour, for what is unasked. Default: now. */
  readonly dueAt?: string;
}

/** Its place among the others of its line is the record's to give. */
export type Written = Omit<Delivery, 'order'>;

/** Writes one text to a young person as a row that will be sent, in the order of the line. Templates only. */
export async function sayToYoungPerson(ctx: ActContext, tx: Stores, saying: Saying): Promise<Written> {
  const { line, say } = saying;
  const now = ctx.clock.now();
  const delivery: Written = {
    id: ctx.ids.next(),
    to: { line: line.id },
    channel: saying.channel === 'voice' ? 'sms' : saying.channel,
    text: say.text,
    neutralText: say.neutralText,
    template: say.template,
    templateVersion: say.templateVersion,
    class: say.class,
    atAnyHour: saying.atAnyHour ?? false,
    state: 'waiting',
    attempts: 0,
    timesAbsent: 0,
    claimedUntil: null,
    sid: null,
    dueAt: saying.dueAt ?? now,
    createdAt: now,
    acceptedAt: null,
    notice: null,
    concern: saying.concern?.id ?? null,
    ...(saying.chosenBy === undefined ? {} : { chosenBy: saying.chosenBy }),
  };
  await tx.deliveries.add(delivery);
  await tx.events.append({
    line: line.id,
    name: 'said-to-young-person',
    at: now,
    data: { delivery: delivery.id, template: say.template, version: say.templateVersion, language: say.language },
  });
  if (say.fellBack) {
    await tx.events.append({
      line: line.id,
      name: 'welsh-fell-back-to-english',
      at: now,
      data: { template: say.template },
    });
  }
  return delivery;
}
