import type { Kind } from '../../vocabulary/concerns';
import type { Compiled } from '../reading/compile';
import type { Reading } from '../reading/reading';
import type { Verdict } from '../weighing/levels';

interface Span {
  readonly start: number;
  readonly end: number;
}

const ALLEGATION = 'allegation-against-staff';
/** What one does to oneself: an adult of the service beside it is one who knows, or is missed. */
const OF_ONESELF: ReadonlySet<Kind> = new Set([
  'suicide',
  'self-harm',
  'eating-or-mental-health',
  'missing-or-homeless',
]);
/** How many words before the message may say that it was somebody else. */
const REACH = 25;
const STEP = 'an adult of the service is meant by what they are';

/**
 * "the driver keeps feeling my leg": something grave is heard, nobody outside the service is said to do anything, and
 * an adult of the service, named by role, is more than told, asked or missed. That adult must not be told, so the
 * verdict becomes an allegation of the same level. Names are left to the classifier.
 */
export function accusedByRole(verdict: Verdict, reading: Reading, compiled: Compiled): Verdict {
  if (verdict.level === 'none' || verdict.about === 'practitioner') return verdict;
  if (verdict.kinds.every((kind) => OF_ONESELF.has(kind)) || !isDoneByOurs(reading, compiled)) return verdict;
  const because = verdict.because.map((reason) => ({
    ...reason,
    kinds: withAllegation(reason.kinds),
    steps: [STEP, ...reason.steps],
  }));
  return { ...verdict, about: 'practitioner', kinds: withAllegation(verdict.kinds), because };
}

/** Whether every adult of the service spoken of is only called what ours are called, and is another house's. */
export function isOfAnotherHouse(reading: Reading, { people, assertion }: Compiled): boolean {
  const elsewhere = reading.matchesOf(assertion.ofAnotherHouse);
  const spokenOf = reading.tags.placesOf(people.staff);
  return spokenOf.length > 0 && spokenOf.every((place) => elsewhere.some((match) => overlaps(place, match)));
}

function isDoneByOurs(reading: Reading, compiled: Compiled): boolean {
  const { oursDo, othersDo, onlyTold } = compiled.assertion;
  const inMessage = (match: Span): boolean => match.start >= reading.judgedFrom;
  const does = reading.matchesOf(oursDo).filter(inMessage);
  const ours = reading.tags.placesOf(compiled.people.ours).filter(inMessage);
  const others = reading.matchesOf(othersDo).filter(({ end }) => end > reading.judgedFrom - REACH);
  if (others.some((match) => !ours.some((one) => overlaps(one, match)))) return false;
  const told = reading.matchesOf(onlyTold).filter(inMessage);
  const isIn = (one: Span, spans: readonly Span[]): boolean => spans.some((span) => overlaps(one, span));
  return ours.some((one) => isIn(one, does) && !isIn(one, told));
}

function overlaps(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}

function withAllegation(kinds: readonly Kind[]): readonly Kind[] {
  return [...new Set<Kind>([ALLEGATION, ...kinds])];
}
