import { belongsTo, type Endings, type PhraseNode } from './endings';
import { ROOT, type Paths } from './paths';
import type { Token } from './tokens';

/** A phrase of some concept or pattern, found: tokens `start` to `end`, end exclusive. */
export interface Phrase {
  readonly node: PhraseNode;
  readonly start: number;
  readonly end: number;
}

const NONE: Phrase[] = [];

/** Every phrase found in the tokens, by where it starts and where it ends. */
export class Tags {
  /** All of them, in reading order. */
  readonly all: Phrase[] = [];
  private readonly starting: Phrase[][];
  private readonly ending: Phrase[][];
  private readonly places = new Map<number, readonly Phrase[]>();

  /** `length`: how many tokens were read. */
  constructor(readonly length: number) {
    this.starting = new Array<Phrase[]>(length + 1).fill(NONE);
    this.ending = new Array<Phrase[]>(length + 1).fill(NONE);
  }

  add(phrase: Phrase): void {
    this.all.push(phrase);
    if (this.places.size > 0) this.places.clear();
    append(this.starting, phrase.start, phrase);
    append(this.ending, phrase.end, phrase);
  }

  startingAt(token: number): readonly Phrase[] {
    return this.starting[token] ?? NONE;
  }

  endingAt(token: number): readonly Phrase[] {
    return this.ending[token] ?? NONE;
  }

  /** Does that atom stand on exactly these tokens? */
  covers(atom: number, start: number, end: number): boolean {
    for (const phrase of this.startingAt(start)) if (phrase.end === end && belongsTo(phrase.node, atom)) return true;
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

/** Most tokens begin nothing: they share one empty list. */
function append(lists: Phrase[][], at: number, phrase: Phrase): void {
  const list = lists[at] as Phrase[];
  if (list === NONE) lists[at] = [phrase];
  else list.push(phrase);
}

/** The phrase tree, and what its phrases are. */
export interface Phrases {
  readonly tree: Paths;
  readonly endings: Endings;
}

/** Walks the phrase tree from every token. Phrases run over commas but not over full stops. `extra`: words known only now. */
export function tag(tokens: readonly Token[], phrases: Phrases, extra: ReadonlyMap<string, PhraseNode>): Tags {
  const tags = new Tags(tokens.length);
  for (let start = 0; start < tokens.length; start += 1) {
    walk(tokens, start, start, ROOT, phrases, tags);
    const given = extra.get((tokens[start] as Token).forms[0] as string);
    if (given !== undefined) tags.add({ node: given, start, end: start + 1 });
  }
  return tags;
}

function walk(tokens: readonly Token[], start: number, at: number, from: number, phrases: Phrases, tags: Tags): void {
  const token = tokens[at];
  if (token === undefined || (at > start && token.breakBefore === 2)) return;
  for (const number of token.numbers) {
    const next = phrases.tree.step(from, number);
    if (next === ROOT) continue;
    const node = phrases.endings.at(next);
    if (node !== null) tags.add({ node, start, end: at + 1 });
    walk(tokens, start, at + 1, next, phrases, tags);
  }
}
