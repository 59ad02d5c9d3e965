import type { Facts } from '../src/vocabulary';
import { asksForOne, asksIfOneIsThere } from './heard/asksForOne';
import { plain } from './heard/plain';
import { onCall, readerIsMentor } from './people';
import type { Turn } from './turn';

/** PERSON: passed on as a request, to whoever is there now; said so by name. */
export async function askForPerson(turn: Turn): Promise<void> {
  turn.wish({ wish: 'person-asked-for' });
  const { facts } = turn;
  if (readerIsMentor(facts) && facts.mentor?.available) await turn.say('person-mentor');
  else if (onCall(facts) && readerIsMentor(facts) && facts.mentor?.id !== onCall(facts)?.id)
    await turn.say('person-lead');
  else if (onCall(facts)) await turn.say('person-lead-alone');
  else await turn.say('person-nobody');
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
  const named = [facts.mentor, facts.coordinator, facts.lead, facts.second]
    .filter((one) => one !== null)
    .filter((one) => !facts.notThem.includes(one.id));
  return (
    (asked === 'mentor' && facts.concern !== null) || [...named, ...kept].some((one) => plain(one.firstName) === asked)
  );
}

/** While a concern is open, who asks whether somebody is there asks for them; else the hours are what is asked. */
function askedFor({ facts, words }: Turn): string | null {
  const said = plain(words);
  return asksForOne(said) ?? (facts.concern ? asksIfOneIsThere(said) : null);
}

/** Passed on to them as a request: by text while they work; off duty they find it, and nobody on call is woken by it. */
export async function askForMentor(turn: Turn): Promise<void> {
  if (turn.facts.mentor?.available) return askForPerson(turn);
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
