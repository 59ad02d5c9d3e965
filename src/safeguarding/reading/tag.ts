import { belongsTo, type Endings, type PhraseNode } from '../patterns/endings';
import { ROOT, type Paths } from '../patterns/paths';
import type { Token } from '../text/tokens';

/** A phrase of some concept or pattern, found: tokens `start` to `end`, end exclusive. */
export interface Phrase {
  readonly node: PhraseNode;
  readonly start: number;
  readonly end: number;
}

/** Phrases in one row, token after token: those of token `t` lie from `first[t]` up to `first[t + 1]`. */
export interface Row {
  readonly phrases: readonly Phrase[];
  readonly first: Int32Array;
}

/** Every phrase found in the tokens, by where it starts and where it ends. */
export class Tags {
  /** By the token they begin with. */
  readonly starting: Row;
  /** By the token behind their last. */
  readonly ending: Row;
  private readonly places = new Map<number, readonly Phrase[]>();

  /** `all`: in reading order. `length`: how many tokens were read. */
  constructor(
    readonly all: readonly Phrase[],
    length: number,
  ) {
    this.starting = { phrases: all, first: firstOf(all, length, startOf) };
    const first = firstOf(all, length, endOf);
    this.ending = { phrases: inRow(all, first, endOf), first };
  }

  startingAt(token: number): readonly Phrase[] {
    return at(this.starting, token);
  }

  endingAt(token: number): readonly Phrase[] {
    return at(this.ending, token);
  }

  /** Does that atom stand on exactly these tokens? */
  covers(atom: number, start: number, end: number): boolean {
    const { phrases, first } = this.starting;
    const next = first[start + 1] as number;
    for (let place = first[start] as number; place < next; place += 1) {
      const phrase = phrases[place] as Phrase;
      if (phrase.end === end && belongsTo(phrase.node, atom)) return true;
    }
    return false;
  }

  /** Every place of one atom, in reading order; the longest reading last. Many rules ask for the same few. */
  placesOf(atom: number): readonly Phrase[] {
    const known = this.places.get(atom);
    if (known !== undefined) return known;
    const places = this.all.filter((phrase) => belongsTo(phrase.node, atom));
    this.places.set(atom, places);
    return places;
  }
}

function startOf({ start }: Phrase): number {
  return start;
}

function endOf({ end }: Phrase): number {
  return end;
}

/** Where the phrases of each token begin in their row. */
function firstOf(all: readonly Phrase[], length: number, placeOf: (phrase: Phrase) => number): Int32Array {
  const first = new Int32Array(length + 2);
  for (const phrase of all) {
    const behind = placeOf(phrase) + 1;
    first[behind] = (first[behind] as number) + 1;
  }
  for (let token = 1; token < first.length; token += 1)
    first[token] = (first[token] as number) + (first[token - 1] as number);
  return first;
}

/** The phrases in the order of their places; those of one place as they were. */
function inRow(all: readonly Phrase[], first: Int32Array, placeOf: (phrase: Phrase) => number): readonly Phrase[] {
  const free = first.slice();
  const row = new Array<Phrase>(all.length);
  for (const phrase of all) {
    const place = placeOf(phrase);
    row[free[place] as number] = phrase;
    free[place] = (free[place] as number) + 1;
  }
  return row;
}

function at({ phrases, first }: Row, token: number): readonly Phrase[] {
  return phrases.slice(first[token], first[token + 1]);
}

/** The phrase tree, and what its phrases are. */
export interface Phrases {
  readonly tree: Paths;
  readonly endings: Endings;
}

/** Walks the phrase tree from every token. Phrases run over commas but not over full stops. `extra`: words known only now. */
export function tag(tokens: readonly Token[], phrases: Phrases, extra: ReadonlyMap<string, PhraseNode>): Tags {
  const found: Phrase[] = [];
  for (let start = 0; start < tokens.length; start += 1) {
    walk(tokens, start, start, ROOT, phrases, found);
    const given = extra.get((tokens[start] as Token).forms[0] as string);
    if (given !== undefined) found.push({ node: given, start, end: start + 1 });
  }
  return new Tags(found, tokens.length);
}

function walk(
  tokens: readonly Token[],
  start: number,
  at: number,
  from: number,
  phrases: Phrases,
  found: Phrase[],
): void {
  const token = tokens[at];
  if (token === undefined || (at > start && token.breakBefore === 2)) return;
  for (const number of token.numbers) {
    const next = phrases.tree.step(from, number);
    if (next === ROOT) continue;
    const node = phrases.endings.at(next);
    if (node !== null) found.push({ node, start, end: at + 1 });
    walk(tokens, start, at + 1, next, phrases, found);
  }
}
