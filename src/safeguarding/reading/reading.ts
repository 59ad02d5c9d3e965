import type { KnownByName } from '../../vocabulary/concerns';
import { fold } from '../text/fold';
import { tokenise, type Token } from '../text/tokens';
import type { Compiled } from './compile';
import { kinReadings } from './kinPlaces';
import type { Match } from './match';
import { staffNames } from './staffNames';
import { tag, type Tags } from './tag';

/** The earlier messages and the judged one as one run of tokens, with all that the patterns found in it. */
export interface Reading {
  readonly texts: readonly string[];
  readonly tokens: readonly Token[];
  /** Index of the judged message, and of its first token. */
  readonly judged: number;
  readonly judgedFrom: number;
  readonly tags: Tags;
  /** Whether a pattern of that owner was found at all, and where. */
  has(owner: number): boolean;
  matchesOf(owner: number | null): readonly Match[];
}

/** Enough for a long chat; more would let old talk slow down tonight's. */
const MOST_EARLIER_MESSAGES = 40;
const MOST_EARLIER_CHARACTERS = 4_000;
/** Beyond this nobody is texting. The rest is not judged, and the message is marked unreadable. */
export const MOST_CHARACTERS = 10_000;
const NO_MATCHES: readonly Match[] = [];

/** Reads a message behind those `before` it, oldest first. `known`: the adults they may call by name. */
export function read(text: string, before: readonly string[], known: KnownByName, compiled: Compiled): Reading {
  const earlier = recent(before);
  const texts = [...before.slice(0, before.length - earlier.length).map(() => ''), ...earlier, text];
  const judged = texts.length - 1;
  const folded = texts.map((each) => fold(each.slice(0, MOST_CHARACTERS)));
  const names = staffNames(
    known.staff,
    folded.map((each) => each.text),
    compiled.spelling,
    compiled.staffName,
  );
  const tokens: Token[] = [];
  let judgedFrom = 0;
  folded.forEach((each, message) => {
    if (message === judged) judgedFrom = tokens.length;
    const endsSentence = message > 0 && /[.!?]\s*$/.test(texts[message - 1] ?? '');
    const kin = kinReadings(each, texts[message] ?? '', known.carers ?? [], compiled);
    for (const token of tokenise(each, message, compiled.spelling, endsSentence ? 2 : 1, names, kin))
      tokens.push(token);
  });
  const tags = tag(tokens, compiled.phrases, names);
  const found = compiled.patterns.match({ tokens, tags, judgedFrom });
  return {
    texts,
    tokens,
    judged,
    judgedFrom,
    tags,
    has: found.has,
    matchesOf: (owner) => (owner === null ? NO_MATCHES : found.of(owner)),
  };
}

function recent(before: readonly string[]): readonly string[] {
  let characters = 0;
  let from = before.length;
  while (from > 0 && before.length - from < MOST_EARLIER_MESSAGES) {
    characters += before[from - 1]?.length ?? 0;
    if (characters > MOST_EARLIER_CHARACTERS) break;
    from -= 1;
  }
  return before.slice(from);
}
