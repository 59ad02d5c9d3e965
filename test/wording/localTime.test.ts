import { clockTime, roundUpToFive, sayDate, sayLocalTime, sayNames, sayWhen } from '../../src/wording';

const EN = { zone: 'Europe/London', language: 'en' } as const;
const CY = { zone: 'Europe/London', language: 'cy' } as const;

test.each([
  ['a late evening', '2026-11-24T23:55:00.000Z', '11.55pm', '11.55yh'],
  ['a whole hour', '2026-11-24T08:00:00.000Z', '8am', '8yb'],
  ['just past midnight', '2026-11-24T00:05:00.000Z', '12.05am', '12.05yb'],
  ['midnight', '2026-11-24T00:00:00.000Z', 'midnight', 'hanner nos'],
  ['noon', '2026-11-24T12:00:00.000Z', 'noon', 'hanner dydd'],
  ['summer time', '2026-07-01T07:00:00.000Z', '8am', '8yb'],
])('%s is said as a child says it', (_, instant, english, welsh) => {
  expect(clockTime(instant, EN)).toBe(english);
  expect(clockTime(instant, CY)).toBe(welsh);
});

test.each([
  ['the same day', '2026-11-24T16:00:00.000Z', '2026-11-24T16:15:00.000Z', '4.15pm'],
  ['past midnight is still tonight', '2026-11-24T23:50:00.000Z', '2026-11-25T00:05:00.000Z', '12.05am'],
  ['tomorrow morning', '2026-11-24T23:50:00.000Z', '2026-11-25T08:00:00.000Z', '8am tomorrow'],
  ['this morning, said at night', '2026-11-25T01:00:00.000Z', '2026-11-25T08:00:00.000Z', '8am'],
  ['after the weekend', '2026-11-20T23:50:00.000Z', '2026-11-23T08:00:00.000Z', '8am on Monday'],
  ['more than a week on', '2026-11-20T12:00:00.000Z', '2026-12-01T17:00:00.000Z', '5pm on Tuesday 1 Dec'],
  ['across the end of summer time', '2026-10-24T22:50:00.000Z', '2026-10-25T09:00:00.000Z', '9am tomorrow'],
])('%s', (_, now, instant, said) => {
  expect(sayWhen(instant, now, EN)).toBe(said);
});

test('Welsh days are said in Welsh', () => {
  expect(sayWhen('2026-11-23T08:00:00.000Z', '2026-11-20T23:50:00.000Z', CY)).toBe('8yb ddydd Llun');
  expect(sayDate('2026-12-22T12:00:00.000Z', CY)).toBe('ddydd Mawrth 22 Rhag');
});

test.each([
  ['2026-11-24T23:53:01.000Z', '2026-11-24T23:55:00.000Z'],
  ['2026-11-24T23:55:00.000Z', '2026-11-24T23:55:00.000Z'],
  ['2026-11-24T23:55:00.001Z', '2026-11-25T00:00:00.000Z'],
])('a promise for %s is given as %s: away from us, never towards us', (given, rounded) => {
  expect(roundUpToFive(given)).toBe(rounded);
});

test('names come in one breath', () => {
  expect(sayNames(['Sam'], 'en')).toBe('Sam');
  expect(sayNames(['Sam', 'Dana', 'Femi'], 'en')).toBe('Sam, Dana and Femi');
  expect(sayNames(['Sam', 'Dana'], 'cy')).toBe('Sam a Dana');
  for (const name of ['Alun', 'Ines', 'Ynyr', 'Élodie']) expect(sayNames(['Sam', name], 'cy')).toBe(`Sam ac ${name}`);
  for (const name of ['Iestyn', 'Wyn', 'Yusuf', 'Huw']) expect(sayNames(['Sam', name], 'cy')).toBe(`Sam a ${name}`);
  expect(sayLocalTime('21:30', 'en')).toBe('9.30pm');
});
