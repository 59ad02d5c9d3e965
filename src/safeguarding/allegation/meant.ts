import type { About, Meant } from '../../vocabulary/concerns';
import type { Compiled } from '../reading/compile';
import type { Reading } from '../reading/reading';
import { isMisspelt, nameParts } from '../reading/staffNames';
import type { Hit } from '../weighing/hits';

/** "one of your mentors", "my old mentor" is another than the mentor of the young person. */
const OWN_MENTOR = /^(?:(?:my|me|the) )?mentor(?:s|'s|’s)?$/u;

/**
 * Which adult of the service is meant as the one who harms, or is not wanted. Where somebody is meant by
 * another role than the mentor's, a name that stands somewhere else in the message does not say who it is.
 */
export function meantBy(
  reading: Reading,
  compiled: Compiled,
  staff: readonly string[],
  about: About,
  hits: readonly Hit[],
): Meant {
  const accusing = hits.filter((hit) => hit.about === 'practitioner');
  if (about !== 'practitioner')
    return { names: namesNotWanted(reading, compiled, staff), roleWords: [], unnamed: false };
  const spans = accusing.flatMap((hit) => hit.matches);
  const near = spoken(reading, [compiled.people.staffName], (start, end) =>
    spans.some((span) => start < span.end && span.start < end),
  );
  const named =
    near.length > 0 ? near : spoken(reading, [compiled.people.staffName], (start) => start >= reading.judgedFrom);
  const names = [
    ...new Set([...named.flatMap((word) => rosterName(word, staff)), ...namesNotWanted(reading, compiled, staff)]),
  ];
  const { staffRole, ours } = compiled.people;
  const roleWords = [
    ...new Set(
      spoken(reading, [staffRole, ours], (start) => start >= reading.judgedFrom).map((word) => word.toLowerCase()),
    ),
  ];
  const mentorNamed = roleWords.some((word) => OWN_MENTOR.test(word));
  const mayBeAnother = near.length === 0 && roleWords.some((word) => !/\bmentor/.test(word));
  return { names, roleWords, unnamed: mayBeAnother || (names.length === 0 && !mentorNamed) };
}

/** "dont tell martin", "not Martin": the adults the young person asks to leave out, as written. */
export function notThemIn(reading: Reading, compiled: Compiled): string[] {
  const spans = reading.matchesOf(compiled.assertion.notThem).filter((match) => match.start >= reading.judgedFrom);
  const inside = (start: number, end: number): boolean => spans.some((span) => start >= span.start && end <= span.end);
  return [...new Set(spoken(reading, [compiled.people.staff], inside).map((word) => word.replace(/['’]s$/u, '')))];
}

function namesNotWanted(reading: Reading, compiled: Compiled, staff: readonly string[]): string[] {
  return notThemIn(reading, compiled).flatMap((word) => rosterName(word, staff));
}

/** The words, as written, of every place where one of those concepts stands and `wanted` says so. */
function spoken(
  { tags, tokens, texts }: Reading,
  concepts: readonly number[],
  wanted: (start: number, end: number) => boolean,
): string[] {
  const found: string[] = [];
  const places = concepts.flatMap((concept) => tags.placesOf(concept));
  const isPart = ({ start, end }: { start: number; end: number }): boolean =>
    places.some((other) => other.start <= start && other.end >= end && other.end - other.start > end - start);
  for (const place of places) {
    const { start, end } = place;
    const first = tokens[start];
    const last = tokens[end - 1];
    if (first === undefined || last === undefined || isPart(place) || !wanted(start, end)) continue;
    found.push((texts[first.message] ?? '').slice(first.start, last.end));
  }
  return found;
}

/** "marcuss", "Marcus's", "MARCUS", "marcos" → the name as the roster has it. */
function rosterName(word: string, staff: readonly string[]): string[] {
  const plain = word.toLowerCase().replace(/['’]/gu, '');
  const isExactly = (part: string): boolean => plain === part || plain === `${part}s`;
  const exact = staff.filter((name) => nameParts(name).some(isExactly));
  return exact.length > 0 ? exact : staff.filter((name) => nameParts(name).some((part) => isMisspelt(plain, part)));
}
