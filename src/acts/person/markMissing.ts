import { earliest, type Instant, type PractitionerId, type YoungPersonId } from '../../vocabulary';
import type { ActContext } from '../context';
import { sayToPractitioner } from '../say/sayToPractitioner';
import type { Stores } from '../stores';
import { isKeptFrom } from '../who/isKeptFrom';
import { leadsNow } from '../who/leadsNow';
import { staffingNow } from '../who/staffingNow';
import { openForPart, type NotOpened } from './openForPart';

export interface Missing {
  readonly youngPerson: YoungPersonId;
  readonly by: PractitionerId;
  /** Since when nobody knows where they are. */
  readonly since: Instant;
}

export type MarkedMissing =
  { readonly result: 'recorded' } | { readonly result: 'refused'; readonly why: NotOpened | 'missing-already' };

/**
 * A named human knows that they are missing: whatever they write from now on is the lead's within a minute, and no
 * check-in goes out. Anybody with a part in it marks it, also somebody the young person wants left out: it only adds
 * care, and the lead hears of it. The police are told by people; the service rings nobody.
 */
export async function markMissing(ctx: ActContext, { youngPerson, by, since }: Missing): Promise<MarkedMissing> {
  return ctx.record.transaction(async (tx) => {
    const opened = await openForPart(ctx, tx, { youngPerson, by });
    if (typeof opened === 'string') return { result: 'refused', why: opened };
    const { roster, person, line, now } = opened;
    if (person.missingSince !== null) return { result: 'refused', why: 'missing-already' };
    const missingSince = earliest(since, now) ?? now;
    await tx.roster.saveYoungPerson({ ...person, missingSince });
    const data = { practitioner: by, since: missingSince };
    await tx.events.append({ line: line.id, name: 'marked-missing', at: now, data });
    await tx.errands.cancel('return-talk', person.id, now);
    const { mentor, coordinator } = staffingNow(ctx, roster, person.id);
    const theirs = [mentor, coordinator].flatMap((one) => one?.practitioner.id ?? []);
    const leads = leadsNow(roster, now).map(({ id }) => id);
    const told = new Set([...leads, ...theirs].filter((one) => one !== by && !person.conflicts.includes(one)));
    for (const one of told) {
      if (!leads.includes(one) && (await isKeptFrom(tx, line, one))) continue;
      await sayThatTheyAreMissing(ctx, tx, one, leads.includes(one) ? 'sms' : 'email');
    }
    return { result: 'recorded' };
  });
}

async function sayThatTheyAreMissing(
  ctx: ActContext,
  tx: Stores,
  who: PractitionerId,
  by: 'sms' | 'email',
): Promise<void> {
  await sayToPractitioner(ctx, tx, who, 'marked-missing', { link: ctx.caseloadLink() }, by);
}
