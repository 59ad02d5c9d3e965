import type { Folded } from './fold';
import type { Spelling, Word } from './spelling';

/** How strongly the writing parts two tokens: not at all, by a comma, by a full stop or a new line. */
export type Break = 0 | 1 | 2;

/** One word, number or emoji as the rules see it. */
export interface Token {
  /** Every reading of it: as written, and as it was probably meant. */
  readonly forms: readonly string[];
  /** Those readings that some rule uses, by number. */
  readonly numbers: readonly number[];
  /** Where it stands in the original text, end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly breakBefore: Break;
  /** Index of its message: 0..n-1 the earlier ones, n the one judged. */
  readonly message: number;
}

const EMOJI =
  /(?:\p{Extended_Pictographic}|\p{Regional_Indicator}{2})(?:[\u{1f3fb}-\u{1f3ff}]|\u200d\p{Extended_Pictographic})*/uy;
const WORD = /[$@]?[\p{L}\p{N}]+(?:[$@*!|+]+[\p{L}\p{N}]+)*/uy;
const STOPS = /[.!?\n\r]+/uy;
const SPACE = /[^\S\n\r]+/uy;
const SIGN = /./suy;
const IN_ASCII = [SPACE, WORD, STOPS, SIGN];
const ANYWHERE = [EMOJI, ...IN_ASCII];
const LESSER_BREAKS = ',;:()"';
const SKIN_TONES = /[\u{1f3fb}-\u{1f3ff}]/gu;
const JOINERS = /^[\s./_*-]{1,2}$/;
/** Letters that stand alone as words in ordinary texting; a run made of these only is not a spaced-out word. */
const LONE_WORDS = new Set(['i', 'a', 'u', 'r', 'n', 'x', 'k', 'y', 'c', 'b', 'm', 'o']);

/** Longer than any word the rules know; keeps a page of single letters from costing its square. */
const LONGEST_RUN = 16;
const NO_LETTERS: readonly string[] = [];

interface Piece {
  text: string;
  from: number;
  to: number;
  breakBefore: Break;
  emoji: boolean;
}

/** What stands in a text up to there (in the folded text, exclusive), read as other words: a name as what somebody is. */
export interface ReadAs {
  readonly to: number;
  readonly words: readonly string[];
}

const AS_WRITTEN: ReadonlyMap<number, ReadAs> = new Map();

/**
 * Cuts folded text into tokens. Emoji that no rule knows are dropped, so that they never stand between two words.
 * `names` are never respelt; `readings`, by where in the folded text they begin, are read as other words.
 */
export function tokenise(
  folded: Folded,
  message: number,
  spelling: Spelling,
  first: Break,
  names: ReadonlyMap<string, unknown>,
  readings: ReadonlyMap<number, ReadAs> = AS_WRITTEN,
): Token[] {
  const tokens: Token[] = [];
  let readTo = 0;
  for (const piece of joinSpacedLetters(cut(folded.text, first), folded.text, spelling)) {
    if (piece.from < readTo) continue;
    const read = readings.get(piece.from);
    readTo = read?.to ?? piece.to;
    const start = folded.from[piece.from] ?? 0;
    const end = folded.to[readTo - 1] ?? start;
    let { breakBefore } = piece;
    const words = read?.words.flatMap((word) => spelling.readWord(word)) ?? wordsOf(piece, spelling, names);
    for (const { forms, numbers } of words) {
      tokens.push({ forms, numbers, start, end, message, breakBefore });
      breakBefore = 0;
    }
  }
  return tokens;
}

function wordsOf(piece: Piece, spelling: Spelling, names: ReadonlyMap<string, unknown>): readonly Word[] {
  if (piece.emoji) return spelling.readEmoji(piece.text.replace(SKIN_TONES, ''));
  return names.has(piece.text) ? spelling.readName(piece.text) : spelling.readWord(piece.text);
}

function cut(text: string, first: Break): Piece[] {
  const pieces: Piece[] = [];
  let pending: Break = first;
  for (let from = 0; from < text.length;) {
    const what = whatStandsAt(text, from);
    const to = what.lastIndex;
    if (what === WORD || what === EMOJI) {
      pieces.push({ text: text.slice(from, to), from, to, breakBefore: pending, emoji: what === EMOJI });
      pending = 0;
    } else if (what === STOPS) pending = 2;
    else if (what === SIGN && pending < 1 && LESSER_BREAKS.includes(text.slice(from, to))) pending = 1;
    from = to;
  }
  return pieces;
}

/** Which of them it is; its `lastIndex` says where that ends. */
function whatStandsAt(text: string, at: number): RegExp {
  for (const what of text.charCodeAt(at) < 128 ? IN_ASCII : ANYWHERE) {
    what.lastIndex = at;
    if (what.test(text)) return what;
  }
  throw new Error('every sign is one of them');
}

/** "k m s", "s/h", "d.i.e": runs of single letters become one word when the rules know that word. */
function joinSpacedLetters(pieces: readonly Piece[], text: string, spelling: Spelling): Piece[] {
  const joined: Piece[] = [];
  for (let at = 0; at < pieces.length;) {
    const run = spacedRun(pieces, text, at);
    const length = longestKnown(run, spelling);
    const first = pieces[at] as Piece;
    if (length < 2) {
      joined.push(first);
      at += 1;
      continue;
    }
    const last = pieces[at + length - 1] as Piece;
    joined.push({ ...first, text: run.slice(0, length).join(''), to: last.to });
    at += length;
  }
  return joined;
}

function spacedRun(pieces: readonly Piece[], text: string, from: number): readonly string[] {
  if (pieces[from]?.text.length !== 1) return NO_LETTERS;
  const letters: string[] = [];
  for (let at = from; at < pieces.length && letters.length < LONGEST_RUN; at += 1) {
    const piece = pieces[at] as Piece;
    if (piece.emoji || piece.text.length !== 1) break;
    const before = pieces[at - 1];
    if (at > from && before !== undefined && !JOINERS.test(text.slice(before.to, piece.from))) break;
    letters.push(piece.text);
  }
  return letters;
}

function longestKnown(letters: readonly string[], spelling: Spelling): number {
  for (let length = letters.length; length >= 2; length -= 1) {
    const run = letters.slice(0, length);
    if (run.every((letter) => LONE_WORDS.has(letter))) continue;
    if (spelling.knows(run.join(''))) return length;
  }
  return 0;
}
