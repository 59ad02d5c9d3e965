import type { PhraseNode } from '../patterns/endings';
import { fold } from '../text/fold';
import { distance } from '../text/slips';
import type { Spelling } from '../text/spelling';

/** Not names: "Miss Ahmed" is known by "Ahmed". */
const TITLES = new Set(['mr', 'mrs', 'ms', 'miss', 'dr', 'sir', 'uncle', 'auntie', 'the', 'coach']);
/** A shorter name is one slip away from too many other words. */
const SHORTEST_MISSPELT = 5;

/**
 * The names of the adults handed in with a message, with and without the possessive, and what in these texts can only
 * be one of them misspelt. They are never respelt ("Imran" is not "im ran").
 */
export function staffNames(
  staff: readonly string[],
  texts: readonly string[],
  spelling: Spelling,
  node: PhraseNode,
): ReadonlyMap<string, PhraseNode> {
  const parts = staff.flatMap(nameParts);
  const names = new Map(parts.flatMap((part) => [part, `${part}s`]).map((name) => [name, node]));
  if (names.size === 0) return names;
  /** Most words begin as no name does, and need not be looked up. */
  const initials = new Set(parts.map((part) => part[0]));
  for (const text of texts)
    for (const word of text.split(/[^\p{L}]+/u))
      if (
        initials.has(word[0]) &&
        !names.has(word) &&
        !spelling.isPlain(word) &&
        parts.some((part) => isMisspelt(word, part))
      )
        names.set(word, node);
  return names;
}

/** "Mr Gareth Evans" is called "gareth" or "evans". */
export function nameParts(name: string): string[] {
  return fold(name)
    .text.split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length >= 2 && !TITLES.has(word));
}

/**
 * "garath", "pria", "shazz": a doubled letter, swapped neighbours or a vowel. A consonant more or less makes another
 * name ("Imran" and "Iman"), and so do another first letter and a vowel at the end ("Simone" and "Simon").
 */
export function isMisspelt(word: string, name: string): boolean {
  if (word[0] !== name[0] || word.length < 3) return false;
  const plain = word.length > name.length && word.endsWith('s') ? word.slice(0, -1) : word;
  return [word, plain].some((each) => undoubled(each) === undoubled(name) || isOneSlip(each, name));
}

function isOneSlip(word: string, name: string): boolean {
  if (name.length < SHORTEST_MISSPELT || distance(word, name) !== 1) return false;
  if (word.length !== name.length && word.at(-1) !== name.at(-1)) return false;
  return withoutVowels(word) === withoutVowels(name) || sorted(word) === sorted(name);
}

function undoubled(word: string): string {
  return word.replace(/(.)\1+/gu, '$1');
}

function withoutVowels(word: string): string {
  return word.replace(/[aeiouy]/g, '');
}

function sorted(word: string): string {
  return [...word].sort().join('');
}
