import type { CheckIn, Instant } from '../../vocabulary';

/** As wide as its column: drawn wider, its numbers would be too small to read on a phone. */
const WIDTH = 400;
const HEIGHT = 220;
const LEFT = 36;
const RIGHT = 20;
/** Room for the value above a mood of 10. */
const TOP = 32;
/** Room for the first day and the last. */
const BOTTOM = 44;

export interface MoodPicture {
  readonly width: number;
  readonly height: number;
  readonly points: readonly { readonly x: number; readonly y: number; readonly mood: number; readonly at: Instant }[];
  /** The line through the points, as SVG reads it. */
  readonly path: string;
  /** The three horizontals the eye needs: 0, 5 and 10. */
  readonly rules: readonly { readonly mood: number; readonly y: number }[];
  readonly left: number;
  readonly right: number;
}

/** Moods over time, oldest first, one step a check-in. A check-in without a mood leaves no point: it is not a zero. */
export function drawMood(checkIns: readonly CheckIn[]): MoodPicture | null {
  const said = checkIns
    .filter((one): one is CheckIn & { mood: number } => one.mood !== null)
    .toSorted((a, b) => (a.startedAt < b.startedAt ? -1 : 1));
  if (said.length === 0) return null;
  const heightOf = (mood: number): number => TOP + ((10 - mood) / 10) * (HEIGHT - TOP - BOTTOM);
  const step = (WIDTH - LEFT - RIGHT - 24) / Math.max(said.length - 1, 1);
  const points = said.map((one, index) => ({
    x: Math.round(LEFT + 12 + step * index),
    y: Math.round(heightOf(one.mood)),
    mood: one.mood,
    at: one.startedAt,
  }));
  return {
    width: WIDTH,
    height: HEIGHT,
    points,
    path: points.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`).join(' '),
    rules: [10, 5, 0].map((mood) => ({ mood, y: Math.round(heightOf(mood)) })),
    left: LEFT,
    right: WIDTH - RIGHT,
  };
}
