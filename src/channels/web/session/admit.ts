import type { Language } from '../../../vocabulary';
import type { WebDoor, WebSession } from '../ports';
import { owesCheckWord } from './liveStretch';

/** How far somebody with a session gets. */
export type Admission =
  | { readonly may: 'use'; readonly session: WebSession; readonly language: Language }
  | {
      readonly may: 'give-check-word';
      readonly session: WebSession;
      readonly language: Language;
      readonly checkWord: string;
    }
  /** No session, an ended one, or nobody on the roster any more. */
  | { readonly may: 'nothing' };

/** Looks up a session and whose it is. Throws while the record is away. */
export async function admit(door: WebDoor, sessionId: string): Promise<Admission> {
  const session = await door.sessions.find(sessionId);
  if (session === null) return { may: 'nothing' };
  const person = await door.personOf(session.youngPerson);
  if (person === null) return { may: 'nothing' };
  const { language, checkWord } = person;
  if (checkWord !== null && owesCheckWord(session, checkWord, door.clock.now())) {
    return { may: 'give-check-word', session, language, checkWord };
  }
  return { may: 'use', session, language };
}
