import { leadTonight, nightLeads } from '../../src/rota';
import { aRoster } from '../harness/people';

const shift = (practitioner: string, from: string, to: string) =>
  ({ duty: 'lead', practitioner, from: `${from}:00.000Z`, to: `${to}:00.000Z` }) as const;

test('the leads of the coming four weeks of nights, each once, the first night’s first; not those of the day', () => {
  const shifts = [
    shift('day', '2026-11-20T08:00', '2026-11-20T20:00'),
    shift('dev', '2026-11-20T20:00', '2026-11-21T08:00'),
    shift('amira', '2026-11-21T20:00', '2026-11-23T08:00'),
    shift('dev', '2026-11-23T20:00', '2026-11-24T08:00'),
    shift('later', '2026-12-20T20:00', '2026-12-21T08:00'),
  ];
  expect(nightLeads(aRoster({ shifts }), '2026-11-20T12:00:00.000Z')).toEqual(['dev', 'amira']);
});

test('tonight’s lead is by day whoever leads when the night begins, and at night whoever leads now', () => {
  const shifts = [
    shift('day', '2026-11-20T08:00', '2026-11-20T20:00'),
    shift('dev', '2026-11-20T20:00', '2026-11-21T02:00'),
    shift('amira', '2026-11-21T02:00', '2026-11-21T20:00'),
  ];
  const at = (now: string) => leadTonight(aRoster({ shifts }), now);
  expect(at('2026-11-20T12:00:00.000Z')).toBe('dev');
  expect(at('2026-11-20T21:29:00.000Z')).toBe('dev');
  expect(at('2026-11-21T03:00:00.000Z')).toBe('amira');
  expect(at('2026-11-21T12:00:00.000Z')).toBeNull();
});
