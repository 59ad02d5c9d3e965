import { hearNoteReply } from '../../../dialogs/heard/noteReply';
import { hearsGoodbye, hearsLater, hearsNothing, hearsSkip } from '../../../dialogs/heard/shortAnswers';

test.each(['skip', 'Pass', 'dunno', "i don't know", 'idk', 'n/a', 'no thanks'])('"%s" passes a question by', (text) => {
  expect(hearsSkip(text)).toBe(true);
});

test.each(['nothing', 'nothing really', 'nah', 'all good', 'dim byd'])('"%s" says there is nothing', (text) => {
  expect(hearsNothing(text)).toBe(true);
});

test.each(['later', 'not now', 'busy', 'another day'])('"%s" puts it off', (text) => {
  expect(hearsLater(text)).toBe(true);
});

test.each(['skip maths is my plan', 'nothing works any more', 'later he came back'])('"%s" is an answer', (text) => {
  expect([hearsSkip(text), hearsNothing(text), hearsLater(text), hearsGoodbye(text)]).toEqual([
    false,
    false,
    false,
    false,
  ]);
});

test.each([
  ['OK', { does: 'ok' }],
  ['yeah', { does: 'ok' }],
  ['KEEP 2', { does: 'keep', numbers: [2] }],
  ['keep 1 and 3 pls', { does: 'keep', numbers: [1, 3] }],
  ['can u hide 2', { does: 'keep', numbers: [2] }],
  ['change 3', { does: 'change', numbers: [3] }],
  ['2', null],
  ['my dog died', null],
])('"%s" about the note', (text, reply) => {
  expect(hearNoteReply(text)).toEqual(reply);
});
