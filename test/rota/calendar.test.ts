import {
  addWorkingDays,
  bankHolidays,
  findRosterGaps,
  nationOf,
  nextSafeMoment,
  nextWeeklySlot,
  noteDueAt,
  withinSafeHours,
} from '../../src/rota';
import type { Shift } from '../../src/vocabulary';
import { practitioner, roster, shift } from '../escalation/cast';

const ZONE = 'Europe/London';

/** As gov.uk/bank-holidays lists them. */
test.each([
  [
    'england',
    2026,
    ['2026-01-01', '2026-04-03', '2026-04-06', '2026-05-04', '2026-05-25', '2026-08-31', '2026-12-25', '2026-12-28'],
  ],
  [
    'wales',
    2027,
    ['2027-01-01', '2027-03-26', '2027-03-29', '2027-05-03', '2027-05-31', '2027-08-30', '2027-12-27', '2027-12-28'],
  ],
  [
    'england',
    2022,
    [
      '2022-01-03',
      '2022-04-15',
      '2022-04-18',
      '2022-05-02',
      '2022-06-02',
      '2022-06-03',
      '2022-08-29',
      '2022-09-19',
      '2022-12-26',
      '2022-12-27',
    ],
  ],
  [
    'scotland',
    2023,
    [
      '2023-01-02',
      '2023-01-03',
      '2023-04-07',
      '2023-05-01',
      '2023-05-08',
      '2023-05-29',
      '2023-08-07',
      '2023-11-30',
      '2023-12-25',
      '2023-12-26',
    ],
  ],
  [
    'northern-ireland',
    2025,
    [
      '2025-01-01',
      '2025-03-17',
      '2025-04-18',
      '2025-04-21',
      '2025-05-05',
      '2025-05-26',
      '2025-07-14',
      '2025-08-25',
      '2025-12-25',
      '2025-12-26',
    ],
  ],
])('bank holidays of %s in %d', (area, year, days) => {
  expect(bankHolidays(area, year)).toEqual(days);
});

test.each([
  ['North Yorkshire, England', 'england'],
  ['Scotland', 'scotland'],
  ['Northern Ireland', 'northern-ireland'],
  ['Atlantis', null],
])('the area %s lies in %s', (area, nation) => {
  expect(nationOf(area)).toBe(nation);
});

test('working days step over the weekend and the bank holidays', () => {
  expect(addWorkingDays('2026-12-24', 2, 'england')).toBe('2026-12-30');
});

test.each([
  ['later today', '2026-11-24T16:00:00.000Z', '2026-11-24T17:00:00.000Z'],
  ['at that very moment: next week', '2026-11-24T17:00:00.000Z', '2026-12-01T17:00:00.000Z'],
  ['over the clock change it stays five o’clock', '2026-10-21T12:00:00.000Z', '2026-10-27T17:00:00.000Z'],
])('the next Tuesday at five: %s', (_, after, next) => {
  expect(nextWeeklySlot([{ weekday: 2, at: '17:00' }], ZONE, after)).toBe(next);
});

test('of several slots the soonest counts, and of none there is none', () => {
  const slots = [
    { weekday: 2, at: '17:00' },
    { weekday: 1, at: '09:00' },
  ];
  expect(nextWeeklySlot(slots, ZONE, '2026-11-22T12:00:00.000Z')).toBe('2026-11-23T09:00:00.000Z');
  expect(nextWeeklySlot([], ZONE, '2026-11-22T12:00:00.000Z')).toBeNull();
});

test.each([
  [{ from: '08:00', to: '21:30' }, '2026-11-24T07:59:00.000Z', false, '2026-11-24T08:00:00.000Z'],
  [{ from: '08:00', to: '21:30' }, '2026-11-24T21:29:00.000Z', true, '2026-11-24T21:29:00.000Z'],
  [{ from: '08:00', to: '21:30' }, '2026-11-24T21:30:00.000Z', false, '2026-11-25T08:00:00.000Z'],
  [{ from: '22:00', to: '02:00' }, '2026-11-24T01:00:00.000Z', true, '2026-11-24T01:00:00.000Z'],
])('safe hours %j at %s', (hours, now, within, next) => {
  expect([withinSafeHours(hours, ZONE, now), nextSafeMoment(hours, ZONE, now)]).toEqual([within, next]);
});

test.each([
  ['the next 08:30', [], '2026-11-24T18:00:00.000Z', '2026-11-25T08:30:00.000Z'],
  ['two hours before a visit', [{ weekday: 2, at: '20:30' }], '2026-11-24T18:00:00.000Z', '2026-11-24T18:30:00.000Z'],
  [
    'at once when the visit is nearer',
    [{ weekday: 2, at: '19:00' }],
    '2026-11-24T18:00:00.000Z',
    '2026-11-24T18:00:00.000Z',
  ],
])('the note goes out %s', (_, visits, now, due) => {
  const one = roster();
  const visited = { ...one, youngPeople: one.youngPeople.map((person) => ({ ...person, visits })) };
  expect(noteDueAt(visited, { youngPerson: 'zoe', now })).toBe(due);
});

describe('gaps of a rota', () => {
  const FROM = '2026-11-24T08:00:00.000Z';
  const turn = (duty: Shift['duty'], who: string, from: string, to: string): Shift => ({
    duty,
    practitioner: who,
    from,
    to,
  });

  test('none where lead and second are two people all the time, and somebody is manager', () => {
    const week = [
      turn('lead', 'liv', '2026-11-24T00:00:00.000Z', '2026-11-29T00:00:00.000Z'),
      shift('second', 'seb'),
      shift('manager', 'mo'),
    ];
    expect(findRosterGaps(roster({ shifts: week }), FROM, 72)).toEqual([]);
  });

  test('an hour without a lead is found, and reaches no further than the window', () => {
    const shifts = [
      turn('lead', 'liv', '2026-11-24T00:00:00.000Z', '2026-11-24T20:00:00.000Z'),
      turn('lead', 'mo', '2026-11-24T21:00:00.000Z', '2026-11-25T06:00:00.000Z'),
      shift('second', 'seb'),
      shift('manager', 'mo'),
    ];
    expect(findRosterGaps(roster({ shifts }), FROM, 24)).toEqual([
      { gap: 'uncovered', duty: 'lead', from: '2026-11-24T20:00:00.000Z', to: '2026-11-24T21:00:00.000Z' },
      { gap: 'uncovered', duty: 'lead', from: '2026-11-25T06:00:00.000Z', to: '2026-11-25T08:00:00.000Z' },
    ]);
  });

  test('an hour without a manager is one too: nobody stands in', () => {
    const until = '2026-11-24T20:00:00.000Z';
    const shifts = [shift('lead', 'liv'), shift('second', 'seb'), turn('manager', 'mo', FROM, until)];
    expect(findRosterGaps(roster({ shifts }), FROM, 13)).toEqual([
      { gap: 'uncovered', duty: 'manager', from: until, to: '2026-11-24T21:00:00.000Z' },
    ]);
  });

  test('days on which the holder is on leave are one, to the midnight', () => {
    const liv = practitioner('liv', { roles: ['duty-lead'], leave: [{ from: '2026-11-25', to: '2026-11-26' }] });
    const held = turn('lead', 'liv', FROM, '2026-11-28T00:00:00.000Z');
    const shifts = [held, shift('second', 'seb'), shift('manager', 'mo')];
    expect(findRosterGaps(roster({ people: [liv], shifts }), FROM, 72)).toEqual([
      { gap: 'uncovered', duty: 'lead', from: '2026-11-25T00:00:00.000Z', to: '2026-11-27T00:00:00.000Z' },
    ]);
  });

  test('one person as lead and second is a gap', () => {
    const shifts = [
      turn('lead', 'liv', FROM, '2026-11-26T00:00:00.000Z'),
      shift('second', 'liv'),
      shift('manager', 'mo'),
    ];
    expect(findRosterGaps(roster({ shifts }), FROM, 12)).toEqual([
      { gap: 'same-person', practitioner: 'liv', from: FROM, to: '2026-11-24T20:00:00.000Z' },
    ]);
  });

  test('the eighth night in a row is one too many, and is said once', () => {
    const nights = (to: string) => [
      turn('lead', 'liv', '2026-11-24T08:00:00.000Z', to),
      turn('lead', 'mo', to, '2026-12-20T00:00:00.000Z'),
      shift('second', 'seb'),
      shift('manager', 'mo'),
    ];
    const found = (to: string) => findRosterGaps(roster({ shifts: nights(to) }), FROM, 10 * 24);
    expect(found('2026-12-01T08:00:00.000Z')).toEqual([]);
    expect(found('2026-12-02T08:00:00.000Z')).toEqual([
      { gap: 'too-many-nights', practitioner: 'liv', from: '2026-11-24T21:30:00.000Z', nights: 8 },
    ]);
  });
});
