import { onCall, reader, readerIsMentor } from './people';
import type { Turn } from './turn';

/** PERSON: passed on as a request, to whoever is there now; said so by name. */
export async function askForPerson(turn: Turn): Promise<void> {
  turn.wish({ wish: 'person-asked-for' });
  const { facts } = turn;
  if (readerIsMentor(facts) && facts.mentor?.available) await turn.say('person-mentor');
  else if (onCall(facts) && reader(facts)?.id !== onCall(facts)?.id) await turn.say('person-lead');
  else if (onCall(facts)) await turn.say('person-lead-alone');
  else await turn.say('person-nobody');
}

/** ASK: they want to know what stays private before they tell. A person answers that, not a machine. */
export async function askWhatStaysPrivate(turn: Turn): Promise<void> {
  turn.wish({ wish: 'person-asked-for', quietly: true });
  await turn.say('ask');
}
