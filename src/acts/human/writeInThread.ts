import { staffingFor } from '../../rota';
import {
  atLeast,
  firstName,
  later,
  MINUTE_MS,
  type Line,
  type Practitioner,
  type PractitionerId,
  type Roster,
  type WritingReason,
  type YoungPerson,
  type YoungPersonId,
} from '../../vocabulary';
import type { ActContext } from '../context';
import { planErrand } from '../planErrand';
import { canBeTexted } from '../say/canBeTexted';
import { languageOf } from '../say/howToSayTo';
import { sayToYoungPerson } from '../say/sayToYoungPerson';
import type { Stores } from '../stores';
import { practitionerOf } from '../who/findStaff';
import { isKeptFrom } from '../who/isKeptFrom';
import { acknowledgeIn } from './acknowledge';

export interface OwnWords {
  readonly youngPerson: YoungPersonId;
  readonly by: PractitionerId;
  readonly words: string;
  /** Why it is not their own practitioner who writes; null when it is. */
  readonly reason: WritingReason | null;
  /** How many suggestions of better language they read and sent it against. */
  readonly keptAgainst?: number;
}

export type Written =
  | { readonly result: 'recorded' }
  | {
      readonly result: 'refused';
      readonly why: 'not-found' | 'left-out-of-it' | 'no-part-in-it' | 'says-too-little' | 'cannot-be-texted';
    };

/** Whoever writes is taken to be there until this long after their last words, or until they say they have finished. */
const THERE_FOR_MS = 30 * MINUTE_MS;

/**
 * A named person writes to a young person as themselves: announced by first name, and from then on the service is
 * silent until they have gone. What they write reaches a human's ear as an act: somebody has contacted them.
 */
export async function writeInThread(ctx: ActContext, own: OwnWords): Promise<Written> {
  return ctx.record.transaction(async (tx) => {
    const roster = await tx.roster.snapshot();
    const person = roster.youngPeople.find((one) => one.id === own.youngPerson);
    const by = practitionerOf(roster, own.by);
    if (!person || !by) return { result: 'refused', why: 'not-found' };
    const now = ctx.clock.now();
    const line = await tx.lines.lockOf(person.id, now, ctx.ids.next());
    if (person.conflicts.includes(by.id) || (await isKeptFrom(tx, line, by.id))) {
      return { result: 'refused', why: 'left-out-of-it' };
    }
    if (!hasPlace(ctx, roster, person, by)) return { result: 'refused', why: 'no-part-in-it' };
    if (own.words.trim() === '' || (by.id !== person.mentor && own.reason === null)) {
      return { result: 'refused', why: 'says-too-little' };
    }
    if (!canBeTexted(roster, line)) return { result: 'refused', why: 'cannot-be-texted' };
    await say(ctx, tx, roster, line, by, own.words.trim());
    const { reason, keptAgainst = 0 } = own;
    const data = { practitioner: by.id, reason, came: line.humanInThread !== by.id, keptAgainst };
    await tx.events.append({ line: line.id, name: 'person-wrote', at: now, data });
    await stay(ctx, tx, line, by.id);
    await countAsContact(ctx, tx, line, by.id);
    return { result: 'recorded' };
  });
}

/** Their own practitioner, or whoever holds a place towards them now; nobody else writes to a young person. */
function hasPlace(ctx: ActContext, roster: Roster, person: YoungPerson, by: Practitioner): boolean {
  const { mentor, cover, coordinator, lead, second, manager, outsideContact } = staffingFor(roster, {
    youngPerson: person.id,
    now: ctx.clock.now(),
  });
  const offices = [mentor, cover, coordinator, lead, second, manager, outsideContact];
  return by.roles.includes('duty-lead') || offices.some((one) => one?.practitioner.id === by.id);
}

async function say(
  ctx: ActContext,
  tx: Stores,
  roster: Roster,
  line: Line,
  by: Practitioner,
  words: string,
): Promise<void> {
  const how = {
    language: languageOf(roster, line),
    style: 'ordinary',
    channel: line.lastChannel === 'web' ? 'web' : 'sms',
  } as const;
  const who = firstName(by);
  const saying = { line, channel: line.lastChannel, concern: null, chosenBy: by.id };
  if (line.humanInThread !== by.id) {
    await sayToYoungPerson(ctx, tx, {
      ...saying,
      say: ctx.wording.fill('person-in-thread', { ...how, values: { who } }),
    });
  }
  await sayToYoungPerson(ctx, tx, {
    ...saying,
    say: ctx.wording.fill('person-writes', { ...how, values: { who, words } }),
  });
}

/** What came before is theirs to answer; what the service was asking is not asked any more. */
async function stay(ctx: ActContext, tx: Stores, line: Line, by: PractitionerId): Promise<void> {
  const now = ctx.clock.now();
  await tx.lines.save({
    ...line,
    humanInThread: by,
    answeredSeq: line.lastSeq,
    turnDueAt: null,
    burstStartedAt: null,
    lastSaidAt: now,
    conversation: null,
  });
  await tx.errands.cancel('human-gone', line.id, now);
  await planErrand(ctx, tx, { kind: 'human-gone', subject: line.id, line: line.id, dueAt: later(now, THERE_FOR_MS) });
}

async function countAsContact(ctx: ActContext, tx: Stores, line: Line, by: PractitionerId): Promise<void> {
  for (const { id, level } of await tx.concerns.openOf(line.id)) {
    if (atLeast(level, 'urgent')) await acknowledgeIn(ctx, tx, { concern: id, by, act: 'contacted', how: 'page' });
  }
}
