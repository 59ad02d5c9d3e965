import { readReply } from '../../../src/acts/receive/readReply';

const MINE = ['K7W', '4FM', '7PM'];
const takes = (code: string | null) => ({ does: 'takes', code });
const passes = (code: string | null) => ({ does: 'passes-on', code });

test.each([
  ['K7W 1', [takes('K7W')]],
  ['k7w1', [takes('K7W')]],
  ['k7w-1.', [takes('K7W')]],
  ['"K7W 1"', [takes('K7W')]],
  ['1 k7w', [takes('K7W')]],
  ['K 7W 1', [takes('K7W')]],
  ['K7W one', [takes('K7W')]],
  ['1', [takes(null)]],
  ['2', [passes(null)]],
  ['K7W 2', [passes('K7W')]],
  ['K7X 1', [takes('K7X')]],
  ['K7W 4FM 1', [takes('K7W'), takes('4FM')]],
  ['K7W 1 4FM 2', [takes('K7W'), passes('4FM')]],
  ['K7W 1, on it', [takes('K7W')]],
  ['Ref K7W 1 thanks', [takes('K7W')]],
  ['yes K7W 1', [takes('K7W')]],
  ['K7W and 4FM 1', [takes('K7W'), takes('4FM')]],
  ['taking K7W', [takes('K7W')]],
  ["I'll take K7W", [takes('K7W')]],
  ['on it k7w', [takes('K7W')]],
])('"%s" is understood, with nothing told beside it', (text, acts) => {
  expect(readReply(text, MINE)).toEqual({ kind: 'acts', acts, beside: false });
});

test('what is told beside a code and its key is heard as well', () => {
  expect(readReply('K7W 1 she told me yesterday that he hits her', MINE)).toEqual({
    kind: 'acts',
    acts: [takes('K7W')],
    beside: true,
  });
});

test.each([
  ['SEEN K7W', 'K7W'],
  ['k7w seen', 'K7W'],
  ['seen', null],
  ["I've read it K7W", 'K7W'],
])('"%s" says that they have read it, and takes nothing on', (text, code) => {
  expect(readReply(text, MINE)).toEqual({ kind: 'seen', code });
});

test.each([
  ['K7W', 'K7W'],
  ['K7W ok', 'K7W'],
  ['K7W 1 or 2?', 'K7W'],
  ["K7W 1 can't till later", 'K7W'],
  ['K7W not 1', 'K7W'],
  ['is Priya taking K7W?', 'K7W'],
  ['Priya is taking K7W', 'K7W'],
  ['K7W 3', 'K7W'],
  ['who has K7W', 'K7W'],
  ['K7W 1 4FM', 'K7W'],
  ['ok', null],
  ['got it', null],
  ['on it', null],
  ['I saw Jade and she has 1 bruise', null],
  ['not seen it', null],
])('"%s" may mean something else, and is answered with what to write', (text, code) => {
  expect(readReply(text, MINE)).toEqual({ kind: 'words', code });
});

test('what looks like a code in a sentence is one only where it waits for them', () => {
  expect(readReply('I will read it at 9pm, taking it', ['K7W'])).toEqual({ kind: 'words', code: null });
});

test('any text is read in no time', () => {
  const began = Date.now();
  readReply('1 '.repeat(800), MINE);
  readReply("k7w '".repeat(320), MINE);
  expect(Date.now() - began).toBeLessThan(200);
});
