import { join } from 'node:path';
import { readTemplates } from '../../src/authored/templates';

const { book } = readTemplates(join(__dirname, '../../templates'));

/** Only ever said by text or by voice: an unknown number, a call in, the end of a long text. */
const NEVER_ON_THE_WEB = /^(?:unknown-number|incoming-call|limits-unknown|cut-off)/;

const onTheWeb = book.templates
  .filter(({ audience, id }) => audience === 'young-person' && !NEVER_ON_THE_WEB.test(id))
  .map(({ id, language, text }) => [`${language}/${id}`, text.web ?? text.ordinary] as const);

const TELLS_TO_TEXT =
  /\b[Tt]ext (?:\d|[A-Z]{2,}|the new)|\b(?:[Kk]eep|for|by) texting\b|\bcan (?:still )?text\b|\b(?:to|will) text you\b|\b[Tt]ecstia\b|\bdecstio\b/;

test('in the web chat, where there is nothing to text, nobody is told to text', () => {
  const wrong = onTheWeb.filter(([, words]) => TELLS_TO_TEXT.test(words)).map(([id]) => id);
  expect(wrong).toEqual([]);
  expect(onTheWeb.length).toBeGreaterThan(300);
});
