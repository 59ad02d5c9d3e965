import { msBetween, SECOND_MS, type Instant } from '../../vocabulary';
import type { Happened } from '../concern/tellStory';

const LANE_HEIGHT = 34;
const TOP = 12;
const LABEL_WIDTH = 128;
/** Of the font the lanes are named in, so that no name runs into its line. */
const LETTER_WIDTH = 8;
/** Under the lanes: an hour, and below it a day where one begins. */
const MARKS_HEIGHT = 50;
/** Half of the longest day ("23 November") that may stand under the last of it. */
const RIGHT = 56;
const WIDTH = 960;

export interface TimelinePicture {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly lanes: readonly { readonly name: string; readonly y: number }[];
  readonly dots: readonly { readonly x: number; readonly y: number; readonly tone: Happened['tone'] }[];
  /** Vertical marks with the moment they stand for, far enough apart to be read. */
  readonly marks: readonly { readonly x: number; readonly at: Instant }[];
  readonly baseline: number;
}

/**
 * Where everything of a case stands in its picture: a lane a person, left to right in the order it was lived. The
 * distance between two things grows with the logarithm of the time between them: seconds stay visible beside days.
 */
export function drawTimeline(story: readonly Happened[]): TimelinePicture {
  const names = [...new Set(story.map((one) => one.lane))];
  const lanes = names.map((name, index) => ({ name, y: TOP + LANE_HEIGHT * index + LANE_HEIGHT / 2 }));
  const left = Math.max(LABEL_WIDTH, ...names.map((name) => name.length * LETTER_WIDTH + 16));
  const places = placeAlong(story, left);
  const dots = story.map((one, index) => ({
    x: places[index] ?? left,
    y: lanes[names.indexOf(one.lane)]?.y ?? 0,
    tone: one.tone,
  }));
  const baseline = TOP + LANE_HEIGHT * lanes.length;
  return {
    width: WIDTH,
    height: baseline + MARKS_HEIGHT,
    left,
    lanes,
    dots,
    marks: chooseMarks(story, places),
    baseline,
  };
}

function placeAlong(story: readonly Happened[], left: number): readonly number[] {
  const steps = story.map((one, index) => {
    const before = story[index - 1];
    return before === undefined ? 0 : Math.log2(1 + msBetween(before.at, one.at) / SECOND_MS);
  });
  const whole = steps.reduce((sum, step) => sum + step, 0) || 1;
  const room = WIDTH - left - RIGHT - 16;
  let gone = 0;
  return steps.map((step) => {
    gone += step;
    return Math.round(left + 16 + (gone / whole) * room);
  });
}

const MARK_APART = 84;

function chooseMarks(story: readonly Happened[], places: readonly number[]): TimelinePicture['marks'] {
  const marks: { x: number; at: Instant }[] = [];
  story.forEach((one, index) => {
    const x = places[index] ?? 0;
    const last = marks.at(-1);
    const sameMinute = last?.at.slice(0, 16) === one.at.slice(0, 16);
    if (last === undefined || (x - last.x >= MARK_APART && !sameMinute)) marks.push({ x, at: one.at });
  });
  return marks;
}
