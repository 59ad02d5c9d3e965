import { DAY_MS, msBetween, type Instant } from '../../vocabulary/time';

/** The mood of one check-in, 0 to 10; null when it was not said. */
export interface MoodSaid {
  readonly startedAt: Instant;
  readonly mood: number | null;
}

/** One low mood is a bad day and two are a bad week: three in a row is the first that is a course. */
const FEWEST = 3;
/** Over less than this a mood wavers: 7, 6, 5 is nobody's worry. Chosen by us, as no published measure fits one question. */
const LEAST_FALL = 3;
/** Older moods say nothing of the course of this one: check-ins may have lain still between. */
const WITHIN_MS = 42 * DAY_MS;

/**
 * A mood that fell from each check-in to the next, three at least, by three points or more in all, in six weeks: those
 * moods, oldest first. Null when it did not. A check-in without a mood says neither that it fell nor that it rose.
 */
export function fallingMood(checkIns: readonly MoodSaid[], now: Instant): readonly number[] | null {
  const moods = checkIns
    .filter(({ startedAt }) => msBetween(startedAt, now) <= WITHIN_MS)
    .toSorted((a, b) => b.startedAt.localeCompare(a.startedAt))
    .flatMap(({ mood }) => (mood === null ? [] : [mood]));
  const rises = moods.findIndex((mood, place) => place > 0 && mood <= (moods[place - 1] ?? mood));
  const falling = (rises < 0 ? moods : moods.slice(0, rises)).toReversed();
  const fell = (falling[0] ?? 0) - (falling.at(-1) ?? 0);
  return falling.length >= FEWEST && fell >= LEAST_FALL ? falling : null;
}
