import { later, MINUTE_MS, type CaseFacts } from '../../src/vocabulary';
import { DAY, EVENING, Life, NIGHT } from './cast';

/** London is on GMT: the hours of these moments are local ones. Safe hours are 08:00 to 21:30 unless a row says so. */
const CLOCKS: readonly (readonly [string, string, Partial<CaseFacts>, string])[] = [
  ['sixty minutes that end within safe hours', '2026-11-24T20:29:00.000Z', {}, '2026-11-24T21:29:00.000Z'],
  [
    'sixty that would end after them: as many from the next morning on',
    '2026-11-24T20:31:00.000Z',
    {},
    '2026-11-25T09:00:00.000Z',
  ],
  ['an urgent night: by ten', NIGHT, {}, '2026-11-25T10:00:00.000Z'],
  [
    'an urgent night before a day whose safe hours begin after school: an hour into them',
    NIGHT,
    { safeHours: { from: '16:00', to: '20:00' } },
    '2026-11-25T17:00:00.000Z',
  ],
  [
    'safe hours over midnight',
    '2026-11-25T01:30:00.000Z',
    { nature: 'allegation', safeHours: { from: '22:00', to: '02:00' } },
    '2026-11-25T23:00:00.000Z',
  ],
  [
    'safe hours shorter than that: as they begin, while anybody may still speak with them',
    DAY,
    { safeHours: { from: '16:00', to: '16:45' } },
    '2026-11-24T16:00:00.000Z',
  ],
  ['danger now waits for no hour', NIGHT, { level: 'immediate' }, later(NIGHT, 20 * MINUTE_MS)],
];

test.each(CLOCKS)('somebody has spoken with them: %s', (_, at, facts, expected) => {
  expect(new Life(at, undefined, facts).case.clocks.contactedBy).toBe(expected);
});

test('nobody is asked why they have not spoken with them in the minute in which they first may', () => {
  const life = new Life('2026-11-24T21:10:00.000Z').until(5).act('taken-on', 'liv').act('seen', 'liv');
  life.act('decided', 'liv').until(11 * 60 + 49);
  expect(life.toldFrom(6)).toEqual([]);
  life.until(11 * 60 + 50);
  expect(life.toldFrom(6)).toContain('710 liv duty-lead sms+voice');
});

test('taken on anew in the evening, it is spoken about in the morning and not asked for at night', () => {
  const life = new Life(EVENING).until(5).act('taken-on', 'liv').act('seen', 'liv').act('decided', 'liv').until(130);
  life.act('taken-on', 'liv').until(13 * 60 + 29);
  expect(life.toldFrom(130)).toEqual([]);
  expect(life.until(13 * 60 + 30).toldFrom(130)).not.toEqual([]);
});
