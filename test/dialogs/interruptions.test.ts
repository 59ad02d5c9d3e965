import { play, wishes } from './rows';
import { LATE, Talk, TUESDAY, concern, named, opened } from './talk';

async function talking(facts = TUESDAY): Promise<Talk> {
  const talk = new Talk(facts);
  await talk.says('hi');
  return talk;
}

test.each([
  ['HELP', 'help'],
  ['help', 'help'],
  ['PRIVATE', 'private'],
  ['RULES', 'rules'],
  ['WHO', 'who'],
  ["who's this", 'who'],
  ['who can see my texts', 'who'],
  ['who is reading this', 'who'],
  ['what is HELP', 'help'],
  ['what does help do', 'help'],
  ['why do u have to tell someone', 'rules'],
  ['why are you telling people', 'rules'],
  ['if i told u something would u have to tell', 'private'],
  ['what if someone told you something would you tell anyone', 'private'],
  ['ASK', 'ask'],
  ['are you a robot?', 'robot'],
  ['r u real', 'robot'],
  ['is this a real person', 'robot'],
  ['am i talking to a bot', 'robot'],
  ['PERSON', 'person-mentor'],
  ['can i talk to a real person', 'person-mentor'],
  ['settings', 'settings'],
  ['note', 'note-none'],
  ['complaint', 'complaint'],
  ['I want to complain', 'complaint'],
  ['what do you know about me', 'my-data'],
  ['delete my data', 'my-data'],
  ['who is awake', 'who-is-there'],
  ['is anyone there?', 'who-is-there'],
  ['is sam working now', 'who-is-there'],
  ['can i tell you a secret', 'private'],
  ['promise you wont tell anyone', 'private'],
  ['is this private?', 'private'],
  ["i don't understand", 'not-understood'],
  ['wdym', 'not-understood'],
  ['call me jay', 'settings-passed-on'],
  ['can you text me after 7pm', 'settings-passed-on'],
  ['change my check in to friday', 'settings-passed-on'],
  ['use plainer words', 'settings-passed-on'],
  ['text me in welsh', 'settings-language'],
])('"%s" is answered with %s', async (words, template) => {
  await play(await talking(), [[words, [template]]]);
});

test.each([
  'help me',
  'why did he tell everyone',
  'what if someone told him something',
  'can you help me with maths',
  'i need help',
  'my private life',
  'stop it he said',
  'who cares',
  'is this real life',
  'is he there',
  'is dad around',
  'call me names',
  'i told him a secret and he told everyone',
  'he will not change my bed',
  'what a day',
])('"%s" is no keyword', async (words) => {
  await play(await talking(), [[words, ['open-heard']]]);
});

test('HELP says 999 and people first, the menu last', async () => {
  const [heard] = await play(await talking(), [['HELP', ['help']]]);
  const text = heard?.texts[0] ?? '';
  expect(text.indexOf('999')).toBeLessThan(text.indexOf('Childline'));
  expect(text.indexOf('Childline')).toBeLessThan(text.indexOf('Between Visits'));
});

test('HELP on a phone that may be read keeps 999 and the number, and drops the name', async () => {
  const discreet = { ...TUESDAY, youngPerson: { ...TUESDAY.youngPerson!, style: 'discreet' as const } };
  const [heard] = await play(await talking(discreet), [['HELP', ['help']]]);
  expect(heard?.texts[0]).toMatch(/999.*0800 1111/);
  expect(heard?.texts[0]).not.toMatch(/Childline|safe/);
});

test('with every helpline expired HELP still says 999', async () => {
  const [heard] = await play(await talking({ ...TUESDAY, helpContacts: [] }), [['HELP', ['help']]]);
  expect(heard?.texts[0]).toMatch(/call 999. Dana is on call now/);
});

test('a HELP the carrier has answered is not answered twice', async () => {
  expect((await new Talk().says('HELP', { optOut: 'help' })).say).toEqual([]);
});

test('a person is passed on to whoever is there', async () => {
  const heard = [
    ...(await play(await talking(LATE), [['PERSON', ['person-lead']]])),
    ...(await play(await talking({ ...TUESDAY, notThem: ['sam'] }), [['PERSON', ['person-lead-alone']]])),
    ...(await play(await talking({ ...LATE, lead: null, second: null }), [['PERSON', ['person-nobody']]])),
  ];
  expect(wishes(heard, 'person-asked-for')).toHaveLength(3);
});

test('a complaint gets a date and a name', async () => {
  const [heard] = await play(await talking(), [['complaint', ['complaint']]]);
  expect(heard?.texts[0]).toMatch(/Ruth will see this .* by Thursday 24 Dec/);
});

test('a keyword anywhere in the burst is answered', async () => {
  await play(await talking(), [[['wait', 'PRIVATE'], ['private']]]);
});

test('a wish made in passing reaches their practitioner in their own words', async () => {
  const heard = await play(await talking(), [['call me jay', ['settings-passed-on']]]);
  expect(wishes(heard, 'word-for-the-visit')).toMatchObject([{ words: 'call me jay' }]);
});

test('a wish made in passing is not taken from words that worry', async () => {
  const given = { fresh: opened(TUESDAY.now, 'worry', ['bullying']) };
  await play(await talking(), [['call me jay', ['open-worry'], given]]);
});

test('a language chosen in the settings ends them: what comes next is listened to', async () => {
  await play(await talking(), [
    ['settings', ['settings']],
    ['welsh', ['settings-language']],
    ['had a bad day', ['open-heard']],
  ]);
});

test('while a question of safety is open, "what?" does not put it aside', async () => {
  const safeNow = { askedAt: TUESDAY.now, acceptedAt: TUESDAY.now, answer: null };
  const [heard] = await play(await talking(), [
    ['what', ['after-more'], { concern: concern(TUESDAY.now, { safeNow }) }],
  ]);
  expect(heard?.templates).not.toContain('not-understood');
});

test('where it was not understood, the question is put again', async () => {
  const talk = new Talk();
  await talk.isDue();
  await play(talk, [['wdym', ['explain-mood', 'mood']]]);
});

describe('asking for their own mentor', () => {
  test.each([
    'can i talk to sam',
    'Could Sam ring me please?',
    'i want to talk to my mentor',
    'can sam come and see me',
  ])('"%s" is passed on at once while they work', async (words) => {
    const [heard] = await play(await talking(), [[words, ['person-mentor']]]);
    expect(wishes(heard!, 'person-asked-for')).toEqual([{ wish: 'person-asked-for' }]);
  });

  test('off duty they find it, and nobody on call is woken by it', async () => {
    const [heard] = await play(await talking(LATE), [['can i talk to sam?', ['person-mentor-off']]]);
    expect(wishes(heard!, 'person-asked-for')).toEqual([{ wish: 'person-asked-for', quietly: true }]);
    expect(heard?.texts[0]).toMatch(/Sam is off now and will see that you want to talk\. Sam is next in/);
  });

  test('of whom is kept out, and of somebody else, nothing is passed on', async () => {
    const kept = await talking({ ...TUESDAY, notThem: ['sam'] });
    for (const [talk, words] of [
      [kept, 'can i talk to sam'],
      [await talking(), 'can i talk to my dad'],
    ] as const) {
      const [heard] = await play(talk, [[words, ['open-heard']]]);
      expect(wishes(heard!, 'person-asked-for')).toEqual([]);
    }
  });
});

describe('asking for anybody', () => {
  const open = { concern: concern(TUESDAY.now) };
  const waiting = { askedAt: TUESDAY.now, acceptedAt: TUESDAY.now, answer: null };

  test.each([
    'can i talk to someone',
    'Can I please speak to somebody?',
    'i need to talk to someone',
    'need someone to talk to',
    'could someone ring me pls',
    'can you get someone to call me',
    'is there anyone i can talk to',
    'can i speak to a human',
    'ga i siarad efo rhywun',
    "dw i'n moyn siarad gyda rhywun plis",
    'all rhywun ffonio fi',
    'oes rhywun alla i siarad efo',
  ])('"%s" is passed on wherever it is said', async (words) => {
    for (const given of [{}, open, { concern: concern(TUESDAY.now, { safeNow: waiting }) }]) {
      const [heard] = await play(await talking(LATE), [[words, ['person-lead'], given]]);
      expect(wishes(heard!, 'person-asked-for')).toEqual([{ wish: 'person-asked-for' }]);
    }
  });

  test.each(['can i talk to someone', 'ga i siarad efo rhywun'])(
    '"%s" in danger now is passed on too',
    async (words) => {
      const given = {
        concern: concern(TUESDAY.now, { level: 'immediate' }),
        fresh: opened(TUESDAY.now, 'immediate', ['domestic-abuse']),
      };
      const talk = await talking(LATE);
      await talk.says('hes here', given);
      await play(talk, [[words, ['person-lead'], given]]);
    },
  );

  test.each(['i talked to someone about it', 'someone rang me', 'can someone hurt me', 'i cant talk to anyone'])(
    '"%s" asks for nobody',
    async (words) => {
      const heard = await (await talking()).says(words);
      expect(wishes(heard, 'person-asked-for')).toEqual([]);
    },
  );

  test.each(['is sam there', 'can i talk to my mentor', 'is sam in?', 'ydi sam yna', 'ga i siarad gyda sam'])(
    '"%s" in an open concern is passed on to them',
    async (words) => {
      await play(await talking(), [[words, ['person-mentor'], open]]);
      await play(await talking(LATE), [[words, ['person-mentor-off'], open]]);
    },
  );

  test('one of ours named is heard as wanting that one, or whoever is on call', async () => {
    await play(await talking(LATE), [['is dana there', ['person-lead'], open]]);
    const [heard] = await play(await talking(LATE), [['can i talk to ruth', ['person-mentor'], open]]);
    expect(heard?.texts[0]).toMatch(/Ruth is working now/);
  });

  test.each(['is dad there', 'is he there', 'can i talk to my dad'])('"%s" is about somebody else', async (words) => {
    await play(await talking(), [[words, ['after-more'], open]]);
  });

  test.each(['can i talk to sam', 'is sam there', 'can i talk to my mentor'])(
    '"%s" after an allegation about them goes to the lead, who alone is named',
    async (words) => {
      const about = { mentor: null, coordinator: null, notThem: ['sam'] };
      const kept = { ...about, concern: concern(TUESDAY.now, { keptFrom: [named('Sam')] }) };
      const [heard] = await play(await talking(), [[words, ['person-lead-alone'], kept]]);
      expect(heard?.texts[0]).not.toMatch(/Sam|Ruth/);
    },
  );
});
