import { drawMood } from '../../../src/staff/pictures/drawMood';
import { drawTimeline } from '../../../src/staff/pictures/drawTimeline';
import type { Happened } from '../../../src/staff/concern/tellStory';
import { checkIn } from '../harness/cases';

describe('mood over time', () => {
  test('goes from the oldest to the newest, higher when better', () => {
    const picture = drawMood([
      checkIn('b', '2026-11-10T17:00:00.000Z', 9),
      checkIn('a', '2026-11-03T17:00:00.000Z', 2),
    ])!;
    expect(picture.points.map((point) => point.mood)).toEqual([2, 9]);
    expect(picture.points[0]!.x).toBeLessThan(picture.points[1]!.x);
    expect(picture.points[0]!.y).toBeGreaterThan(picture.points[1]!.y);
  });

  test('a check-in without a mood leaves no point, and none at all no picture', () => {
    const silent = checkIn('a', '2026-11-03T17:00:00.000Z', null);
    expect(drawMood([silent])).toBeNull();
    expect(drawMood([silent, checkIn('b', '2026-11-10T17:00:00.000Z', 0)])!.points).toHaveLength(1);
  });
});

test('the best mood there is has room for its number, and days stand below the worst', () => {
  const { points, height } = drawMood([
    checkIn('a', '2026-11-03T17:00:00.000Z', 10),
    checkIn('b', '2026-11-10T17:00:00.000Z', 0),
  ])!;
  const [best, worst] = points;
  expect(best!.y - 12 - 16).toBeGreaterThanOrEqual(0);
  expect(height - 6 - 15).toBeGreaterThan(worst!.y + 6);
});

describe('the case over time', () => {
  const happened = (at: string, lane: string): Happened => ({ at, lane, what: 'x', tone: 'told' });
  const story = [
    happened('2026-11-22T23:40:00.000Z', 'Young person'),
    happened('2026-11-22T23:40:02.000Z', 'Amira'),
    happened('2026-11-25T09:00:00.000Z', 'Young person'),
  ];

  test('has a lane a person and everything inside its frame, left to right', () => {
    const { lanes, dots, width, left, baseline } = drawTimeline(story);
    expect(lanes.map((lane) => lane.name)).toEqual(['Young person', 'Amira']);
    const places = dots.map((dot) => dot.x);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    for (const dot of dots) {
      expect(dot.x).toBeGreaterThan(left);
      expect(dot.x).toBeLessThan(width);
      expect(dot.y).toBeLessThan(baseline);
    }
  });

  test('leaves room for the longest name before its line begins', () => {
    const long = drawTimeline([...story, happened('2026-11-25T10:00:00.000Z', 'Bernadette Lloyd (has left)')]);
    expect(long.left).toBeGreaterThan(200);
    expect(Math.max(...long.dots.map(({ x }) => x))).toBeLessThan(long.width);
  });

  test('keeps two seconds visible beside two days', () => {
    const [first, second] = drawTimeline(story).dots;
    expect(second!.x - first!.x).toBeGreaterThan(14);
  });

  test('says each minute once, where there is room to read it', () => {
    const marks = drawTimeline(story).marks.map((mark) => mark.at);
    expect(marks).toEqual(['2026-11-22T23:40:00.000Z', '2026-11-25T09:00:00.000Z']);
  });
});
