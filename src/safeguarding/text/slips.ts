/** Slips of the finger: a letter too many, too few, another, or two swapped. */

const SHORTEST_REPAIRED = 5;
const TWO_SLIPS_FROM = 8;
/** Longer words are left as they are, in letters. */
export const LONGEST_REPAIRED = 18;

function deletionsOf(word: string, slips: number): Set<string> {
  let ring = new Set([word]);
  const all = new Set(ring);
  for (let slip = 0; slip < slips; slip += 1) {
    const next = new Set<string>();
    for (const base of ring)
      for (let at = 0; at < base.length; at += 1) next.add(base.slice(0, at) + base.slice(at + 1));
    next.forEach((shorter) => all.add(shorter));
    ring = next;
  }
  return all;
}

function slipsAllowed(length: number): number {
  if (length < SHORTEST_REPAIRED) return 0;
  return length < TWO_SLIPS_FROM ? 1 : 2;
}

/**
 * An index of the words of the rules by what remains when letters are left out (symmetric deletion, Garbe): a word and
 * its misspelling meet in such a remainder. The index of words of one length is built when it is first needed: building
 * all of it takes a fifth of a second, most of it for words longer than those people misspell.
 */
export class Deletions {
  private readonly byLength: (string[] | undefined)[] = [];
  private readonly index = new Map<string, string[]>();

  constructor(vocabulary: Iterable<string>) {
    for (const word of vocabulary)
      if (/^[a-z]+$/.test(word) && word.length <= LONGEST_REPAIRED) (this.byLength[word.length] ??= []).push(word);
  }

  /** Every word that may be so many slips away from one like this, and some that are further. */
  *around(word: string, slips: number): Generator<string> {
    for (let length = word.length - slips; length <= word.length + slips; length += 1) this.takeApart(length);
    for (const shorter of deletionsOf(word, slips)) yield* this.index.get(shorter) ?? [];
  }

  private takeApart(length: number): void {
    for (const word of this.byLength[length] ?? []) {
      for (const shorter of deletionsOf(word, slipsAllowed(length))) {
        const entry = this.index.get(shorter);
        if (entry === undefined) this.index.set(shorter, [word]);
        else entry.push(word);
      }
    }
    this.byLength[length] = undefined;
  }
}

/** The words of the rules that a mistyped one most likely stands for: those the fewest slips away, four at most. */
export function nearest(word: string, deletions: Deletions): string[] {
  if (!/^[a-z]+$/.test(word) || word.length < 4 || word.length > LONGEST_REPAIRED) return [];
  const slips = Math.max(1, slipsAllowed(word.length));
  const found = new Set<string>();
  for (const candidate of deletions.around(word, slips)) {
    const allowed = Math.min(slips, slipsAllowed(Math.max(candidate.length, 4)));
    if (distance(word, candidate) <= allowed) found.add(candidate);
  }
  const ranked = [...found].sort((a, b) => distance(word, a) - distance(word, b) || (a < b ? -1 : 1));
  const best = ranked[0];
  return best === undefined ? [] : ranked.filter((each) => distance(word, each) === distance(word, best)).slice(0, 4);
}

/** Edit distance with swapped neighbours as one slip (optimal string alignment). */
export function distance(a: string, b: string): number {
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, (before[j - 2] ?? 0) + 1);
      row.push(best);
    }
    before = above;
    above = row;
  }
  return above[b.length] ?? 0;
}
