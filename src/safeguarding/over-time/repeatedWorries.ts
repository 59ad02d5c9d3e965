import {
  atLeast,
  DAY_MS,
  HOUR_MS,
  KINDS,
  msBetween,
  type About,
  type Instant,
  type Kind,
  type Level,
} from '../../vocabulary';

/** What was judged of one message, as far as counting asks. */
export interface Judged {
  readonly at: Instant;
  readonly level: Level;
  readonly kinds: readonly Kind[];
  readonly about: About;
}

/** Three of a kind are a course that no single message shows (PATHWAYS, "worry, any hour"). */
export const FEWEST_WORRIES = 3;
/** The days they are counted over. */
export const COUNTED_OVER_DAYS = 21;
/** What is said within this of the last is the same talk: three texts of one evening are one worry. */
const ONE_TALK_MS = 6 * HOUR_MS;

/**
 * The kinds that have come up as a worry or more in three talks or more, about the same person, in the 21 days before
 * `now`. An allegation is never counted: it is told by itself, from the first. Counting raises no level.
 */
export function repeatedWorries(judged: readonly Judged[], about: About, now: Instant): readonly Kind[] {
  const counted = judged.filter((one) => one.about === about && isWorry(one) && isWithin(one.at, now));
  return KINDS.filter((kind) => talksOf(counted.filter(({ kinds }) => kinds.includes(kind))) >= FEWEST_WORRIES);
}

function isWorry({ level, kinds, about }: Judged): boolean {
  return atLeast(level, 'worry') && about !== 'practitioner' && !kinds.includes('allegation-against-staff');
}

function isWithin(at: Instant, now: Instant): boolean {
  return msBetween(at, now) <= COUNTED_OVER_DAYS * DAY_MS;
}

function talksOf(worries: readonly Judged[]): number {
  const inOrder = worries.map(({ at }) => at).toSorted();
  return inOrder.filter((at, place) => {
    const before = inOrder[place - 1];
    return before === undefined || msBetween(before, at) > ONE_TALK_MS;
  }).length;
}
