import { MINUTE_MS, later, type ConcernFacts } from '../../src/vocabulary';
import { play, wishes } from './rows';
import { Talk, TUESDAY, concern, named, opened } from './talk';

const NOW = TUESDAY.now;
const at = later(NOW, -5 * MINUTE_MS);
const TOLD = { told: ['Sam', 'Dana'].map((name) => ({ who: named(name), at })) };
const ASKED = { askedAt: at, acceptedAt: at };
const open = (more: Partial<ConcernFacts> = {}) => ({ concern: concern(NOW, { ...TOLD, ...more }) });

async function talking(facts = TUESDAY): Promise<Talk> {
  const talk = new Talk(facts);
  await talk.says('hi');
  return talk;
}

const PLEAS = [
  'dont tell anyone',
  'please dont tell anyone',
  'pls dont tell anybody about this',
  'dont say anything to anyone ok',
  'keep it a secret pls',
  'paid deud wrth neb',
];

test.each(PLEAS)(
  '"%s" after something was told: who knows, and what cannot be said; no list of what stays',
  async (words) => {
    const [heard] = await play(await talking(), [[words, ['who-else-open'], open()]]);
    expect(heard?.texts[0]).toMatch(/told Sam and Dana.*We can't say that no one else will ever know/);
  },
);

test.each(PLEAS)('"%s" before anything was told: what stays and what goes further', async (words) => {
  await play(await talking(), [[words, ['private']]]);
});

test.each([
  'dont tell sam',
  'i dont tell anyone anything',
  'he said dont tell anyone or else',
  'she never tells anyone',
])('"%s" is no such plea', async (words) => {
  const heard = await (await talking()).says(words, open());
  expect(heard.templates).not.toContain('who-else-open');
});

test.each(['what did you tell them', 'what have you told sam', 'what do they know', 'be ti di deud wrthyn nhw'])(
  '"%s" is answered with what they can read, and who',
  async (words) => {
    const [heard] = await play(await talking(), [[words, ['told-what'], open()]]);
    expect(heard?.texts[0]).toMatch(/^Sam and Dana can read your own words/);
  },
);

test('with nothing open "what did you tell them" is answered with who reads here', async () => {
  await play(await talking(), [['what did you tell them', ['who']]]);
});

test.each(['who did you tell', 'what did you tell them'])(
  'once it is decided "%s" is not answered with a list that may leave out whom the lead has told',
  async (words) => {
    await play(await talking(), [[words, ['who-else-decided'], open({ decidedAt: at, decidedBy: named('Dana') })]]);
  },
);

test.each(['delete everything', 'please delete my texts', 'can u delete that', 'get rid of it', 'delete popeth'])(
  '"%s" in a check-in is no answer for the note: it is answered, and the question put again',
  async (words) => {
    const talk = new Talk();
    await talk.isDue();
    await talk.says('6');
    await play(talk, [[words, ['cannot-delete', 'going-well']]]);
    expect(wishes(await talk.says('football'), 'answer')).toMatchObject([{ answer: { words: 'football' } }]);
  },
);

test('"delete everything" with something open names whoever holds that, and not somebody who may know nothing of it', async () => {
  const open_ = open({ heldBy: named('Dana'), safeNow: { ...ASKED, answer: 'yes' } });
  const [heard] = await play(await talking({ ...TUESDAY, mentor: null }), [
    ['delete everything', ['cannot-delete'], open_],
  ]);
  expect(heard?.texts[0]).toMatch(/Dana can still read it/);
});

test('"delete everything" while danger lasts, or while they are asked whether they are safe, is not what is answered', async () => {
  const danger = open({ level: 'immediate' });
  await play(await talking(), [['delete everything', ['immediate-more'], danger]]);
  const asked = open({ safeNow: { ...ASKED, answer: null } });
  const heard = await (await talking()).says('delete everything', asked);
  expect(heard.templates).not.toContain('cannot-delete');
});

test('question marks alone are no answer for the note: the question is put in plainer words', async () => {
  const talk = new Talk();
  await talk.isDue();
  await talk.says('6');
  await play(talk, [['??', ['explain-going-well', 'going-well']]]);
});

test('a lone SOS sign is HELP', async () => {
  await play(await talking(), [['\u{1F198}', ['help']]]);
});

test.each(['u there', 'you there?', 'you up'])('"%s" is answered, not thanked for telling', async (words) => {
  await play(await talking(), [[words, ['any-hour']]]);
});

test.each(['anyone there', 'is anyone there'])('"%s" is answered with who is', async (words) => {
  await play(await talking(), [[words, ['who-is-there']]]);
});

test.each(['when is sam in', 'whens Sam back', 'when will sam be in next'])(
  '"%s" is answered with when, whatever is open',
  async (words) => {
    await play(await talking(), [[words, ['who-is-there']]]);
    await play(await talking(), [[words, ['who-is-there'], open()]]);
  },
);

test('"when is he back" may be anybody, and is listened to', async () => {
  const heard = await (await talking()).says('when is he back');
  expect(heard.templates).not.toContain('who-is-there');
});

test.each([
  ['ydi Sam wedi darllen o', 'read-not-yet'],
  ["pwy sy'n gwybod", 'told-who'],
  ["be sy'n digwydd nesaf", 'next-waiting'],
  ["ti'n robot?", 'robot'],
])('a young person who writes Welsh asks "%s"', async (words, template) => {
  const waits = open({ reads: named('Sam'), willReadBy: later(NOW, 20 * MINUTE_MS) });
  await play(await talking(), [[words, [template], waits]]);
});

test('words that joined what is urgent are not thanked for as a worry for the mentor', async () => {
  const fresh = {
    concern: open({ level: 'immediate' }).concern,
    fresh: opened(NOW, 'immediate', ['physical-abuse']),
  };
  const talk = await talking();
  await talk.says('hes hitting me', fresh);
  await play(talk, [['yes', ['immediate-more'], fresh]]);
});

describe('a "2" after a "1"', () => {
  const answered = open({ safeNow: { ...ASKED, answer: 'yes' } });

  test('is heard: they are not safe after all', async () => {
    const [heard] = await play(await talking(), [['2', ['immediate'], answered]]);
    expect(wishes(heard!, 'safe-now-answered')).toEqual([{ wish: 'safe-now-answered', answer: 'no' }]);
  });

  test('and so is a "3"', async () => {
    const [heard] = await play(await talking(), [['3', ['safe-not-sure'], answered]]);
    expect(wishes(heard!, 'safe-now-answered')).toEqual([{ wish: 'safe-now-answered', answer: 'not-sure' }]);
  });

  test.each([
    ['a word may answer something else', 'no', answered],
    ['a mood may be awaited', '2', { ...answered, moodAwaited: true }],
    [
      'an hour later it may mean anything',
      '2',
      open({ safeNow: { askedAt: later(NOW, -61 * MINUTE_MS), acceptedAt: at, answer: 'yes' } }),
    ],
    ['a human has decided', '2', open({ safeNow: { ...ASKED, answer: 'yes' }, decidedAt: at })],
  ] as const)('but not where %s', async (_, words, facts) => {
    const heard = await (await talking()).says(words, facts);
    expect(wishes(heard, 'safe-now-answered')).toEqual([]);
  });
});
