import { Handset } from '../../../src/practice/network/handset';
import { playTwiml, type Listener } from '../../../src/practice/network/playTwiml';
import { readTwiml, UnreadableTwiml } from '../../../src/practice/network/twiml';

function listener(handset: Handset, hasFingers = true): Listener & { readonly heard: string[] } {
  const heard: string[] = [];
  return {
    handset,
    hasFingers,
    heard,
    say: (text) => heard.push(text),
    pressed: (keys) => heard.push(`[${keys}]`),
    waitsForKeys: (waiting) => {
      if (waiting) handset.press(keysToCome.shift() ?? '');
    },
    speechMs: () => 0,
  };
}

let keysToCome: string[] = [];
const play = (verbs: string, to: Listener) => playTwiml(readTwiml('text/xml', `<Response>${verbs}</Response>`), to);

const GATHER =
  '<Gather numDigits="4" timeout="0" action="/next"><Say>Four numbers?</Say></Gather><Say>Nothing came.</Say>';

test.each([
  ['enough keys go to the action', GATHER, ['4711'], { url: '/next', digits: '4711' }, ['[4711]']],
  ['a hash ends them early', GATHER, ['47#11'], { url: '/next', digits: '47' }, ['[47]']],
  ['too many are cut off', GATHER, ['471199'], { url: '/next', digits: '4711' }, ['[4711]']],
  ['none falls through to what follows', GATHER, [], 'hang-up', ['Four numbers?', 'Nothing came.']],
  [
    'none goes to the action too, where the document asks for that',
    GATHER.replace('timeout', 'actionOnEmptyResult="true" timeout'),
    [],
    { url: '/next', digits: '' },
    ['Four numbers?'],
  ],
  ['a redirect leads on', '<Redirect>/again</Redirect><Say>never</Say>', [], { url: '/again', digits: null }, []],
  ['hanging up ends it', '<Say>Bye.</Say><Hangup/><Say>never</Say>', [], 'hang-up', ['Bye.']],
  ['a document that runs out ends it', '<Say>Bye.</Say>', [], 'hang-up', ['Bye.']],
])('%s', async (_, verbs, keys, onward, heard) => {
  keysToCome = [...keys];
  const phone = listener(new Handset());
  expect(await play(verbs, phone)).toEqual(onward);
  expect(phone.heard).toEqual(expect.arrayContaining(heard));
  expect(phone.heard).not.toContain('never');
});

test('an answerphone hears the question and presses nothing', async () => {
  keysToCome = ['4711'];
  expect(await play(GATHER, listener(new Handset(), false))).toBe('hang-up');
});

test('nothing more is said to somebody who has hung up', async () => {
  const handset = new Handset();
  handset.hangUp();
  const phone = listener(handset);
  expect(await play('<Say>hello?</Say>', phone)).toBe('hang-up');
  expect(phone.heard).toEqual([]);
});

test('keys pressed before the question do not answer it', async () => {
  const handset = new Handset();
  handset.press('1');
  keysToCome = [];
  expect(await play(GATHER, listener(handset))).toBe('hang-up');
});

test('a verb this carrier does not know is refused, not skipped', async () => {
  await expect(play('<Record/>', listener(new Handset()))).rejects.toBeInstanceOf(UnreadableTwiml);
});
