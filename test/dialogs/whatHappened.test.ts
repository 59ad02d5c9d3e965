import type { ConcernFacts } from '../../src/vocabulary';
import { play, wishes } from './rows';
import { Talk, TUESDAY, concern, named } from './talk';

const DANA = named('Dana');
const at = '2026-11-24T15:50:00.000Z';
const open = (more: Partial<ConcernFacts> = {}) => ({ concern: concern(TUESDAY.now, more) });
const LATER_ON = { willReadBy: '2026-11-24T16:13:00.000Z' };

async function talking(): Promise<Talk> {
  const talk = new Talk();
  await talk.says('hi');
  return talk;
}

test.each<[string, Partial<ConcernFacts>, string, RegExp]>([
  ['has Sam read it?', { readBy: { who: DANA, at } }, 'read-yes', /Dana read it at 3.50pm/],
  ['has anyone seen my message', LATER_ON, 'read-not-yet', /Dana will read it by 4.15pm/],
  ['is anyone there?', LATER_ON, 'read-not-yet', /by 4.15pm/],
  ['did u read it', { willReadBy: '2026-11-24T15:55:00.000Z' }, 'read-late', /that is late. We're sorry/],
  ['has sam read it', { willReadBy: null }, 'read-nobody', /Nobody is on call/],
  [
    'who did you tell',
    {
      told: [
        { who: named('Sam'), at },
        { who: DANA, at },
      ],
    },
    'told-who',
    /we have told Sam and Dana/,
  ],
  ...['is kofi going to find out', 'will Kofi see this?', 'what if kofi finds out', 'did you tell kofi'].map(
    (words): [string, Partial<ConcernFacts>, string, RegExp] => [
      words,
      { keptFrom: [named('Kofi')], told: [{ who: DANA, at }] },
      'told-not-them',
      /^Kofi can't see what you send here about this\. So far we have told Dana\./,
    ],
  ),
  ['is kofi going to find out', { keptFrom: [named('Kofi')] }, 'told-nobody', /^(?!.*Kofi)/],
  ['whos going to know', { told: [{ who: DANA, at }] }, 'who-else-open', /we have told Dana/],
  ['who knows', {}, 'told-nobody', /Dana will be/],
  ['what happens now?', {}, 'next-waiting', /Dana reads your words/],
  ['what happens now', { reads: named('Sam'), heldBy: DANA }, 'next-waiting', /Sam reads your words/],
  ['what happens next', { readBy: { who: DANA, at } }, 'next-read', /Dana has read your words/],
  ['what happens now', { takenOnBy: { who: named('Sam'), at } }, 'next-taken-on', /Sam has taken this on/],
  [
    'now what',
    { takenOnBy: { who: named('Sam'), at }, decidedAt: at, decidedBy: DANA },
    'next-decided',
    /Dana has made a plan.*Sam will talk to you/,
  ],
  ['i still have to see him sunday', {}, 'still-have-to-see', /Dana will see that/],
  ['do i have to see him tonight', {}, 'still-have-to-see', /Dana will see that/],
  ['is he still coming thursday', {}, 'still-have-to-see', /Dana will see that/],
  ...['will he know i said', 'is he gonna find out', 'does he know it was me', "ydi o'n mynd i wybod"].map(
    (words): [string, Partial<ConcernFacts>, string, RegExp] => [
      words,
      { keptFrom: [named('Kofi')], told: [{ who: DANA, at }] },
      'told-not-them',
      /^Kofi can't see/,
    ],
  ),
  ['will he know i said', { told: [{ who: DANA, at }] }, 'who-else-open', /^So far we have told Dana/],
  [
    'will she find out',
    { keptFrom: [named('Kofi'), named('Al')], told: [{ who: DANA, at }] },
    'who-else-open',
    /^So far/,
  ],
  ['are u going to send police to my house', { told: [{ who: DANA, at }] }, 'who-else-open', /^So far/],
  ...[
    'will i get arrested',
    'am i in trouble',
    'will i go to hospital',
    'will they take me away',
    'are you gonna put me in care',
    'will my dad go to prison',
    'so what will they do',
  ].map((words): [string, Partial<ConcernFacts>, string, RegExp] => [
    words,
    {},
    'next-waiting',
    /Dana reads your words/,
  ]),
  ['should i pay him', { kinds: ['online-sexual-harm'] }, 'advice-pictures', /do not pay/],
])('"%s" is answered from the record', async (words, more, template, text) => {
  const [heard] = await play(await talking(), [[words, [template], open(more)]]);
  expect(heard?.texts[0]).toMatch(text);
});

test.each<[string, Partial<ConcernFacts>]>([
  ['should i pay him', { kinds: ['neglect'] }],
  ['i got arrested', {}],
  ['he will know', {}],
])('"%s" asks nothing that the record answers', async (words, more) => {
  const heard = await (await talking()).says(words, open(more));
  expect(heard.templates).toEqual(['after-more']);
});

test('"not yet" is a promise again, and recorded', async () => {
  const [heard] = await play(await talking(), [['has Dana seen it', ['read-not-yet'], open(LATER_ON)]]);
  expect(wishes(heard!, 'commit')).toEqual([
    { wish: 'commit', what: 'will-read', who: 'dana', by: '2026-11-24T16:15:00.000Z' },
  ]);
});

test('the name of somebody withheld is not given, even when they were told before', async () => {
  const given = {
    ...open({
      told: [
        { who: named('Sam'), at },
        { who: DANA, at },
      ],
    }),
    notThem: ['sam'],
    mentor: null,
  };
  const [heard] = await play(await talking(), [['who did you tell', ['told-who'], given]]);
  expect(heard?.texts[0]).not.toContain('Sam');
});

test('with the mentor left out, whoever made the plan talks to them: nobody else has been told', async () => {
  const given = { ...open({ decidedAt: at, decidedBy: DANA }), notThem: ['sam'] };
  const [heard] = await play(await talking(), [['now what', ['next-decided'], given]]);
  expect(heard?.texts[0]).toMatch(/Dana has made a plan.*Dana will talk to you/);
});

test.each(['did mum get home ok', 'who knows what she wants', 'has he got it in for me'])(
  '"%s" is no question about the record',
  async (words) => {
    const heard = await (await talking()).says(words, open());
    expect(heard.templates).toEqual(['after-more']);
  },
);

test('with nothing open the same words go through the open door', async () => {
  await play(await talking(), [['what happens now', ['open-heard']]]);
});
