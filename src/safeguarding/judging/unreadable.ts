import type { Assessment, Because } from '../../vocabulary/concerns';
import type { Compiled } from '../reading/compile';
import { MOST_CHARACTERS, type Reading } from '../reading/reading';

const PLAIN = /^[\x20-\x7e\s]*$/;
const LETTER = /\p{Letter}/gu;
const LATIN_LETTER = /\p{Script=Latin}/gu;
const BROKEN = /\ufffd|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** Why rules could not read a text: the word for the record, and for a person. */
export interface Unread {
  readonly because: 'script' | 'cut-off' | 'error';
  readonly says: string;
}

/** Why rules in English and Welsh cannot read this message; null when they can. */
export function whyUnreadable(
  text: string,
  { tokens, judgedFrom }: Reading,
  { findLanguage }: Compiled,
): Unread | null {
  if (text.length > MOST_CHARACTERS) return { because: 'cut-off', says: `longer than ${MOST_CHARACTERS} characters` };
  if (!PLAIN.test(text)) {
    if (BROKEN.test(text)) return { because: 'cut-off', says: 'cut off or damaged on its way' };
    const letters = text.match(LETTER)?.length ?? 0;
    const latin = text.match(LATIN_LETTER)?.length ?? 0;
    if (letters - latin >= 2 && letters - latin > latin)
      return { because: 'script', says: 'written in another script' };
  }
  const language = findLanguage(tokens.slice(judgedFrom));
  if (language === null) return null;
  const name = language === '' ? '' : ` (as it seems ${language})`;
  return { because: 'script', says: `mostly written in another language${name}` };
}

/** The reason beside such a verdict: the whole text, and what a person is told of it. */
export function unreadableReason(text: string, says: string): Because {
  return {
    rule: 'unreadable',
    evidence: text,
    where: 'message',
    span: { start: 0, end: text.length },
    level: 'worry',
    kinds: [],
    steps: [says],
  };
}

/** The verdict when the judge itself stumbled: never `none`; a human sees it by its own pathway. */
export function failedOn(text: string, rulesVersion: string): Assessment {
  return {
    level: 'worry',
    kinds: [],
    about: 'self',
    because: [unreadableReason(text, 'the rules failed on it')],
    readable: false,
    unreadableBecause: 'error',
    weak: false,
    meant: { names: [], roleWords: [], unnamed: false },
    notThem: [],
    rulesVersion,
  };
}
