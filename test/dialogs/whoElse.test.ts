import type { ConcernFacts, Facts } from '../../src/vocabulary';
import { play } from './rows';
import { Talk, TUESDAY, assessed, concern, named, opened } from './talk';

const at = '2026-11-24T15:50:00.000Z';
const TOLD = { told: ['Sam', 'Dana'].map((name) => ({ who: named(name), at })) };
const open = (more: Partial<ConcernFacts> = TOLD) => ({ concern: concern(TUESDAY.now, more) });
const ASKED = 'are you going to tell my mum?';

async function talking(facts: Facts = TUESDAY): Promise<Talk> {
  const talk = new Talk(facts);
  await talk.says('hi');
  return talk;
}

test.each([
  ASKED,
  'will you tell my dad',
  'r u gonna ring my carer',
  'do you have to tell school',
  'are you going to tell the police',
  'will you tell my social worker',
  'please dont tell my foster mum',
])(
  '"%s" before anything was told: a person decides, what may have to be known, and how they are asked',
  async (words) => {
    const [heard] = await play(await talking(), [[words, ['who-else']]]);
    expect(heard?.texts[0]).toMatch(/family, school or the police by itself\. A person decides.*We try to tell you/);
  },
);

test('it is answered as the first thing they ever write, with the limits after it', async () => {
  const first = { ...TUESDAY, limits: { lastFullAt: null, dueInFull: true } };
  await play(new Talk(first), [[ASKED, ['who-else', 'limits-full']]]);
});

test('in a check-in it is answered, and the question is put again', async () => {
  const talk = new Talk();
  await talk.isDue();
  await play(talk, [[ASKED, ['who-else', 'mood']]]);
});

test.each([ASKED, 'is sam going to ring the school', 'who else will know?'])(
  '"%s" while a concern is open: who has been told, and that more may have to know',
  async (words) => {
    const [heard] = await play(await talking(), [[words, ['who-else-open'], open()]]);
    expect(heard?.texts[0]).toMatch(/^So far we have told Sam and Dana, and no one else from here\. They decide/);
  },
);

test('while "safe now?" waits for its answer it is answered too, and the question keeps waiting', async () => {
  const talk = new Talk();
  const kinds = ['physical-abuse'] as const;
  const asked = { safeNow: { askedAt: TUESDAY.now, acceptedAt: TUESDAY.now, answer: null } };
  await talk.says('my dad hit me', { fresh: opened(TUESDAY.now, 'urgent', kinds), ...open() });
  await play(talk, [
    [ASKED, ['who-else-open'], open({ ...TOLD, ...asked })],
    ['so are you going to tell my mum and dad about all this then?', ['who-else-open'], open({ ...TOLD, ...asked })],
  ]);
  const heard = await talk.says('1', { now: '2026-11-24T16:02:00.000Z', ...open({ ...TOLD, ...asked }) });
  expect(heard.wishes).toContainEqual({ wish: 'safe-now-answered', answer: 'yes' });
});

test('beside more that they tell, it is answered after it', async () => {
  const talk = new Talk();
  const fresh = opened(TUESDAY.now, 'urgent', ['physical-abuse']);
  await talk.says('my dad hit me', { fresh, ...open() });
  await play(talk, [
    [
      'he hit me this morning as well are you going to tell my mum',
      ['after-more', 'who-else-open'],
      { fresh, ...open() },
    ],
  ]);
});

test('once it is decided, whoever decided knows who had to hear, and the service says no more than that', async () => {
  const decided = open({ ...TOLD, decidedAt: at, decidedBy: named('Dana') });
  const [heard] = await play(await talking(), [[ASKED, ['who-else-decided'], decided]]);
  expect(heard?.texts[0]).toMatch(/^Dana has made a plan.*You can ask Sam who and why/);
});

test('it never repeats whom they named, nor names anybody withheld', async () => {
  const given = { ...open(), notThem: ['sam'], mentor: null };
  const [heard] = await play(await talking(), [['will you tell my foster mum', ['who-else-open'], given]]);
  expect(heard?.texts.join(' ')).not.toMatch(/mum|Sam/);
});

test('beside a worry it is no reason to pass over the worry', async () => {
  const fresh = opened(TUESDAY.now, 'worry', ['bullying']);
  await play(await talking(), [
    ['they pick on me every day dont tell my mum', ['open-worry'], { fresh }, assessed('worry', ['bullying'])],
  ]);
});

test.each([
  ['before', {}, 'who-else'],
  ['while a concern is open', open(), 'who-else-open'],
  ['after it is decided', open({ ...TOLD, decidedAt: at, decidedBy: named('Dana') }), 'who-else-decided'],
])('%s it is Welsh in Welsh', async (_, given, template) => {
  const welsh: Facts = { ...TUESDAY, youngPerson: { ...TUESDAY.youngPerson!, language: 'cy' } };
  const [heard] = await play(await talking(welsh), [['wyt ti am ddweud wrth mam?', [template], given]]);
  expect(heard?.say.map((one) => one.fellBack)).toEqual([false]);
});
