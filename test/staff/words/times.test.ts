import { sayBetween, sayHour, sayMoment, sayNear, saySpan, sayTime, sayTimeLeft } from '../../../src/staff/words/times';
import { readDay, readMoment, typeMoment } from '../../../src/staff/words/readLocal';
import { HOUR_MS, MINUTE_MS } from '../../../src/vocabulary';

const ZONE = 'Europe/London';
const at = (day: number, time: string, month = '11') => `2026-${month}-${day}T${time}:00.000Z`;

test.each([
  [at(22, '23:40'), '11:40pm'],
  [at(22, '08:00'), '8am'],
  [at(22, '12:00'), 'midday'],
  [at(22, '00:00'), 'midnight'],
  [at(22, '00:05'), '12:05am'],
  [at(22, '11:05', '07'), '12:05pm'],
])('%s is said "%s", local to the organisation', (instant, expected) => {
  expect(sayTime(instant, ZONE)).toBe(expected);
});

test('a moment is said in full, in the style of GOV.UK', () => {
  expect(sayMoment(at(22, '23:40'), ZONE)).toBe('11:40pm on Sunday 22 November 2026');
});

test.each([
  [at(22, '20:00'), '8pm'],
  [at(21, '20:00'), '8pm yesterday'],
  [at(23, '08:30'), '8:30am tomorrow'],
  [at(23, '00:00'), 'midnight tonight'],
  [at(26, '16:00'), '4pm on Thursday 26 November'],
])('seen from Sunday night, %s is "%s"', (instant, expected) => {
  expect(sayNear(instant, at(22, '23:55'), ZONE)).toBe(expected);
});

test.each([
  [at(27, '08:00'), at(27, '20:00'), '8am to 8pm on Friday 27 November'],
  [at(27, '20:00'), at(28, '08:00'), '8pm Friday 27 to 8am Saturday 28 November'],
  ['2026-11-30T20:00:00.000Z', '2026-12-01T08:00:00.000Z', '8pm Monday 30 November to 8am Tuesday 1 December'],
])('a duty from %s to %s is "%s": no day is said twice', (from, to, expected) => {
  expect(sayBetween(from, to, ZONE)).toBe(expected);
});

test('an hour of every day is said as it is spoken, in summer and winter', () => {
  expect(['08:00', '21:30', '00:00'].map(sayHour)).toEqual(['8am', '9:30pm', 'midnight']);
});

test.each([
  [30_000, 'less than a minute'],
  [MINUTE_MS, '1 minute'],
  [59 * MINUTE_MS, '59 minutes'],
  [HOUR_MS, '1 hour'],
  [2 * HOUR_MS + 5 * MINUTE_MS, '2 hours 5 minutes'],
  [20 * HOUR_MS + 5 * MINUTE_MS, '20 hours'],
  [72 * HOUR_MS, '3 days'],
])('%i ms is "%s"', (ms, expected) => {
  expect(saySpan(ms)).toBe(expected);
});

test('a clock says what is left, and how late it is', () => {
  expect(sayTimeLeft(at(22, '23:55'), at(22, '23:40'))).toBe('15 minutes left');
  expect(sayTimeLeft(at(22, '23:40'), at(22, '23:55'))).toBe('15 minutes late');
});

describe('a moment typed into a form', () => {
  const day = { day: '22', month: '7', year: '2026' };

  test.each([
    ['14:30', '2026-07-22T13:30:00.000Z'],
    ['2.30pm', '2026-07-22T13:30:00.000Z'],
    ['12am', '2026-07-21T23:00:00.000Z'],
    ['9', '2026-07-22T08:00:00.000Z'],
  ])('"%s" is read in the organisation’s zone', (time, expected) => {
    expect(readMoment(day, time, ZONE)).toBe(expected);
  });

  test.each(['', '25:00', '13pm', '10:75', 'noon'])('"%s" is no time', (time) => {
    expect(readMoment(day, time, ZONE)).toBeNull();
  });

  test('a day that does not exist is no day', () => {
    expect(readDay({ day: '30', month: '2', year: '2026' })).toBeNull();
    expect(readDay({ day: '', month: '2', year: '2026' })).toBeNull();
    expect(readDay({ day: '1', month: '2', year: '26' })).toBeNull();
    expect(readDay({ day: '1', month: '2', year: '2026' })).toBe('2026-02-01');
  });

  test('what a form shows is read back as the same moment', () => {
    const typed = typeMoment('2026-10-24T22:40:00.000Z', ZONE);
    expect(readMoment(typed, typed.time, ZONE)).toBe('2026-10-24T22:40:00.000Z');
  });
});
