import type { ConcernFacts, Facts, Kind } from '../../src/vocabulary';

import { play, wishes } from './rows';
import { LATE, Talk, TUESDAY, assessed, concern, named, opened } from './talk';

const urgent = (kinds: readonly Kind[], more: Parameters<typeof opened>[3] = {}, at = TUESDAY.now): Partial<Facts> => ({
  fresh: opened(at, 'urgent', kinds, more),
  concern: concern(at),
});
const immediate = (kinds: readonly Kind[]): Partial<Facts> => ({
  fresh: opened(TUESDAY.now, 'immediate', kinds),
  concern: concern(TUESDAY.now, { level: 'immediate' }),
});

describe('who reads it, and by when', () => {
  test.each<[string, Facts, Parameters<typeof opened>[3], string, RegExp]>([
    [
      'the mentor by day',
      TUESDAY,
      { teller: named('Sam') },
      'after-urgent-day',
      /Sam is being told now and will read .* by 4.15pm/,
    ],
    [
      'the mentor alone',
      { ...TUESDAY, lead: null, second: null },
      { teller: named('Sam') },
      'after-urgent-day-alone',
      /Sam/,
    ],
    [
      'the lead, while the mentor is off',
      { ...TUESDAY, mentor: named('Sam', false) },
      {},
      'after-urgent-off-duty',
      /Dana, on call/,
    ],
    [
      'the lead at night, and when the mentor hears',
      LATE,
      { mentorHearsAt: '2026-11-25T08:00:00.000Z' },
      'after-urgent-night',
      /11.55pm. Sam hears at 8am tomorrow/,
    ],
    [
      'only the lead, when the mentor is not wanted',
      { ...TUESDAY, notThem: ['sam'] },
      {},
      'after-urgent-lead',
      /^((?!Sam).)*$/,
    ],
    [
      'nobody until the morning',
      { ...LATE, lead: null, second: null, monitored: false },
      { teller: null, readBy: null },
      'nobody-on-call',
      /before 8am tomorrow/,
    ],
    [
      'the lead about a named adult of ours',
      TUESDAY,
      { nature: 'allegation', accused: 'Martin' },
      'after-about-staff',
      /Martin will not see this. Dana/,
    ],
    [
      'the lead about an unnamed one',
      TUESDAY,
      { nature: 'allegation' },
      'after-about-staff-unnamed',
      /Dana, who is in charge/,
    ],
    [
      'never the mentor about an adult of ours',
      TUESDAY,
      { nature: 'allegation', teller: named('Sam') },
      'after-about-staff-unnamed',
      /Dana/,
    ],
  ])('%s', async (_, facts, more, template, text) => {
    const [heard] = await play(new Talk(facts), [
      ['words', [template, 'limits-line'], urgent(['physical-abuse'], more, facts.now)],
    ]);
    expect(heard?.texts[0]).toMatch(text);
    expect(wishes(heard!, 'safe-now-asked')).toHaveLength(1);
  });
});

test('what was promised is recorded as it was said: rounded, with its name', async () => {
  const [heard] = await play(new Talk(), [
    ['words', ['after-urgent-day', 'limits-line'], urgent(['neglect'], { teller: named('Sam') })],
  ]);
  expect(wishes(heard!, 'commit')).toEqual([
    { wish: 'commit', what: 'will-read', who: 'sam', by: '2026-11-24T16:15:00.000Z' },
  ]);
});

test('where 999 is named, what to do after taking too much is said on weak evidence too', async () => {
  const fresh = {
    ...opened(TUESDAY.now, 'immediate', ['suicide']),
    assessment: assessed('immediate', ['suicide'], { weak: true }),
  };
  const given = { fresh, concern: concern(TUESDAY.now) };
  await play(new Talk(), [['i took some tablets', ['immediate-not-alone', 'advice-overdose', 'limits-line'], given]]);
});

test('where 999 is named the helplines are too, on weak evidence as well', async () => {
  const fresh = {
    ...opened(TUESDAY.now, 'immediate', ['suicide']),
    assessment: assessed('immediate', ['suicide'], { weak: true }),
  };
  const given = { fresh, concern: concern(TUESDAY.now) };
  await play(new Talk(), [['i dont want to be here', ['immediate-not-alone', 'helplines-now', 'limits-line'], given]]);
});

test.each(['he wants £200 or he sends them', 'he wants 200 quid', 'pay or he posts it'])(
  'pressed with pictures ("%s") they hear not to pay',
  async (words) => {
    const [heard] = await play(new Talk(), [
      [words, ['after-urgent-lead', 'advice-pictures', 'limits-line'], urgent(['online-sexual-harm'])],
    ]);
    expect(heard?.texts[1]).toMatch(/do not pay, and keep the messages/);
  },
);

test('in the discreet profile what is added is answered with HELP in place of 999', async () => {
  const person = { ...TUESDAY.youngPerson!, style: 'discreet' as const };
  const given = { youngPerson: person, concern: concern(TUESDAY.now, { level: 'urgent' }) };
  const talk = new Talk({ ...TUESDAY, youngPerson: person });
  await talk.says('words', { ...given, ...urgent(['physical-abuse']) });
  for (const [facts, template] of [
    [{}, 'after-more'],
    [{ lead: null, second: null }, 'after-more-nobody'],
  ] as const) {
    const heard = await talk.says('he did it on sunday too', { ...given, ...urgent(['physical-abuse']), ...facts });
    expect(heard.templates).toEqual([template]);
    expect(heard.texts[0]).toMatch(/Send HELP/);
  }
});

test('nobody hears that somebody is being rung who has taken it on', async () => {
  const at = TUESDAY.now;
  const danger = (more: Partial<ConcernFacts>) => ({ concern: concern(at, { level: 'immediate', ...more }) });
  const talk = new Talk();
  await talk.says('help', { ...danger({}), fresh: opened(at, 'immediate', ['domestic-abuse']) });
  const [first, taken] = await play(talk, [
    ['ok', ['immediate-more'], danger({})],
    ['ok', ['immediate-taken'], danger({ takenOnBy: { who: named('Dana'), at } })],
    ['ok', ['immediate-more'], danger({ takenOnBy: { who: named('Sam'), at } })],
    [
      'hes back',
      ['immediate-more'],
      { ...danger({ takenOnBy: { who: named('Dana'), at } }), fresh: opened(at, 'immediate', ['domestic-abuse']) },
    ],
  ]);
  expect(first?.texts[0]).toMatch(/Dana is being rung/);
  expect(taken?.texts[0]).toMatch(/^Dana has taken this on and will see this too\. If you have not yet, call 999 now/);
});

test('weak evidence gets the lighter form and no helplines', async () => {
  const fresh = {
    ...opened(TUESDAY.now, 'urgent', ['self-harm']),
    assessment: assessed('urgent', ['self-harm'], { weak: true }),
  };
  await play(new Talk(), [
    ['id rather die than do pe lol', ['after-urgent-weak', 'limits-line'], { fresh, concern: concern(TUESDAY.now) }],
  ]);
});

test.each<[Kind, string]>([
  ['physical-abuse', "it's not your fault"],
  ['self-harm', 'We are not cross'],
  ['violence-or-weapons', 'We are not cross'],
  ['criminal-exploitation', 'We are not cross'],
])('after %s it says "%s"', async (kind, words) => {
  const heard = await new Talk().says('words', urgent([kind]));
  expect(heard.texts[0]).toContain(words);
});

test.each<[string, Kind, string]>([
  ['i took loads of tablets', 'substance-emergency', 'advice-overdose'],
  ['he says pay 50 or he posts it', 'online-sexual-harm', 'advice-pictures'],
  ['the flight is on friday', 'honour-based-abuse', 'advice-taken-abroad'],
  ['my wrist really hurts', 'physical-abuse', 'advice-injury'],
  ['cant go on', 'suicide', 'helplines-now'],
])('"%s" gets its one approved line', async (words, kind, template) => {
  await play(new Talk(), [[words, ['after-urgent-lead', template, 'limits-line'], urgent([kind])]]);
});

test('a phone that may be read gets no advice, no helpline names and never the words back', async () => {
  const facts = { ...TUESDAY, youngPerson: { ...TUESDAY.youngPerson!, style: 'discreet' as const } };
  const [heard] = await play(new Talk(facts), [
    ['cant go on', ['after-urgent-lead', 'limits-line'], urgent(['suicide'])],
  ]);
  expect(heard?.texts[0]).toBe(
    'Thanks, got that. Dana will read it by 4.15pm. All OK with you right now? Send 1 yes, 2 no, 3 not sure.',
  );
});

test('what weighs only in the shadow of what was said before is not told anew', async () => {
  const given = urgent(['physical-abuse']);
  const told = { ...given, concern: concern(TUESDAY.now, { told: [{ who: named('Dana'), at: TUESDAY.now }] }) };
  await play(new Talk(), [
    ['dad hits me', ['after-urgent-lead', 'limits-line'], given],
    ['who did you tell', ['told-who'], told],
    ['check in', ['mood'], given],
    ['1', ['low-mood'], given],
    ['he hit me again', ['after-more'], given],
  ]);
});

test('a lone HELP afterwards is answered as HELP, even where the words before it still weigh', async () => {
  const given = urgent(['physical-abuse']);
  await play(new Talk(), [
    ['dad hits me', ['after-urgent-lead', 'limits-line'], given],
    ['HELP', ['help'], given],
    ['help hes here', ['after-more'], given],
  ]);
});

describe('danger now', () => {
  test('999 first, who is rung, and no question', async () => {
    const [heard] = await play(new Talk(), [
      ['hes got a knife', ['immediate', 'limits-line'], immediate(['violence-or-weapons'])],
    ]);
    expect(heard?.texts[0]).toMatch(/^Call 999 now/);
    expect(wishes(heard!, 'safe-now-asked')).toEqual([]);
  });

  test('after an overdose: not alone', async () => {
    await play(new Talk(), [
      ['took them all', ['immediate-not-alone', 'advice-overdose', 'limits-line'], immediate(['substance-emergency'])],
    ]);
  });

  test('said in full once; while it lasts each further text gets a short one', async () => {
    const given = immediate(['domestic-abuse']);
    await play(new Talk(), [
      ['hes here', ['immediate', 'limits-line'], given],
      ['breaking the door', ['immediate-more'], given],
    ]);
  });

  test('with nobody on call no call is promised', async () => {
    const alone = { ...TUESDAY, lead: null, second: null, monitored: false };
    const given = { ...immediate(['domestic-abuse']), fresh: opened(TUESDAY.now, 'immediate', [], { teller: null }) };
    const [heard] = await play(new Talk(alone), [['hes here', ['immediate-nobody', 'limits-line'], given]]);
    expect(heard?.texts[0]).not.toContain('ringing');
  });

  describe('who says that it is over', () => {
    const inDanger = (kinds: readonly Kind[]) => ({ concern: concern(TUESDAY.now, { level: 'immediate', kinds }) });
    const followed = inDanger(['violence-or-weapons']);
    const atHome = inDanger(['physical-abuse']);
    const after = async (kinds: readonly Kind[]) => {
      const talk = new Talk();
      await talk.says('help', immediate(kinds));
      await talk.says('hes here', immediate(kinds));
      return talk;
    };

    test.each([
      'im home now thanks',
      'ok im home safe',
      "I'm safe now",
      'im ok now thank you x',
      'the police are here',
      'dw i adre nawr diolch',
      "dwi'n saff rwan",
    ])('"%s" is not told again to call 999 at once', async (words) => {
      for (const given of [followed, atHome]) {
        const talk = await after(given.concern.kinds);
        const [heard] = await play(talk, [[words, ['after-more'], given]]);
        expect(heard?.texts[0]).toMatch(/^Thank you\. Dana will see this too\. If you're not safe call 999\.$/);
        expect(wishes(heard!, 'safe-now-answered')).toEqual([]);
      }
    });

    test('also where the judge still hears the danger before it in those words', async () => {
      const talk = await after(['violence-or-weapons']);
      await play(talk, [['im home now', ['after-more'], { ...immediate(['violence-or-weapons']), ...followed }]]);
    });

    test.each(['im home now but hes outside', 'im not safe', 'i want to be home now', 'im fine', 'home alone'])(
      '"%s" does not say so',
      async (words) => {
        await play(await after(['violence-or-weapons']), [[words, ['immediate-more'], followed]]);
      },
    );

    test('"im home now" where they were hurt at home says only where they are', async () => {
      await play(await after(['physical-abuse']), [['im home now', ['immediate-more'], atHome]]);
      await play(await after([]), [['im home now', ['after-more'], followed]]);
    });

    test.each<Kind>(['suicide', 'self-harm', 'substance-emergency'])(
      '"im ok now" after %s ends no danger',
      async (kind) => {
        await play(await after([kind]), [['im ok now thanks', ['immediate-more'], inDanger([kind])]]);
      },
    );
  });
});
