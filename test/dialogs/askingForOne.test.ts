import { play, wishes } from './rows';
import { LATE, TUESDAY, Talk, concern, named } from './talk';

async function talking(facts = TUESDAY): Promise<Talk> {
  const talk = new Talk(facts);
  await talk.says('hi');
  return talk;
}

test.each([
  'can i talk to someone else',
  'can i speak to somebody different please',
  'can I talk to another person?',
  'i want to talk to a different adult',
  'can i talk to a woman',
  'can someone else ring me',
  'ga i siarad efo rhywun arall',
])('"%s" goes to whoever is on call, and never to their mentor', async (words) => {
  const [heard] = await play(await talking(), [[words, ['person-lead-alone']]]);
  expect(heard?.texts[0]).toMatch(/telling Dana|dweud wrth Dana/);
  expect(wishes(heard!, 'person-asked-for')).toEqual([{ wish: 'person-asked-for', of: 'dana' }]);
});

test.each([
  ['the coordinator, who is in', { lead: null, second: null }, 'person-mentor', 'ruth'],
  [
    'the coordinator, who is off',
    { lead: null, second: null, coordinator: named('Ruth', false) },
    'person-nobody',
    'ruth',
  ],
  ['the second, where the mentor leads tonight', { lead: named('Sam') }, 'person-lead-alone', 'femi'],
])('somebody else is %s', async (_who, given, template, of) => {
  const [heard] = await play(await talking(), [['can i talk to someone else', [template], given]]);
  expect(heard?.texts[0]).not.toMatch(/Sam/);
  expect(wishes(heard!, 'person-asked-for')).toEqual([{ wish: 'person-asked-for', of }]);
});

test('who has asked for somebody else is not put to the mentor by what follows, unless by name', async () => {
  const heard = await play(await talking(), [
    ['can i talk to someone else', ['person-lead-alone']],
    ['can u ring me', ['person-lead-alone']],
    ['PERSON', ['person-lead-alone']],
    ['can i talk to sam', ['person-mentor']],
  ]);
  expect(wishes(heard, 'person-asked-for')).toHaveLength(4);
});

test('where there is nobody but the mentor, the mentor it is', async () => {
  const alone = { lead: null, second: null, coordinator: null };
  const [heard] = await play(await talking(), [['can i talk to someone else', ['person-mentor'], alone]]);
  expect(wishes(heard!, 'person-asked-for')).toEqual([{ wish: 'person-asked-for' }]);
});

test('one of ours asked for by name while the mentor works is told, and the mentor is not', async () => {
  const heard = await play(await talking(), [
    ['can i talk to dana', ['person-lead-alone']],
    ['could ruth ring me', ['person-mentor']],
  ]);
  expect(heard[1]?.texts[0]).toMatch(/telling Ruth now/);
  expect(wishes(heard, 'person-asked-for')).toEqual([
    { wish: 'person-asked-for', of: 'dana' },
    { wish: 'person-asked-for', of: 'ruth' },
  ]);
});

test('a coordinator who is off is not waited for', async () => {
  const off = { coordinator: named('Ruth', false) };
  const [heard] = await play(await talking(LATE), [['can i talk to ruth', ['person-lead'], off]]);
  expect(wishes(heard!, 'person-asked-for')).toEqual([{ wish: 'person-asked-for' }]);
});

test('a coordinator who is off is told in nobody else’s place while somebody is on call', async () => {
  const given = { lead: named('Sam'), second: null, coordinator: named('Ruth', false) };
  const [heard] = await play(await talking(), [['can i talk to someone else', ['person-mentor'], given]]);
  expect(wishes(heard!, 'person-asked-for')).toEqual([{ wish: 'person-asked-for' }]);
});

test('whom an open concern is kept from is nobody else', async () => {
  const open = { concern: concern(TUESDAY.now, { keptFrom: [named('Dana')] }) };
  const [heard] = await play(await talking(), [['can i talk to someone else', ['person-lead-alone'], open]]);
  expect(wishes(heard!, 'person-asked-for')).toEqual([{ wish: 'person-asked-for', of: 'femi' }]);
});

test.each([
  'can u ring me',
  'ring me',
  'ring me at 4',
  'can you call me back please',
  'call me when you can',
  'can someone phone me after school',
  'ffonia fi plis',
])('"%s" is a request for a person', async (words) => {
  await play(await talking(), [[words, ['person-mentor']]]);
});

test.each(['dont ring me', 'call me kai', 'my dad will ring me', 'can you help me'])('"%s" is none', async (words) => {
  const heard = await (await talking()).says(words);
  expect(wishes(heard, 'person-asked-for')).toEqual([]);
});
