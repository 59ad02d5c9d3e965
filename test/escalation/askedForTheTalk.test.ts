import { DAY, Life, NIGHT } from './cast';

const minuteOf = (line: string) => Number(line.split(' ', 1)[0]);

test('that nobody has spoken with them is said in their safe hours, and not at three in the morning', () => {
  const life = new Life(DAY).until(5).act('taken-on', 'sam').act('seen', 'sam').act('decided', 'liv').until(1100);
  const asked = life.toldFrom(60).map(minuteOf);
  expect(asked.some((minute) => minute > 400 && minute < 450)).toBe(true);
  expect(asked.filter((minute) => minute >= 450 && minute < 1080)).toEqual([]);
  expect(life.toldFrom(1080)).toEqual(expect.arrayContaining(['1080 liv duty-lead sms+voice']));
});

test('their own safe hours count, also over midnight', () => {
  const own = { safeHours: { from: '22:00', to: '02:00' } };
  const life = new Life(DAY, undefined, own).until(5).act('taken-on', 'sam').act('seen', 'sam').act('decided', 'liv');
  const asked = life.until(900).toldFrom(10).map(minuteOf);
  expect(asked.filter((minute) => minute < 480)).toEqual([]);
  expect(asked.some((minute) => minute >= 480 && minute < 720)).toBe(true);
  expect(asked.filter((minute) => minute >= 720)).toEqual([]);
});

test('where danger now waits for no hour, nor does this', () => {
  const life = new Life(NIGHT, undefined, { level: 'immediate' }).until(2).act('taken-on', 'liv').act('seen', 'liv');
  life.act('decided', 'liv').until(60);
  expect(life.toldFrom(21).length).toBeGreaterThan(0);
});
