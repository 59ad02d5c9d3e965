import type { Compiled } from '../reading/compile';
import type { Reading } from '../reading/reading';
import type { Hit } from '../weighing/hits';
import type { FeatureBag } from './featureBag';
import { hashText, mix } from './hash';
import { StandingConcepts } from './standingConcepts';

/** Places in `GROUPS`. */
const [WORDS, LETTERS, CONCEPTS, EARLIER, RULES] = [0, 1, 2, 3, 4] as const;
const LONGEST_WORD = 24;
/** How far apart two concepts may stand and still be one feature ("stepdad always hits"). */
const PAIR_REACH = 4;
/** How many tokens of the earlier messages count as features. */
const EARLIER_TOKENS = 40;
const STAFF_NAME = hashText('<staff>');
const EDGE = 32;

/** A feature made of a rule that had a hit: the same for every stretch of its message. */
interface Spoken {
  readonly hash: number;
  readonly from: number;
  readonly to: number;
}

/** A message as it was read, and every rule that spoke of it, certain or not. */
export interface Judged {
  readonly reading: Reading;
  readonly hits: readonly Hit[];
}

/** The rules and concepts that existed when the weights were trained. */
export interface Learnt {
  readonly concepts: { has(concept: string): boolean };
  readonly rules: ReadonlySet<string>;
}

/**
 * Finds the features of tokens `from` to `to` of the judged message, and of what was said just before it. A concept
 * that did not exist at training is left out, and of such a rule only level and kinds count. So a new rule or concept
 * changes what the rules hear, and never by chance (through a shared bucket) what the classifier says.
 */
export function createFeatureFinder({ people, conceptNames }: Compiled, learnt: Learnt) {
  const concepts = new StandingConcepts(conceptNames, (name) =>
    learnt.concepts.has(name) ? hashText(name) : undefined,
  );
  const names = new Map<string, number>();
  /** The last message, with what all its stretches share: its words as hashes, and the rules that had hits. */
  let met: Judged | null = null;
  let words = new Int32Array(1 << 8);
  let spoken: readonly Spoken[] = [];

  /** The hash of a rule's id, a level or a kind: there are few, and they come again and again. */
  function hashOf(name: string): number {
    const known = names.get(name);
    if (known !== undefined) return known;
    const hash = hashText(name);
    names.set(name, hash);
    return hash;
  }

  const isStaff = ({ tags }: Reading, at: number): boolean => tags.covers(people.staffName, at, at + 1);

  /**
   * The hash of a word as the rules read it. All names of the service's adults are one word: no name is ever learnt.
   */
  function wordAt(reading: Reading, at: number): number {
    if (isStaff(reading, at)) return STAFF_NAME;
    const forms = reading.tokens[at]?.forms ?? [];
    return hashText(forms[1] ?? forms[0] ?? '');
  }

  function meet(judged: Judged): void {
    if (met === judged) return;
    met = judged;
    const { reading, hits } = judged;
    const { length } = reading.tokens;
    if (words.length < length) words = new Int32Array(2 * length);
    for (let at = earliestOf(reading); at < length; at += 1) words[at] = wordAt(reading, at);
    concepts.list(reading.tags, reading.judgedFrom, length);
    spoken = spokenBy(hits, hashOf, learnt.rules);
  }

  function addWords(from: number, to: number, group: number, bag: FeatureBag): void {
    let last = 0;
    let lastButOne = 0;
    for (let at = from; at < to; at += 1) {
      const word = words[at] as number;
      bag.add(group, mix(1, word), at, at + 1);
      if (at > from) bag.add(group, mix(mix(2, last), word), at - 1, at + 1);
      if (at > from + 1) bag.add(group, mix(mix(mix(3, lastButOne), last), word), at - 2, at + 1);
      lastButOne = last;
      last = word;
    }
  }

  function addLetters(reading: Reading, from: number, to: number, bag: FeatureBag): void {
    for (let at = from; at < to; at += 1) {
      if (isStaff(reading, at)) continue;
      const word = reading.tokens[at]?.forms[0] ?? '';
      const length = Math.min(word.length, LONGEST_WORD);
      for (let start = -1; start < length; start += 1) {
        let hash = 4;
        for (let end = start; end < start + 5 && end <= length; end += 1) {
          hash = mix(hash, end < 0 || end === length ? EDGE : word.charCodeAt(end));
          if (end - start >= 2) bag.add(LETTERS, hash, at, at + 1);
        }
      }
    }
  }

  function addConcepts(from: number, to: number, bag: FeatureBag): void {
    const { starts, numbers, ends } = concepts;
    for (let at = from; at < to; at += 1) {
      const last = starts[at + 1] as number;
      for (let one = starts[at] as number; one < last; one += 1) {
        if (bag.isFull) return;
        const first = numbers[one] as number;
        const end = ends[one] as number;
        bag.add(CONCEPTS, mix(5, first), at, end);
        if (end >= to) continue;
        const pair = mix(6, first);
        const near = starts[Math.min(end + PAIR_REACH, to)] as number;
        bag.addPairs(CONCEPTS, pair, at, concepts, starts[end] as number, near);
      }
    }
  }

  return (judged: Judged, from: number, to: number, bag: FeatureBag): void => {
    const { reading } = judged;
    meet(judged);
    bag.clear();
    addWords(from, to, WORDS, bag);
    addLetters(reading, from, to, bag);
    addConcepts(from, to, bag);
    addWords(earliestOf(reading), reading.judgedFrom, EARLIER, bag);
    for (const each of spoken) bag.add(RULES, each.hash, each.from, each.to);
  };
}

/** The first token that counts together with the judged message. */
export function earliestOf({ judgedFrom }: Reading): number {
  return Math.max(0, judgedFrom - EARLIER_TOKENS);
}

/**
 * Features of the rules that had hits: each rule, its level and its kinds, once. How much each counts is learnt like
 * everything else.
 */
function spokenBy(
  hits: readonly Hit[],
  hashOf: (name: string) => number,
  learnt: ReadonlySet<string>,
): readonly Spoken[] {
  const spoken = new Map<number, Spoken>();
  for (const { rule, level, kinds, matches } of hits) {
    const heard = hashOf(level);
    const id = hashOf(rule.id);
    const range = rangeOf(matches);
    const add = (hash: number): void => {
      if (!spoken.has(hash)) spoken.set(hash, { hash, ...range });
    };
    add(mix(7, heard));
    if (learnt.has(rule.id)) {
      add(mix(8, id));
      add(mix(mix(9, id), heard));
    }
    for (const kind of kinds) add(mix(mix(10, hashOf(kind)), heard));
  }
  return [...spoken.values()];
}

/** From the first to the last word of several matches. */
function rangeOf(matches: Hit['matches']): { from: number; to: number } {
  let from = Infinity;
  let to = -Infinity;
  for (const match of matches) {
    from = Math.min(from, match.start);
    to = Math.max(to, match.end);
  }
  return { from, to };
}
