import { NAMES_THAT_ARE_WORDS, shortNamesOf, WORDS_THAT_MAY_BE_NAMES, type PeopleToMask } from '../vocabulary';
import { COMMON_NAMES, NOT_NAMES } from './names';
import { LOOKS_LIKE } from './places';

/** Texts without names, numbers and addresses, and the way back. */
export interface Masked {
  readonly texts: readonly string[];
  /** Where words of the n-th masked text stand in its original, whole placeholders at least; null when they do not. */
  find(n: number, words: string): { readonly start: number; readonly end: number } | null;
  /** The words with every placeholder put back as it was first written. */
  unmask(words: string): string;
  /** The adult of the service behind a placeholder, by full name; null when it is nobody of the service. */
  staffBehind(placeholder: string): string | null;
}

interface Found {
  readonly start: number;
  readonly end: number;
  readonly label: string;
  /** Two finds with the same label and key are the same person or thing. */
  readonly key: string;
}

interface Piece {
  readonly original: { readonly start: number; readonly end: number };
  readonly masked: { readonly start: number; readonly end: number };
}

/**
 * Masks several texts together: the same person, number or place has the same placeholder in all of them. What looks
 * like a number or an address comes first, then what the record knows, then what looks like a name.
 */
export function mask(texts: readonly string[], people: PeopleToMask): Masked {
  const known = knownPeople(people);
  const placeholders = new Map<string, string>();
  const firstWritten = new Map<string, string>();
  const counts = new Map<string, number>();
  const nextOf = (label: string) => counts.set(label, (counts.get(label) ?? 0) + 1).get(label);

  function placeholderOf({ label, key }: Found, written: string): string {
    const id = `${label}:${key}`;
    const placeholder = placeholders.get(id) ?? `[${label}-${nextOf(label)}]`;
    placeholders.set(id, placeholder);
    if (!firstWritten.has(placeholder)) firstWritten.set(placeholder, written);
    return placeholder;
  }

  const done = texts.map((text) => {
    let masked = '';
    let from = 0;
    const pieces: Piece[] = [];
    for (const found of withoutOverlaps([...findLookalikes(text), ...findKnown(text, known), ...findNames(text)])) {
      masked += text.slice(from, found.start);
      const start = masked.length;
      masked += placeholderOf(found, text.slice(found.start, found.end));
      pieces.push({ original: found, masked: { start, end: masked.length } });
      from = found.end;
    }
    return { masked: masked + text.slice(from), pieces };
  });

  return {
    texts: done.map(({ masked }) => masked),
    find(n, words) {
      const { masked, pieces } = done[n] ?? { masked: '', pieces: [] };
      const at = words.trim() === '' ? -1 : masked.indexOf(words);
      if (at < 0) return null;
      return { start: originalAt(pieces, at, 'start'), end: originalAt(pieces, at + words.length, 'end') };
    },
    unmask: (words) => words.replace(/\[[a-z-]+-\d+\]/g, (placeholder) => firstWritten.get(placeholder) ?? placeholder),
    staffBehind: (placeholder) =>
      people.staff.find((name) => placeholders.get(`adult:${name}`) === placeholder) ?? null,
  };
}

interface KnownName {
  readonly pattern: RegExp;
  readonly label: string;
  readonly key: string;
}

function knownPeople(people: PeopleToMask): readonly KnownName[] {
  const named = (label: string) => (name: string) =>
    [name, ...name.split(/\s+/).flatMap(withShortNames)].flatMap((part): KnownName[] =>
      part.length < 2 ? [] : [{ pattern: nameAsWritten(part), label, key: name }],
    );
  return [
    ...people.places.map((place) => ({ pattern: wholeWords(place, 'giu'), label: 'address', key: place })),
    ...people.staff.flatMap(named('adult')),
    ...(people.youngPerson === null ? [] : named('young-person')(people.youngPerson)),
    ...people.others.flatMap(named('person')),
  ];
}

/** "Sharon" on the roster is "shaz" in a text. */
function withShortNames(part: string): readonly string[] {
  return [part, ...shortNamesOf(part.toLowerCase()).filter((short) => !WORDS_THAT_MAY_BE_NAMES.has(short))];
}

/** A name that is also a word counts only with its capital. */
function nameAsWritten(name: string): RegExp {
  return wholeWords(name, NAMES_THAT_ARE_WORDS.has(name.toLowerCase()) ? 'gu' : 'giu');
}

function wholeWords(words: string, flags: string): RegExp {
  const escaped = words
    .trim()
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(/\s+/g, '\\s+');
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, flags);
}

function findKnown(text: string, known: readonly KnownName[]): readonly Found[] {
  const found = known.flatMap(({ pattern, label, key }) => all(text, pattern, label, () => key));
  return found.sort((a, b) => b.end - b.start - (a.end - a.start));
}

function findLookalikes(text: string): readonly Found[] {
  return LOOKS_LIKE.flatMap(({ label, pattern }) => all(text, pattern, label, (words) => words.replace(/\s/g, '')));
}

/** Common names in any spelling, and capitals in mid-sentence; a text that is all capitals tells nothing by them. */
function findNames(text: string): readonly Found[] {
  const words = all(text, /\p{L}[\p{L}'’]*/gu, 'person', (word) => word.replace(/['’]s$/, '').toLowerCase());
  const capitals = words.filter(({ start }) => isCapital(text, start));
  const capitalsTell = capitals.length * 2 <= words.length;
  return words.flatMap((word) => {
    const end = word.start + word.key.length;
    const named = COMMON_NAMES.has(word.key) || (capitalsTell && isNameByItsCapital(text, word));
    return named ? [{ ...word, end }] : [];
  });
}

function isNameByItsCapital(text: string, { start, key }: Found): boolean {
  if (!isCapital(text, start) || NOT_NAMES.has(key.replace(/['’]/g, ''))) return false;
  return key.length > 1 && /[\p{L}\p{N},;]\s+$/u.test(text.slice(0, start));
}

function isCapital(text: string, at: number): boolean {
  return /\p{Lu}/u.test(text.charAt(at));
}

function all(text: string, pattern: RegExp, label: string, key: (words: string) => string): readonly Found[] {
  return [...text.matchAll(pattern)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    label,
    key: key(match[0].toLowerCase()),
  }));
}

/** The first named wins where two overlap: finds come in the order of how sure they are. */
function withoutOverlaps(found: readonly Found[]): readonly Found[] {
  const kept: Found[] = [];
  for (const one of found) {
    if (kept.every((other) => one.end <= other.start || other.end <= one.start)) kept.push(one);
  }
  return kept.sort((a, b) => a.start - b.start);
}

/** A place in the masked text as a place in the original; inside a placeholder, the edge of what it hides. */
function originalAt(pieces: readonly Piece[], at: number, edge: 'start' | 'end'): number {
  let shift = 0;
  for (const { original, masked } of pieces) {
    if (masked.end <= at) shift = original.end - masked.end;
    else if (masked.start < at) return original[edge];
  }
  return at + shift;
}
