import { inflections } from './inflect';

/**
 * The language of patterns and concepts:
 *
 *     <kin> ..3 (hit~|punch~) <me>
 *
 * word         that word                      word~      every form of it (hit, hits, hitting)
 * <concept>    anything of that concept       (a b|c)    either; alternatives may be several words
 * x?           may be missing                 ..  ..N    up to 3 (N) words between, within one sentence
 * ...  ...N    up to 8 (N) words between, over full stops and messages
 * ^  $         where the judged message begins, ends ("^ ..2", "..3 $": at most so many words after its beginning, before its end)
 * ;            where what is said pauses: a comma, a full stop, another message, or the end
 *
 * What is only talk around it is looked past: a <preamble> in front ("so basically"), an <aside> behind ("but its fine").
 */
export type Unit = { readonly word: string } | { readonly concept: string } | { readonly choice: readonly Choice[] };
export interface Part {
  readonly unit: Unit;
  readonly optional: boolean;
}
export interface Choice {
  readonly units: readonly Part[];
}
export interface Step extends Part {
  /** The unit as written: two of one text are the same. */
  readonly text: string;
  /** Words allowed between the step before and this one; `crosses`: full stops too. */
  readonly gap: { readonly upTo: number; readonly crosses: boolean };
}
export interface Pattern {
  readonly steps: readonly Step[];
  /** With ^: how many words may go before; null without. */
  readonly fromStart: number | null;
  /** With $: how many words may still follow; null without. */
  readonly toEnd: number | null;
  /** With ; at its end: no word follows without a sign between. */
  readonly toPause: boolean;
}

const NEXT_TO = { upTo: 0, crosses: false } as const;
const GAP_CONCEPT_OR_EMOJI = /\.\.\.?\d*|<[a-z][a-z0-9-]*>|\/[a-z-]+\//y;
const WORD = /[\p{Ll}\p{N}#]+~?/uy;
const ANCHORS = ['^', '$', ';'];
const SIGNS = '^$;()|?';

/** What was cut out of a pattern, and how far it has been understood. */
interface Source {
  readonly text: string;
  readonly lexemes: readonly string[];
  /** Where each lexeme ends in the text. */
  readonly ends: readonly number[];
  at: number;
}

/** @throws Error, saying what is wrong and where, for text that is not a pattern. */
export function parsePattern(text: string): Pattern {
  const source: Source = { text, ...lex(text), at: 0 };
  const steps: Step[] = [];
  let fromStart: number | null = null;
  let toEnd: number | null = null;
  let toPause = false;
  let gap: Step['gap'] = NEXT_TO;
  for (let lexeme = source.lexemes[0]; lexeme !== undefined; lexeme = source.lexemes[source.at]) {
    if (toEnd !== null || toPause) throw new Error(`"${text}": nothing may follow ${toPause ? ';' : '$'}`);
    if (lexeme === '^') fromStart = takeStart(source, steps.length === 0 && gap === NEXT_TO);
    else if (lexeme === ';') toPause = takeAnchor(source, steps.length > 0);
    else if (lexeme === '$') {
      takeAnchor(source, steps.length > 0);
      toEnd = gap.upTo;
      gap = NEXT_TO;
    } else if (lexeme.startsWith('..')) {
      if (steps.length === 0) throw new Error(`"${text}": before a gap stands a word or ^`);
      gap = takeGap(source);
    } else {
      steps.push(takeStep(source, gap));
      gap = NEXT_TO;
    }
  }
  if (gap !== NEXT_TO) throw new Error(`"${text}": a gap must lead to something`);
  if (!steps.some((step) => !step.optional)) throw new Error(`"${text}": nothing in it must be there`);
  return { steps, fromStart, toEnd, toPause };
}

/** Whether it stands only at the beginning, at the end or before a pause. */
export function isAnchored({ fromStart, toEnd, toPause }: Pattern): boolean {
  return fromStart !== null || toEnd !== null || toPause;
}

/** A concept's entry: a pattern without gaps or anchors. */
export function parsePhrase(source: string): Choice {
  const pattern = parsePattern(source);
  if (isAnchored(pattern) || pattern.steps.some((step) => step.gap.upTo > 0)) {
    throw new Error(`"${source}": a concept's words may not have gaps or anchors`);
  }
  return { units: pattern.steps };
}

function lex(source: string): { lexemes: string[]; ends: number[] } {
  const lexemes: string[] = [];
  const ends: number[] = [];
  for (let at = 0; at < source.length;) {
    const unit = source[at] as string;
    if (unit === ' ' || unit === '\n') {
      at += 1;
      continue;
    }
    const end = lexemeEnd(source, at, unit);
    if (end === at) throw new Error(`"${source}": cannot read from "${source.slice(at, at + 12)}"`);
    lexemes.push(source.slice(at, end));
    ends.push(end);
    at = end;
  }
  return { lexemes, ends };
}

/** Where the lexeme that begins at `at` ends; `at` itself for what is none. */
function lexemeEnd(source: string, at: number, unit: string): number {
  if (SIGNS.includes(unit)) return at + 1;
  const kind = unit === '.' || unit === '<' || unit === '/' ? GAP_CONCEPT_OR_EMOJI : WORD;
  kind.lastIndex = at;
  return kind.test(source) ? kind.lastIndex : at;
}

function takeAnchor(source: Source, inPlace: boolean): true {
  if (!inPlace) throw new Error(`"${source.text}": ^ comes first, $ or ; last`);
  source.at += 1;
  return true;
}

/** ^, and the gap straight behind it: how many words may go before what follows. */
function takeStart(source: Source, inPlace: boolean): number {
  takeAnchor(source, inPlace);
  return source.lexemes[source.at]?.startsWith('..') === true ? takeGap(source).upTo : 0;
}

function takeGap(source: Source): Step['gap'] {
  const lexeme = source.lexemes[source.at] as string;
  source.at += 1;
  const crosses = lexeme.startsWith('...');
  const digits = lexeme.replace(/^\.+/, '');
  return { upTo: digits === '' ? (crosses ? 8 : 3) : Number(digits), crosses };
}

function takeStep(source: Source, gap: Step['gap']): Step {
  const from = source.at;
  const unit = takeUnit(source);
  const start = (source.ends[from] as number) - (source.lexemes[from] as string).length;
  const text = source.text.slice(start, source.ends[source.at - 1]);
  return { unit, text, optional: takeMark(source), gap };
}

/** "?" after a unit: it may be missing. */
function takeMark(source: Source): boolean {
  const optional = source.lexemes[source.at] === '?';
  if (optional) source.at += 1;
  return optional;
}

function takeUnit(source: Source): Unit {
  const lexeme = source.lexemes[source.at] as string;
  source.at += 1;
  if (lexeme.startsWith('<')) return { concept: lexeme.slice(1, -1) };
  if (lexeme === '(') return takeChoice(source);
  if (lexeme === ')' || lexeme === '|' || lexeme === '?') throw new Error(`"${source.text}": unexpected ${lexeme}`);
  if (!lexeme.endsWith('~')) return { word: lexeme };
  return { choice: inflections(lexeme.slice(0, -1)).map((word) => ({ units: [{ unit: { word }, optional: false }] })) };
}

function takeChoice(source: Source): Unit {
  const choice: Choice[] = [];
  let units: Part[] = [];
  for (;;) {
    const lexeme = source.lexemes[source.at];
    if (lexeme === undefined) throw new Error(`"${source.text}": a ( is never closed`);
    if (lexeme === '|' || lexeme === ')') {
      if (units.length === 0) throw new Error(`"${source.text}": an empty alternative`);
      choice.push({ units });
      units = [];
      source.at += 1;
      if (lexeme === ')') return { choice };
    } else if (lexeme.startsWith('..') || ANCHORS.includes(lexeme)) {
      throw new Error(`"${source.text}": no gaps or anchors inside ( )`);
    } else units.push({ unit: takeUnit(source), optional: takeMark(source) });
  }
}
