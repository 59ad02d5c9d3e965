import { keepCitedSentences } from '../../../src/acts/check-in/keepCitedSentences';
import type { ToCite } from '../../../src/vocabulary';

const ANSWERS: readonly ToCite[] = [
  { heading: 'going-well', words: 'got picked for the team', message: 'm-1' },
  { heading: 'not-going-well', words: 'maths is killing me lol', message: 'm-2' },
];
const TRUE = { text: 'On the team now: "got picked for the team".', message: 'm-1', quote: 'got picked for the team' };
const survives = (over: Partial<typeof TRUE>) => keepCitedSentences([{ ...TRUE, ...over }], ANSWERS).length === 1;

test.each([
  ['a sentence that shows the words it rests on', {}],
  ['curly quotation marks', { text: 'Now: “got picked for the team”.' }],
  ['a part of what was said', { text: 'Now on "the team".', quote: 'the team' }],
])('keeps %s', (_what, over) => {
  expect(survives(over)).toBe(true);
});

test.each([
  ['words nobody wrote', { text: '"is captain of the team"', quote: 'is captain of the team' }],
  ['words in another spelling', { text: '"Got picked for the team"', quote: 'Got picked for the team' }],
  ['words of another message', { message: 'm-2' }],
  ['a message that is not for the mentor', { message: 'm-3' }],
  ['a quote that the sentence does not show', { text: 'Things go well with the team.' }],
  ['a quote without its quotation marks', { text: 'They got picked for the team.' }],
  ['a quote too short to prove anything', { text: 'They did "got".', quote: 'got' }],
  ['nothing quoted', { text: 'They are well: "".', quote: '' }],
  ['more than a sentence', { text: `${TRUE.text}\nAnd they are fine.` }],
  ['a speech', { text: `${'They are doing so very well in all things. '.repeat(8)}${TRUE.text}` }],
  ['blame around the quote', { text: 'Promiscuous, and "got picked for the team".' }],
])('drops %s', (_what, over) => {
  expect(survives(over)).toBe(false);
});
