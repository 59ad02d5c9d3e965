import { DAY, Life, NIGHT } from './cast';

const minuteOf = (line: string) => Number(line.split(' ', 1)[0]);

test('that nobody has spoken with them is said in their safe hours, and not at three in the morning', () => {
  const life = new Life(DAY).until(5).act('taken-on', 'sam').act('seen', 'sam').act('decided', 'liv').until(1100);
  const asked = life.toldFrom(60).map(minuteOf);
  expect(asked.some((minute) => minute > 400 && minute < 450)).toBe(true);
  expect(asked.filter((minute) => minute >= 450 && minute < 1080)).toEqual([]);
  expect(life.toldFrom(1080)).toEqual(expect.arrayContaining(['1080 liv duty-lead sms']));
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

test('decided, and no danger known, everybody is asked once: then whoever leads once an hour, the manager once a day', () => {
  const life = new Life(DAY).until(5).act('taken-on', 'sam').act('seen', 'sam').act('decided', 'liv').until(2900);
  const [lead, second, manager] = ['liv', 'seb', 'mo'].map((who) =>
    life.toldFrom(121).filter((one) => one.includes(who)),
  );
  expect(life.toldFrom(60).filter((one) => minuteOf(one) <= 120)).toEqual([
    '60 liv duty-lead sms',
    '60 sam mentor sms+voice',
    '80 liv duty-lead voice',
    '100 seb second-lead sms+voice',
    '120 mo manager sms+voice',
  ]);
  expect(lead?.slice(0, 3)).toEqual(['140 liv duty-lead sms', '200 liv duty-lead sms', '260 liv duty-lead sms']);
  expect(second).toEqual([]);
  expect(manager).toEqual(['1580 mo manager sms']);
  expect(life.act('contacted', 'sam').until(4400).toldFrom(2901)).toEqual([]);
});

test('not decided, everybody is asked as for anything that nobody follows up', () => {
  const life = new Life(DAY).until(5).act('taken-on', 'sam').act('seen', 'sam').until(300);
  expect(life.toldFrom(140)).toEqual(
    expect.arrayContaining(['140 seb second-lead sms+voice', '200 seb second-lead sms+voice']),
  );
});

test.each([
  ['danger', { level: 'immediate' }],
  ['they may not be safe', { unsureOfSafety: true }],
] as const)('once %s is known, calm ends at once', (_, change) => {
  const life = new Life(DAY).until(5).act('taken-on', 'sam').act('seen', 'sam').act('decided', 'liv').until(250);
  const calm = life.toldFrom(190).length;
  expect(calm).toBe(1);
  expect(life.raise(change).until(310).toldFrom(250).length).toBeGreaterThan(3);
});
