import type { About, Meant } from '../vocabulary/concerns';
import type { Compiled } from './compile';
import type { Hit } from './hits';
import type { Reading } from './reading';
import { isMisspelt, nameParts } from './staffNames';

/** Which adult of the service is meant as the one who harms, or is not wanted. */
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
  const near = spoken(reading, compiled.people.staffName, (start, end) =>
    spans.some((span) => start < span.end && span.start < end),
  );
  const named =
    near.length > 0 ? near : spoken(reading, compiled.people.staffName, (start) => start >= reading.judgedFrom);
  const names = [
    ...new Set([...named.flatMap((word) => rosterName(word, staff)), ...namesNotWanted(reading, compiled, staff)]),
  ];
  const roleWords = [
    ...new Set(
      spoken(reading, compiled.people.staffRole, (start) => start >= reading.judgedFrom).map((word) =>
        word.toLowerCase(),
      ),
    ),
  ];
  const mentorNamed = roleWords.some((word) => /\bmentor/.test(word));
  return { names, roleWords, unnamed: names.length === 0 && !mentorNamed };
}

/** "dont tell martin", "not Martin": the adults the young person asks to leave out, as written. */
export function notThemIn(reading: Reading, compiled: Compiled): string[] {
  const spans = reading.matchesOf(compiled.assertion.notThem).filter((match) => match.start >= reading.judgedFrom);
  const inside = (start: number, end: number): boolean => spans.some((span) => start >= span.start && end <= span.end);
  return [...new Set(spoken(reading, compiled.people.staff, inside).map((word) => word.replace(/['’]s$/u, '')))];
}

function namesNotWanted(reading: Reading, compiled: Compiled, staff: readonly string[]): string[] {
  return notThemIn(reading, compiled).flatMap((word) => rosterName(word, staff));
}

/** The words, as written, of every place where that concept stands and `wanted` says so. */
function spoken(
  { tags, tokens, texts }: Reading,
  concept: number,
  wanted: (start: number, end: number) => boolean,
): string[] {
  const found: string[] = [];
  const places = tags.placesOf(concept);
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
