import { DAY, Life, NIGHT } from './cast';

test.each([
  ['at night', NIGHT],
  ['by day', DAY],
])('more of a worry that stays one %s waits for the morning list, as the worry did', (_, at) => {
  const life = new Life(at, undefined, { level: 'worry' }).until(10).more().until(60).more().until(400);
  expect(life.told()).toEqual([]);
  const lists = life.else().filter((line) => line.includes(' digest '));
  expect(lists.map((line) => line.replace(/^\S+ /, ''))).toEqual(Array(3).fill('digest sam 2026-11-25T08:30:00.000Z'));
});

test('once it is urgent, its holder is told of more at once', () => {
  const life = new Life(DAY, undefined, { level: 'worry' }).until(10).raise({ level: 'urgent' }).until(20);
  life.act('taken-on', 'sam').act('seen', 'sam').until(60).more();
  expect(life.toldFrom(60)).toContain('60 sam mentor sms');
});
