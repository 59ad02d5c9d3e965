import { byDay } from '../../src/rota';

test.each([
  ['by day it is the moment itself', '2026-11-20T12:00:00.000Z', '2026-11-20T12:00:00.000Z'],
  ['the first minute of the day is day', '2026-11-20T08:00:00.000Z', '2026-11-20T08:00:00.000Z'],
  ['late in the evening it is the afternoon of that day', '2026-11-20T22:30:00.000Z', '2026-11-20T17:00:00.000Z'],
  ['after midnight it is the afternoon of the day before', '2026-11-20T03:00:00.000Z', '2026-11-19T17:00:00.000Z'],
  ['in summer it goes by the clocks there', '2026-07-20T20:45:00.000Z', '2026-07-20T16:00:00.000Z'],
])('%s', (_when, moment, day) => {
  expect(byDay(moment, 'Europe/London')).toBe(day);
});
