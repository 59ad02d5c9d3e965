import type { Facts, Named } from '../src/vocabulary';
import { asksForOne, asksIfOneIsThere } from './heard/asksForOne';
import { plain } from './heard/plain';
import { onCall, readerIsMentor } from './people';
import type { Turn } from './turn';

/** PERSON: passed on as a request, to whoever is there now; said so by name. */
export async function askForPerson(turn: Turn): Promise<void> {
  await (turn.memory.wantsAnother ? askForSomebodyElse(turn) : askWhoeverIsThere(turn));
}

async function askWhoeverIsThere(turn: Turn): Promise<void> {
  turn.wish({ wish: 'person-asked-for' });
  const { facts } = turn;
  if (readerIsMentor(facts) && facts.mentor?.available) await turn.say('person-mentor');
  else if (onCall(facts) && readerIsMentor(facts) && facts.mentor?.id !== onCall(facts)?.id)
    await turn.say('person-lead');
  else if (onCall(facts)) await turn.say('person-lead-alone');
  else await turn.say('person-nobody');
}

/**
 * "Can I talk to someone else": never their mentor, who is not told of it either. Whoever is on call hears it, else the
 * coordinator; where there is nobody but the mentor it is a request for a person.
 */
export async function askForSomebodyElse(turn: Turn): Promise<void> {
  turn.memory.wantsAnother = true;
  const { coordinator, lead, mentor, second } = turn.facts;
  const others = mayBeAsked(turn.facts).filter((one) => one.id !== mentor?.id);
  const other = [lead, second, coordinator].find((one) => one !== null && others.includes(one));
  const isThere = other && (other !== coordinator || other.available || onCall(turn.facts) === null);
  await (isThere ? askOne(turn, other) : askWhoeverIsThere(turn));
}

/** Somebody who may be named is told, and nobody beside them. */
async function askOne(turn: Turn, one: Named): Promise<void> {
  turn.wish({ wish: 'person-asked-for', of: one.id });
  const { lead, second } = turn.facts;
  if ([lead?.id, second?.id].includes(one.id)) await turn.say('person-lead-alone', { lead: one.firstName });
  else if (one.available) await turn.say('person-mentor', { mentor: one.firstName });
  else await turn.say('person-nobody', { mentor: one.firstName, when: '' });
}

/** "Can I talk to Martin?": their own mentor is meant, and may be named; nothing else was told beside it. */
export function asksForMentor(turn: Turn): boolean {
  const { facts } = turn;
  const asked = askedFor(turn);
  const isMentor = asked === 'mentor' || (facts.mentor !== null && asked === plain(facts.mentor.firstName));
  return isMentor && facts.fresh === null && readerIsMentor(facts);
}

/**
 * "Can I talk to Priya?": one of ours is meant, if not by the name they may have. Whoever an open concern is kept from
 * is never asked: that a person is wanted goes to whoever reads it.
 */
export function asksForOneOfUs(turn: Turn): boolean {
  const { facts } = turn;
  if (facts.fresh !== null) return false;
  const asked = askedFor(turn);
  const kept = facts.concern?.keptFrom ?? [];
  return (
    (asked === 'mentor' && facts.concern !== null) ||
    [...mayBeAsked(facts), ...kept].some((one) => plain(one.firstName) === asked)
  );
}

/** Whoever of us may be named, and asked for by that name. */
function mayBeAsked({ mentor, coordinator, lead, second, notThem, concern }: Facts): readonly Named[] {
  const hidden = [...notThem, ...(concern?.keptFrom ?? []).map((one) => one.id)];
  return [mentor, coordinator, lead, second].filter((one) => one !== null).filter((one) => !hidden.includes(one.id));
}

/** Whom they name hears it, not their mentor in that one's place; who is neither in nor on call is not waited for. */
export async function askForOneOfUs(turn: Turn): Promise<void> {
  const { facts } = turn;
  const asked = askedFor(turn);
  const one = mayBeAsked(facts).find((each) => plain(each.firstName) === asked && each.id !== facts.mentor?.id);
  // While the mentor is off a request for a person goes to whoever is on call anyway, and the mentor finds it.
  const isThere = one && (one.id === onCall(facts)?.id ? facts.mentor?.available : one.available);
  await (isThere ? askOne(turn, one) : askForPerson(turn));
}

/** While a concern is open, who asks whether somebody is there asks for them; else the hours are what is asked. */
function askedFor({ facts, words }: Turn): string | null {
  const said = plain(words);
  return asksForOne(said) ?? (facts.concern ? asksIfOneIsThere(said) : null);
}

/** Passed on to them as a request: by text while they work; off duty they find it, and nobody on call is woken by it. */
export async function askForMentor(turn: Turn): Promise<void> {
  turn.memory.wantsAnother = false;
  if (turn.facts.mentor?.available) return askWhoeverIsThere(turn);
  turn.wish({ wish: 'person-asked-for', quietly: true });
  await turn.say('person-mentor-off');
}

/** ASK: they want to know what stays private before they tell. A person answers that, not a machine. */
export async function askWhatStaysPrivate(turn: Turn): Promise<void> {
  turn.wish({ wish: 'person-asked-for', quietly: true });
  await turn.say('ask');
}

/** PRIVATE: what stays and what goes further, in examples. Under 13 nothing about sex depends on anything. */
export async function tellWhatStaysPrivate(turn: Turn): Promise<void> {
  await turn.say(turn.facts.youngPerson?.under13 ? 'private-under-13' : 'private');
}

const ANYBODY = /^any(?:one|body) |\bis (?:anyone|any ?body|some(?:one|body)) /;

/**
 * "Is Sam there", "who is awake": one of us is meant, and no concern is open (then its own record answers). "Is he
 * there" may be anybody, and is listened to.
 */
export function asksAboutUs({ facts, words }: Turn): boolean {
  const said = plain(words);
  const isOneOfUs =
    said.startsWith('who') || ANYBODY.test(said) || namesOfOurs(facts).some((name) => said.startsWith(`is ${name} `));
  return isOneOfUs && facts.concern === null;
}

/** "When is Sam in": whatever is open. "When is he back" may be anybody. */
export function asksWhenSomebodyIsIn({ facts, words }: Turn): boolean {
  const said = plain(words).split(' ');
  return [...namesOfOurs(facts), 'someone', 'somebody', 'anyone', 'anybody'].some((name) => said.includes(name));
}

function namesOfOurs({ mentor, coordinator, lead, second }: Facts): readonly string[] {
  return [mentor, coordinator, lead, second].flatMap((one) => (one ? [plain(one.firstName)] : []));
}

/** "Is anyone there?": who is, and who is not, by name. */
export async function sayWhoIsThere(turn: Turn): Promise<void> {
  await turn.say('who-is-there');
}
