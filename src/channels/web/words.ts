import { z } from 'zod';
import { spokenNumber, type Language } from '../../vocabulary';
import type { WebDoor } from './ports';

const word = z.string().trim().min(1);

/** Every word on the page, as `templates/<language>/web/page.yaml` holds them. `{number}` is the number for texts. */
const pageWords = z.strictObject({
  frontTitle: word,
  front: word,
  frontSignIn: word,
  title: word,
  exit: word,
  exitHint: word,
  exitTwoMore: word,
  exitOneMore: word,
  exitNow: word,
  exitExpired: word,
  about: word,
  aboutText: word,
  messages: word,
  youSaid: word,
  weSaid: word,
  write: word,
  answers: word,
  send: word,
  sending: word,
  tryAgain: word,
  showNew: word,
  waiting: word,
  showWaiting: word,
  notSent: word,
  tooOften: word,
  tooLong: word,
  nothingWritten: word,
  noConnection: word,
  connected: word,
  cleared: word,
  keptForLater: word,
  cannotShow: word,
  closed: word,
  linkOver: word,
  broken: word,
  checkWord: word,
  checkWordSend: word,
  checkWordWrong: word,
  checkWordTooOften: word,
  checkWordHelp: word,
});
export type PageWords = z.infer<typeof pageWords>;

const wordsFile = z.object({ words: pageWords });

/** The page's words in each language, checked and filled. Throws, naming what is missing, at the start of the process. */
export function readPageWords(door: Pick<WebDoor, 'words' | 'textNumber'>): Readonly<Record<Language, PageWords>> {
  const number = spokenNumber(door.textNumber);
  const read = (language: Language): PageWords => {
    const { words } = wordsFile.parse(door.words[language]);
    const filled = Object.entries(words).map(([key, text]) => [key, text.replaceAll('{number}', number)]);
    return pageWords.parse(Object.fromEntries(filled));
  };
  return { en: read('en'), cy: read('cy') };
}
