import { join } from 'node:path';
import { readTemplates } from '../../src/authored/templates';

const { book } = readTemplates(join(__dirname, '../../templates'));

/** Only ever said by text or by voice: an unknown number, a call in, the end of a long text. */
const NEVER_ON_THE_WEB = /^(?:unknown-number|incoming-call|limits-unknown|cut-off)/;

/** Every form the chat may show: its own, the one a text message shares with it, and the discreet one of both. */
const onTheWeb = book.templates
  .filter(({ audience, id }) => audience === 'young-person' && !NEVER_ON_THE_WEB.test(id))
  .flatMap(({ id, language, text }) =>
    [text.web ?? text.ordinary, text.discreet].flatMap((words) =>
      words === undefined ? [] : [[`${language}/${id}`, words] as const],
    ),
  );

/** "Text HELP", "thanks for texting", "our texts"; and in Welsh "tecstia", "decstio", "ein tecsts". */
const SPEAKS_OF_TEXTS = /\btext|\b(?:t|d|th|nh)ecst/i;

test('in the web chat, where there is nothing to text, nothing is said of texts: not to a discreet profile either', () => {
  const wrong = onTheWeb.filter(([, words]) => SPEAKS_OF_TEXTS.test(words)).map(([id, words]) => `${id}: ${words}`);
  expect(wrong).toEqual([]);
  expect(onTheWeb.length).toBeGreaterThan(400);
});
