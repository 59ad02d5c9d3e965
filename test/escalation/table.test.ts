import type { CaseFacts } from '../../src/vocabulary';
import { DAY, EVENING, Life, NIGHT, practitioner, roster, shift } from './cast';

/** The table of pathways, row by row, when nobody answers: minute, who, as what, by which channels. */
const ROWS: readonly (readonly [string, string, Partial<CaseFacts>, number, readonly string[]])[] = [
  [
    'immediate, day',
    DAY,
    { level: 'immediate' },
    14,
    [
      '0 liv duty-lead sms+voice',
      '0 sam mentor sms+voice',
      '3 liv duty-lead sms+voice',
      '3 sam mentor sms+voice',
      '5 seb second-lead sms+voice',
      '5 bea cover sms+voice',
      '6 liv duty-lead sms+voice',
      '9 liv duty-lead sms+voice',
      '10 mo manager sms+voice',
      '12 liv duty-lead sms+voice',
    ],
  ],
  [
    'immediate, night',
    NIGHT,
    { level: 'immediate' },
    11,
    [
      '0 liv duty-lead sms+voice',
      '0 sam mentor sms',
      '3 liv duty-lead sms+voice',
      '5 seb second-lead sms+voice',
      '5 carl coordinator sms',
      '6 liv duty-lead sms+voice',
      '9 liv duty-lead sms+voice',
      '10 mo manager sms+voice',
    ],
  ],
  [
    'urgent, practitioner available',
    DAY,
    {},
    100,
    [
      '0 liv duty-lead sms',
      '0 sam mentor sms',
      '10 sam mentor voice',
      '20 liv duty-lead voice',
      '20 bea cover sms+voice',
      '40 seb second-lead sms+voice',
      '60 mo manager sms+voice',
      ...everybodyAt(80),
      ...everybodyAt(100),
    ],
  ],
  [
    'urgent, evening, practitioner off duty',
    EVENING,
    {},
    60,
    [
      '0 liv duty-lead sms',
      '0 carl coordinator sms',
      '0 sam mentor sms',
      '10 carl coordinator voice',
      '20 liv duty-lead voice',
      '40 seb second-lead sms+voice',
      '60 mo manager sms+voice',
    ],
  ],
  [
    'urgent, night',
    NIGHT,
    {},
    40,
    [
      '0 liv duty-lead sms+voice',
      '5 liv duty-lead sms+voice',
      '10 liv duty-lead sms+voice',
      '15 liv duty-lead sms+voice',
      '15 seb second-lead sms+voice',
      '20 liv duty-lead sms+voice',
      '25 liv duty-lead sms+voice',
      '30 liv duty-lead sms+voice',
      '30 mo manager sms+voice',
      '35 liv duty-lead sms+voice',
      '40 liv duty-lead sms+voice',
      '40 seb second-lead sms+voice',
      '40 mo manager sms+voice',
    ],
  ],
  [
    'urgent, not sure of safety',
    DAY,
    { unsureOfSafety: true },
    20,
    [
      '0 liv duty-lead sms+voice',
      '0 sam mentor sms',
      '10 seb second-lead sms+voice',
      '10 sam mentor voice',
      '20 liv duty-lead voice',
      '20 mo manager sms+voice',
      '20 bea cover sms+voice',
    ],
  ],
  ['worry', DAY, { level: 'worry' }, 48 * 60, ['2880 bea cover sms']],
  [
    'allegation, day',
    DAY,
    { nature: 'allegation', level: 'worry', excluded: ['sam'] },
    40,
    ['0 liv duty-lead sms', '10 liv duty-lead voice', '20 seb second-lead sms+voice', '40 mo manager sms+voice'],
  ],
  [
    'allegation, night',
    NIGHT,
    { nature: 'allegation', level: 'worry', excluded: ['sam'] },
    40,
    ['0 liv duty-lead sms', '15 liv duty-lead voice', '20 seb second-lead sms+voice', '40 mo manager sms+voice'],
  ],
  [
    'allegation in danger: called at once, and nobody of the practitioner’s side',
    DAY,
    { nature: 'allegation', level: 'immediate', excluded: ['sam'] },
    5,
    ['0 liv duty-lead sms+voice', '3 liv duty-lead sms+voice', '5 seb second-lead sms+voice'],
  ],
  [
    'missing person writes, day',
    DAY,
    { nature: 'missing-person-writes', level: 'none' },
    20,
    [
      '0 liv duty-lead sms+voice',
      '0 sam mentor sms+voice',
      '10 seb second-lead sms+voice',
      '10 bea cover sms+voice',
      '20 mo manager sms+voice',
    ],
  ],
  [
    'missing person writes, day, and it is urgent: whoever stands in is told by the sooner row and not by both',
    DAY,
    { nature: 'missing-person-writes', level: 'urgent' },
    25,
    [
      '0 liv duty-lead sms+voice',
      '0 sam mentor sms+voice',
      '10 seb second-lead sms+voice',
      '10 sam mentor voice',
      '10 bea cover sms+voice',
      '20 liv duty-lead voice',
      '20 mo manager sms+voice',
    ],
  ],
  [
    'missing person writes, evening, and it is urgent: the sooner row is then the one of the practitioner off duty',
    EVENING,
    { nature: 'missing-person-writes', level: 'urgent' },
    15,
    [
      '0 liv duty-lead sms+voice',
      '0 carl coordinator sms',
      '0 sam mentor sms+voice',
      '10 seb second-lead sms+voice',
      '10 carl coordinator voice',
    ],
  ],
  [
    'missing person writes, night',
    NIGHT,
    { nature: 'missing-person-writes', level: 'none' },
    20,
    ['0 liv duty-lead sms+voice', '0 sam mentor sms', '10 seb second-lead sms+voice', '20 mo manager sms+voice'],
  ],
  [
    'phone not theirs, with something urgent open',
    DAY,
    { nature: 'phone-not-theirs' },
    45,
    ['0 liv duty-lead sms', '10 liv duty-lead voice', '30 seb second-lead sms+voice', '45 mo manager sms+voice'],
  ],
  ['phone not theirs, alone, day', DAY, { nature: 'phone-not-theirs', level: 'worry' }, 1139, ['0 liv duty-lead sms']],
  [
    'phone not theirs, alone, night',
    NIGHT,
    { nature: 'phone-not-theirs', level: 'worry' },
    560,
    ['560 liv duty-lead sms'],
  ],
  [
    'could not be assessed, day',
    DAY,
    { nature: 'could-not-be-assessed', level: 'worry' },
    60,
    ['0 liv duty-lead sms+voice', '60 seb second-lead sms+voice'],
  ],
  ['picture only, day', DAY, { nature: 'picture-or-unread', level: 'none' }, 239, ['0 carl coordinator sms']],
  ['picture only, night', NIGHT, { nature: 'picture-or-unread', level: 'none' }, 600, ['560 carl coordinator sms']],
];

function everybodyAt(minute: number): readonly string[] {
  return [
    `${minute} liv duty-lead sms+voice`,
    `${minute} seb second-lead sms+voice`,
    `${minute} mo manager sms+voice`,
    `${minute} sam mentor sms+voice`,
    `${minute} bea cover sms+voice`,
  ];
}

test.each(ROWS)(
  '%s: when nobody answers, everybody is told at the minute of the table',
  (_, at, facts, until, told) => {
    expect([...new Life(at, roster(), facts).until(until).told()].sort()).toEqual([...told].sort());
  },
);

const CLOCKS: readonly (readonly [string, string, Partial<CaseFacts>, readonly (number | string | null)[]])[] = [
  ['immediate', DAY, { level: 'immediate' }, [10, 10, 15, 20]],
  ['urgent, day', DAY, {}, [30, 30, 120, 60]],
  ['urgent, evening', EVENING, {}, [30, 30, 120, 60]],
  ['urgent, night: a human by ten', NIGHT, {}, [null, 15, 45, '2026-11-25T10:00:00.000Z']],
  ['not sure of safety', DAY, { unsureOfSafety: true }, [10, 5, 30, 60]],
  ['worry: two working days', DAY, { level: 'worry' }, [null, 2880, null, null]],
  [
    'allegation, next visit first',
    DAY,
    { nature: 'allegation', level: 'worry', nextVisitAt: '2026-11-24T16:00:00.000Z' },
    [30, 30, 120, 60],
  ],
  ['missing person writes', DAY, { nature: 'missing-person-writes', level: 'none' }, [10, 10, 15, 20]],
  ['phone not theirs, with something urgent open', DAY, { nature: 'phone-not-theirs' }, [30, 30, 60, null]],
  [
    'phone not theirs, alone: read in four working hours, checked within one working day',
    DAY,
    { nature: 'phone-not-theirs', level: 'worry' },
    [1200, 1200, null, 1440],
  ],
  ['could not be assessed, night', NIGHT, { nature: 'could-not-be-assessed', level: 'none' }, [null, 30, null, null]],
];

test.each(CLOCKS)('%s: each clock runs as long as the table says', (_, at, facts, wanted) => {
  const { takenOnBy, readBy, decidedBy, contactedBy } = new Life(at, roster(), facts).case.clocks;
  const minutes = (clock: string | null) => (clock === null ? null : (Date.parse(clock) - Date.parse(at)) / 60_000);
  const expected = wanted.map((one) => (typeof one === 'string' ? minutes(one) : one));
  expect([takenOnBy, readBy, decidedBy, contactedBy].map(minutes)).toEqual(expected);
});

test('an unknown sender has no practitioner: the lead is told as the row of the hour says, nobody else', () => {
  const life = new Life(EVENING, roster(), { nature: 'unknown-sender' }, null).until(60);
  expect(life.told()).toEqual([
    '0 liv duty-lead sms',
    '20 liv duty-lead voice',
    '40 seb second-lead sms+voice',
    '60 mo manager sms+voice',
  ]);
});

test('at night an urgent notice is held for the practitioner’s morning, and somebody else asked at nine if they are silent', () => {
  const life = new Life(NIGHT).until(600);
  expect(life.else()).toContain('0 held mentor sam 2026-11-25T08:00:00.000Z');
  const morning = life.told().filter((line) => /sam|bea|carl/.test(line));
  expect(morning).toEqual(['500 sam mentor sms', '560 bea cover sms']);
});

test('on a Saturday night a weekday practitioner is held to Monday, and the coordinator asked on Sunday at nine', () => {
  const life = new Life('2026-11-21T23:00:00.000Z').until(1);
  expect(life.else()).toContain('0 held mentor sam 2026-11-23T08:00:00.000Z');
  expect(
    life
      .until(601)
      .told()
      .filter((line) => /sam|bea|carl/.test(line)),
  ).toEqual(['600 carl coordinator sms']);
});

test.each([
  ['none', '0 sam mentor sms', ['held']],
  ['urgent', '0 sam mentor sms+voice', []],
] as const)('wakeFor %s decides what wakes a practitioner at night', (wakeFor, immediate, held) => {
  const willing = roster({ people: [practitioner('sam', { roles: ['mentor'], wakeFor })] });
  expect(new Life(NIGHT, willing, { level: 'immediate' }).told()).toContain(immediate);
  const urgent = new Life(NIGHT, willing);
  expect(urgent.moments.map(({ happening }) => happening.what).filter((what) => what === 'held')).toEqual(held);
  expect(urgent.told().some((line) => line.startsWith('0 sam mentor sms+voice'))).toBe(wakeFor === 'urgent');
});

test('cover on the night rota is texted beside the coordinator when it is immediate', () => {
  const covered = roster({ shifts: [...roster().shifts, shift('cover', 'bea')] });
  const told = new Life(NIGHT, covered, { level: 'immediate' }).until(5).told();
  expect(told).toContain('5 bea cover sms');
  expect(told).toContain('5 carl coordinator sms');
});

test('a worry waits for the practitioner’s digest, on their days, and is said once', () => {
  const friday = new Life('2026-11-27T18:00:00.000Z', roster(), { level: 'worry' }).until(60);
  expect(friday.told()).toEqual([]);
  expect(friday.else()).toEqual(['0 digest sam 2026-11-30T08:30:00.000Z']);
});
