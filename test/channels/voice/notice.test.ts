import { noticeAddresses } from '../../../src/channels/voice/addresses';
import { createNoticeCall, type NoticeWords } from '../../../src/channels/voice/notice';

const WORDS: NoticeWords = {
  language: 'en',
  notice: 'There is a message to read now.',
  answerphone: 'Please check your messages.',
  askPin: 'Your own four numbers, please.',
  wrongPin: 'Those are other numbers.',
  nothingDone: 'The message still waits.',
};

const ADDRESSES = noticeAddresses('https://texts.example.org', 'row-1');
const done: string[] = [];
const call = createNoticeCall({
  words: async () => WORDS,
  checkPin: async (_, pin) => pin === '4711' || pin === '',
  takeOn: async (delivery) => (done.push(`taken on ${delivery}`), 'It is with you now.'),
  passOn: async (delivery) => (done.push(`passed on ${delivery}`), 'It goes to the next person.'),
});

const spokenIn = (document: string) => [...document.matchAll(/<Say[^>]*>([^<]*)</g)].map(([, words]) => words);
const nextOf = (document: string) => /(?:action="|<Redirect>)([^"<]+)/.exec(document)?.[1] ?? 'the end';

beforeEach(() => {
  done.length = 0;
});

test.each([
  ['a person', false, [WORDS.notice], ADDRESSES.key(1)],
  ['a machine', true, [WORDS.answerphone], 'the end'],
])('%s who picks up hears what is meant for them', async (_, machine, said, next) => {
  const document = await call.pickedUp('row-1', 1, machine, ADDRESSES);
  expect(spokenIn(document)).toEqual(said);
  expect(nextOf(document)).toBe(next);
});

test.each([
  ['1', 1, [WORDS.askPin], ADDRESSES.pin(1), []],
  ['2', 1, ['It goes to the next person.'], 'the end', ['passed on row-1']],
  ['3', 1, [], ADDRESSES.hearing(1), []],
  ['7', 2, [], ADDRESSES.hearing(2), []],
  ['', 1, [], ADDRESSES.hearing(2), []],
  ['', 2, [WORDS.nothingDone], 'the end', []],
])('key "%s" at hearing %i leads on', async (key, hearing, said, next, did) => {
  const document = await call.key('row-1', hearing, key, ADDRESSES);
  expect(spokenIn(document)).toEqual(said);
  expect(nextOf(document)).toBe(next);
  expect(done).toEqual(did);
});

test.each([
  ['4711', 1, ['It is with you now.'], 'the end', ['taken on row-1']],
  ['4711', 3, ['It is with you now.'], 'the end', ['taken on row-1']],
  ['1111', 1, [WORDS.wrongPin, WORDS.askPin], ADDRESSES.pin(2), []],
  ['1111', 3, [WORDS.nothingDone], 'the end', []],
  ['', 1, [WORDS.askPin], ADDRESSES.pin(2), []],
  ['', 3, [WORDS.nothingDone], 'the end', []],
])('numbers "%s" at attempt %i lead on', async (pin, attempt, said, next, did) => {
  const document = await call.pin('row-1', attempt, pin, ADDRESSES);
  expect(spokenIn(document)).toEqual(said);
  expect(nextOf(document)).toBe(next);
  expect(done).toEqual(did);
});

test('no address of a call holds anything but the row and a count', () => {
  const { status, hearing, key, pin } = ADDRESSES;
  for (const address of [status, hearing(1), key(2), pin(3)]) {
    expect(address).toMatch(
      /^https:\/\/texts\.example\.org\/voice\/(status|notice)\/row-1(\/(hearing|pin)\/\d)?(\/key)?$/,
    );
  }
});
