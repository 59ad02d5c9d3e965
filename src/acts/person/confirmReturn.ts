import {
  firstName,
  later,
  HOUR_MS,
  type Instant,
  type Line,
  type Practitioner,
  type PractitionerId,
  type Roster,
  type YoungPerson,
  type YoungPersonId,
} from '../../vocabulary';
import { sayWhen } from '../../wording';
import type { ActContext } from '../context';
import { canBeTexted } from '../say/canBeTexted';
import { languageOf } from '../say/howToSayTo';
import { sayToPractitioner } from '../say/sayToPractitioner';
import { sayToYoungPerson } from '../say/sayToYoungPerson';
import type { Stores } from '../stores';
import { isKeptFrom } from '../who/isKeptFrom';
import { staffingNow } from '../who/staffingNow';
import { holdsOffice } from './hasPart';
import { keepsApart, openForPart, type NotOpened } from './openForPart';
import { planReminder } from './returnTalk';

/**
 * A return conversation is offered within this of a human knowing that they are back, however short the time away
 * (statutory guidance on children who run away or go missing from home or care, 2014).
 */
const OFFERED_WITHIN_MS = 72 * HOUR_MS;

export interface Return {
  readonly youngPerson: YoungPersonId;
  readonly by: PractitionerId;
}

export type Returned =
  | { readonly result: 'recorded' }
  | {
      readonly result: 'refused';
      readonly why: NotOpened | 'not-missing';
    };

/**
 * A named human has seen or spoken with a young person marked missing, who is back: check-ins come again, and a talk
 * is offered with a person of their choice. Those whose office is every young person mark it: others tell them. The words
 * of the young person alone never do this. Their own practitioner and the coordinator hear by when it has to have been
 * offered, that they are left to offer it where no text goes, and again while nobody has noted that it was.
 */
export async function confirmReturn(ctx: ActContext, { youngPerson, by }: Return): Promise<Returned> {
  return ctx.record.transaction(async (tx) => {
    const opened = await openForPart(ctx, tx, { youngPerson, by }, isTheirs);
    if (typeof opened === 'string') return { result: 'refused', why: opened };
    if (await keepsApart(ctx, tx, opened, 'return-confirmed')) return { result: 'recorded' };
    const { roster, person, line, now } = opened;
    if (person.missingSince === null) return { result: 'refused', why: 'not-missing' };
    await tx.roster.saveYoungPerson({ ...person, missingSince: null });
    const until = later(now, OFFERED_WITHIN_MS);
    const offered = canBeTexted(roster, line);
    const data = { practitioner: by, since: person.missingSince, until, offered };
    await tx.events.append({ line: line.id, name: 'return-confirmed', at: now, data });
    if (offered) await offerTalk(ctx, tx, roster, person, line);
    await planReminder(ctx, tx, roster, line, { until, which: 'first' });
    await tellWhoOffers(ctx, tx, roster, line, { until, offered });
    return { result: 'recorded' };
  });
}

function isTheirs(_ctx: ActContext, _roster: Roster, { conflicts }: YoungPerson, practitioner: Practitioner): boolean {
  return holdsOffice(practitioner) && practitioner.leftAt === null && !conflicts.includes(practitioner.id);
}

/** Unasked, so it waits for their safe hours and names no subject. */
async function offerTalk(ctx: ActContext, tx: Stores, roster: Roster, person: YoungPerson, line: Line): Promise<void> {
  const channel = person.phone ? 'sms' : 'web';
  const say = ctx.wording.fill('return-talk', {
    language: languageOf(roster, line),
    style: person.style,
    channel,
    values: { name: firstName(person) },
  });
  await sayToYoungPerson(ctx, tx, { line, say, channel, concern: null });
}

async function tellWhoOffers(
  ctx: ActContext,
  tx: Stores,
  roster: Roster,
  line: Line,
  { until, offered }: { readonly until: Instant; readonly offered: boolean },
): Promise<void> {
  const { mentor, coordinator } = staffingNow(ctx, roster, line.youngPerson);
  const zone = roster.organisation.timeZone;
  const time = sayWhen(until, ctx.clock.now(), { zone, language: 'en' });
  const template = offered ? 'return-talk-offered' : 'return-talk-yours-to-offer';
  for (const one of new Set([mentor?.practitioner.id, coordinator?.practitioner.id])) {
    if (one === undefined || line.notThem.includes(one) || (await isKeptFrom(tx, line, one))) continue;
    await sayToPractitioner(ctx, tx, one, template, { time, link: ctx.caseloadLink() }, 'email');
  }
}
