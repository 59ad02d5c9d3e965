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

/** Symmetric deletion index (Garbe): a word and its misspelling meet in a string with letters left out of both. */
export function indexDeletions(vocabulary: Iterable<string>): Map<string, string[]> {
  const index = new Map<string, string[]>();
  for (const word of vocabulary) {
    if (!/^[a-z]+$/.test(word) || word.length > LONGEST_REPAIRED) continue;
    for (const shorter of deletionsOf(word, slipsAllowed(word.length))) {
      const entry = index.get(shorter);
      if (entry === undefined) index.set(shorter, [word]);
      else entry.push(word);
    }
  }
  return index;
}

/** The words of the index that a mistyped one most likely stands for: those the fewest slips away, four at most. */
export function nearest(word: string, index: Map<string, string[]>): string[] {
  if (!/^[a-z]+$/.test(word) || word.length < 4 || word.length > LONGEST_REPAIRED) return [];
  const slips = Math.max(1, slipsAllowed(word.length));
  const found = new Set<string>();
  for (const shorter of deletionsOf(word, slips)) {
    for (const candidate of index.get(shorter) ?? []) {
      const allowed = Math.min(slips, slipsAllowed(Math.max(candidate.length, 4)));
      if (distance(word, candidate) <= allowed) found.add(candidate);
    }
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
