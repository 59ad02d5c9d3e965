import { staffingFor } from '../../src/rota';
import type { Practitioner, Roster } from '../../src/vocabulary';
import { practitioner, roster, shift } from '../escalation/cast';

const at = (now: string, from: Roster = roster()) => staffingFor(from, { youngPerson: 'zoe', now });
const withSam = (more: Partial<Practitioner>) =>
  roster({ people: [practitioner('sam', { roles: ['mentor'], ...more })] });

test.each([
  ['21:29 is day', '2026-11-24T21:29:59.999Z', false],
  ['21:30 is night', '2026-11-24T21:30:00.000Z', true],
  ['07:59 is night', '2026-11-24T07:59:59.999Z', true],
  ['08:00 is day', '2026-11-24T08:00:00.000Z', false],
  ['21:30 in summer is 20:30 UTC', '2026-07-14T20:30:00.000Z', true],
  ['21:29 in summer', '2026-07-14T20:29:00.000Z', false],
  ['02:30 twice, the night the clocks go back', '2026-10-25T01:30:00.000Z', true],
  ['07:59 the morning the clocks went forward', '2026-03-29T06:59:00.000Z', true],
  ['08:00 the morning the clocks went forward', '2026-03-29T07:00:00.000Z', false],
])('night: %s', (_, now, night) => {
  expect(at(now).night).toBe(night);
});

test.each([
  ['in hours', '2026-11-24T09:00:00.000Z', {}, true],
  ['a minute before', '2026-11-24T08:59:00.000Z', {}, false],
  ['at the end', '2026-11-24T17:30:00.000Z', {}, false],
  ['on Sunday', '2026-11-22T12:00:00.000Z', {}, false],
  [
    'on the last day of leave',
    '2026-11-24T12:00:00.000Z',
    { leave: [{ from: '2026-11-20', to: '2026-11-24' }] },
    false,
  ],
  ['the day after leave', '2026-11-25T12:00:00.000Z', { leave: [{ from: '2026-11-20', to: '2026-11-24' }] }, true],
  ['on Boxing Day kept on the Monday', '2026-12-28T12:00:00.000Z', {}, false],
  [
    'past midnight in night hours',
    '2026-11-25T01:00:00.000Z',
    { hours: [{ weekday: 2, from: '20:00', to: '02:00' }] },
    true,
  ],
  [
    'the night before their night hours',
    '2026-11-24T01:00:00.000Z',
    { hours: [{ weekday: 2, from: '20:00', to: '02:00' }] },
    false,
  ],
])('the practitioner is available: %s', (_, now, more, available) => {
  expect(at(now, withSam(more)).mentor?.available).toBe(available);
});

test('somebody who has left stands nowhere', () => {
  const left = withSam({ leftAt: '2026-11-01T00:00:00.000Z' });
  expect(at('2026-11-24T12:00:00.000Z', left).mentor).toBeNull();
});

test.each([
  ['a weekday before eight', '2026-11-24T02:00:00.000Z', {}, '2026-11-24T08:00:00.000Z'],
  ['exactly eight', '2026-11-24T08:00:00.000Z', {}, '2026-11-24T08:00:00.000Z'],
  ['Friday evening', '2026-11-27T22:00:00.000Z', {}, '2026-11-30T08:00:00.000Z'],
  [
    'a Saturday with hours',
    '2026-11-27T22:00:00.000Z',
    { hours: [{ weekday: 6, from: '10:00', to: '14:00' }] },
    '2026-11-28T09:00:00.000Z',
  ],
  [
    'after leave',
    '2026-11-24T22:00:00.000Z',
    { leave: [{ from: '2026-11-25', to: '2026-11-26' }] },
    '2026-11-27T08:00:00.000Z',
  ],
  ['over Christmas', '2026-12-24T22:00:00.000Z', {}, '2026-12-29T08:00:00.000Z'],
  [
    'the night the clocks go back',
    '2026-10-24T23:30:00.000Z',
    { hours: [{ weekday: 7, from: '10:00', to: '14:00' }] },
    '2026-10-25T09:00:00.000Z',
  ],
  ['in summer time', '2026-07-13T22:00:00.000Z', {}, '2026-07-14T07:00:00.000Z'],
  ['no hours at all', '2026-11-24T02:00:00.000Z', { hours: [] }, null],
])('the start of their day: %s', (_, now, more, starts) => {
  expect(at(now, withSam(more)).mentor?.dayStartsAt).toBe(starts);
});

test.each([
  ['in the evening: tomorrow, as their hours begin', '2026-11-24T22:00:00.000Z', {}, '2026-11-25T09:00:00.000Z'],
  [
    'between two stretches of one day',
    '2026-11-24T13:00:00.000Z',
    {
      hours: [
        { weekday: 2, from: '16:00', to: '18:00' },
        { weekday: 2, from: '09:00', to: '12:00' },
      ],
    },
    '2026-11-24T16:00:00.000Z',
  ],
  [
    'a volunteer after leave',
    '2026-11-24T22:00:00.000Z',
    { hours: [{ weekday: 4, from: '16:00', to: '20:00' }], leave: [{ from: '2026-11-26', to: '2026-11-26' }] },
    '2026-12-03T16:00:00.000Z',
  ],
  ['no hours at all', '2026-11-24T02:00:00.000Z', { hours: [] }, null],
])('they are next in: %s', (_, now, more, nextIn) => {
  expect(at(now, withSam(more)).mentor?.nextInAt).toBe(nextIn);
});

test('their digest goes at half past eight of their next day', () => {
  expect(at('2026-11-27T09:00:00.000Z').mentor?.nextDigestAt).toBe('2026-11-30T08:30:00.000Z');
});

test.each([
  ['the rota’s cover', '2026-11-24T12:00:00.000Z', [shift('cover', 'mo')], 'mo', true],
  ['the buddy in hours', '2026-11-24T12:00:00.000Z', [], 'bea', false],
  ['the coordinator when the buddy is off', '2026-11-24T20:00:00.000Z', [], 'carl', false],
])('cover is %s', (_, now, shifts, who, byRota) => {
  const staffing = at(now, roster({ shifts }));
  expect([staffing.cover?.practitioner.id, staffing.coverByRota]).toEqual([who, byRota]);
});

test.each(['lead', 'second', 'manager', 'cover'] as const)('whoever is on leave does not hold the duty %s', (duty) => {
  const holder = practitioner('gil', { leave: [{ from: '2026-11-20', to: '2026-11-24' }] });
  const held = roster({
    people: [holder],
    shifts: [shift(duty, 'gil'), shift(duty === 'lead' ? 'second' : 'lead', 'liv')],
  });
  const who = (now: string) => at(now, held)[duty]?.practitioner.id ?? null;
  expect(who('2026-11-24T23:59:00.000Z')).not.toBe('gil');
  expect(who('2026-11-25T00:00:00.000Z')).toBe('gil');
});

test('where lead, second and manager are all on leave they are asked in it: nobody told is worse', () => {
  const leave = [{ from: '2026-11-20', to: '2026-11-24' }];
  const [liv, sol] = [practitioner('liv', { leave }), practitioner('sol', { leave })];
  const shifts = [shift('lead', 'liv'), shift('manager', 'sol')];
  const who = (roles: Roster) => {
    const { lead, second, manager } = at('2026-11-24T12:00:00.000Z', roles);
    return [lead, second, manager].map((one) => one?.practitioner.id ?? null);
  };
  expect(who(roster({ people: [liv, sol], shifts }))).toEqual(['liv', null, 'sol']);
  expect(who(roster({ people: [liv, { ...sol, leave: [] }], shifts }))).toEqual([null, null, 'sol']);
});

test('another holder of the duty stands where one of two is on leave', () => {
  const leave = [{ from: '2026-11-20', to: '2026-11-24' }];
  const later = { ...shift('lead', 'seb'), from: '2026-02-01T00:00:00.000Z' };
  const two = roster({ people: [practitioner('seb', { leave })], shifts: [shift('lead', 'liv'), later] });
  expect(at('2026-11-24T12:00:00.000Z', two).lead?.practitioner.id).toBe('liv');
});

test('a night begun before the leave is worked to its end; one within the leave is not', () => {
  const liv = practitioner('liv', { roles: ['duty-lead'], leave: [{ from: '2026-11-24', to: '2026-11-26' }] });
  const nights = ['23', '24', '25'].map((day, index) => ({
    ...shift('lead', 'liv'),
    from: `2026-11-${day}T20:00:00.000Z`,
    to: `2026-11-${24 + index}T08:00:00.000Z`,
  }));
  const shifts = [...nights, shift('manager', 'mo')];
  const lead = (now: string) => at(now, roster({ people: [liv], shifts })).lead?.practitioner.id ?? null;
  expect([
    lead('2026-11-24T02:00:00.000Z'),
    lead('2026-11-24T22:00:00.000Z'),
    lead('2026-11-25T02:00:00.000Z'),
  ]).toEqual(['liv', null, null]);
});

test('the coordinator on leave is no coordinator: another one is, else nobody', () => {
  const carl = practitioner('carl', { roles: ['coordinator'], leave: [{ from: '2026-11-24', to: '2026-11-24' }] });
  const alone = at('2026-11-24T20:00:00.000Z', roster({ people: [carl] }));
  expect([alone.coordinator, alone.cover]).toEqual([null, null]);
  const two = roster({ people: [carl, practitioner('cleo', { roles: ['coordinator'] })] });
  expect(at('2026-11-24T20:00:00.000Z', two).coordinator?.practitioner.id).toBe('cleo');
});

test('nobody in conflict with the young person covers for them', () => {
  const one = roster();
  const conflicted = { ...one, youngPeople: one.youngPeople.map((person) => ({ ...person, conflicts: ['bea'] })) };
  expect(at('2026-11-24T12:00:00.000Z', conflicted).cover?.practitioner.id).toBe('carl');
});

test('an unknown number has no practitioner, but duty is held all the same', () => {
  const staffing = staffingFor(roster(), { youngPerson: null, now: '2026-11-24T12:00:00.000Z' });
  expect([staffing.mentor, staffing.lead?.practitioner.id]).toEqual([null, 'liv']);
});

test('a duty begins at its first moment and is over at its last', () => {
  const turn = {
    duty: 'lead' as const,
    practitioner: 'liv',
    from: '2026-11-24T08:00:00.000Z',
    to: '2026-11-24T20:00:00.000Z',
  };
  const lead = (now: string) => at(now, roster({ shifts: [turn] })).lead?.practitioner.id ?? null;
  expect(['2026-11-24T08:00:00.000Z', '2026-11-24T19:59:59.999Z', '2026-11-24T20:00:00.000Z'].map(lead)).toEqual([
    'liv',
    'liv',
    null,
  ]);
});

test.each([
  ['proofs not required', false, null, 'usable'],
  ['never proven', true, null, 'unproven'],
  ['proven thirty days ago', true, '2026-10-25T12:00:00.000Z', 'usable'],
  ['proven longer ago', true, '2026-10-25T11:59:59.000Z', 'unproven'],
] as const)('a channel: %s', (_, proofsRequired, sms, state) => {
  const from = withSam({ provenAt: { sms, voice: null, email: null } });
  const staffing = staffingFor(from, { youngPerson: 'zoe', now: '2026-11-24T12:00:00.000Z', proofsRequired });
  expect(staffing.mentor?.channels.sms).toBe(state);
});

test('opting out of texts leaves calls open', () => {
  const from = withSam({ optedOutAt: '2026-11-01T00:00:00.000Z', email: null });
  expect(at('2026-11-24T12:00:00.000Z', from).mentor?.channels).toEqual({
    sms: 'opted-out',
    voice: 'usable',
    email: 'no-address',
  });
});
