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

/** ASK: they want to know what stays private before they tell. A person answers that, not a machine. */
export async function askWhatStaysPrivate(turn: Turn): Promise<void> {
  turn.wish({ wish: 'person-asked-for', quietly: true });
  await turn.say('ask');
}

/** PRIVATE: what stays and what goes further, in examples. Under 13 nothing about sex depends on anything. */
export async function tellWhatStaysPrivate(turn: Turn): Promise<void> {
  await turn.say(turn.facts.youngPerson?.under13 ? 'private-under-13' : 'private');
}

const ANYBODY = /\bis (?:anyone|any ?body|some(?:one|body)) /;

/**
 * "Is Sam there", "who is awake": one of us is meant, and no concern is open (then its own record answers). "Is he
 * there" may be anybody, and is listened to.
 */
export function asksAboutUs({ facts, words }: Turn): boolean {
  const said = plain(words);
  const people = [facts.mentor, facts.coordinator, facts.lead, facts.second];
  const names = people.flatMap((one) => (one ? [plain(one.firstName)] : []));
  const isOneOfUs =
    said.startsWith('who') || ANYBODY.test(said) || names.some((name) => said.startsWith(`is ${name} `));
  return isOneOfUs && facts.concern === null;
}

/** "Is anyone there?": who is, and who is not, by name. */
export async function sayWhoIsThere(turn: Turn): Promise<void> {
  await turn.say('who-is-there');
}
