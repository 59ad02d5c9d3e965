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
 * ^  $         where the judged message begins, ends ("..3 $": at most three words before its end)
 */
export type Unit = { readonly word: string } | { readonly concept: string } | { readonly choice: readonly Choice[] };
export interface Choice {
  readonly units: readonly (Unit & { readonly optional: boolean })[];
}
export interface Step {
  readonly unit: Unit;
  readonly optional: boolean;
  /** Words allowed between the step before and this one; `crosses`: full stops too. */
  readonly gap: { readonly upTo: number; readonly crosses: boolean };
}
export interface Pattern {
  readonly steps: readonly Step[];
  readonly fromStart: boolean;
  /** With $: how many words may still follow; null without. */
  readonly toEnd: number | null;
}

const NEXT_TO = { upTo: 0, crosses: false } as const;
const LEXEME = /\s*(\.\.\.\d*|\.\.\d*|\^|\$|<[a-z][a-z0-9-]*>|[()|?]|\/[a-z-]+\/|[\p{Ll}\p{N}#]+~?)/uy;

/** @throws Error, saying what is wrong and where, for text that is not a pattern. */
export function parsePattern(source: string): Pattern {
  const lexemes = lex(source);
  const steps: Step[] = [];
  let fromStart = false;
  let toEnd: number | null = null;
  let gap: Step['gap'] = NEXT_TO;
  while (lexemes.length > 0) {
    const lexeme = lexemes[0] as string;
    if (toEnd !== null) throw new Error(`"${source}": nothing may follow $`);
    if (lexeme === '^') fromStart = takeAnchor(lexemes, steps.length === 0, source);
    else if (lexeme === '$') {
      takeAnchor(lexemes, steps.length > 0, source);
      toEnd = gap.upTo;
      gap = NEXT_TO;
    } else if (lexeme.startsWith('..')) gap = takeGap(lexemes);
    else {
      steps.push({ ...takeUnit(lexemes, source), gap: steps.length === 0 ? NEXT_TO : gap });
      gap = NEXT_TO;
    }
  }
  if (gap !== NEXT_TO) throw new Error(`"${source}": a gap must lead to something`);
  if (!steps.some((step) => !step.optional)) throw new Error(`"${source}": nothing in it must be there`);
  return { steps, fromStart, toEnd };
}

/** A concept's entry: a pattern without gaps or anchors. */
export function parsePhrase(source: string): Choice {
  const pattern = parsePattern(source);
  if (pattern.fromStart || pattern.toEnd !== null || pattern.steps.some((step) => step.gap.upTo > 0)) {
    throw new Error(`"${source}": a concept's words may not have gaps or anchors`);
  }
  return { units: pattern.steps.map(({ unit, optional }) => ({ ...unit, optional })) };
}

function lex(source: string): string[] {
  const lexemes: string[] = [];
  LEXEME.lastIndex = 0;
  const text = source.trimEnd();
  while (LEXEME.lastIndex < text.length) {
    const at = LEXEME.lastIndex;
    const found = LEXEME.exec(text);
    if (found === null) throw new Error(`"${source}": cannot read from "${text.slice(at, at + 12)}"`);
    lexemes.push(found[1] as string);
  }
  return lexemes;
}

function takeAnchor(lexemes: string[], inPlace: boolean, source: string): true {
  if (!inPlace) throw new Error(`"${source}": ^ comes first, $ last`);
  lexemes.shift();
  return true;
}

function takeGap(lexemes: string[]): Step['gap'] {
  const lexeme = lexemes.shift() as string;
  const crosses = lexeme.startsWith('...');
  const digits = lexeme.replace(/^\.+/, '');
  return { upTo: digits === '' ? (crosses ? 8 : 3) : Number(digits), crosses };
}

function takeUnit(lexemes: string[], source: string): { unit: Unit; optional: boolean } {
  const lexeme = lexemes.shift() as string;
  const unit = readUnit(lexeme, lexemes, source);
  const optional = lexemes[0] === '?';
  if (optional) lexemes.shift();
  return { unit, optional };
}

function readUnit(lexeme: string, lexemes: string[], source: string): Unit {
  if (lexeme.startsWith('<')) return { concept: lexeme.slice(1, -1) };
  if (lexeme === '(') return takeChoice(lexemes, source);
  if (lexeme === ')' || lexeme === '|' || lexeme === '?') throw new Error(`"${source}": unexpected ${lexeme}`);
  if (!lexeme.endsWith('~')) return { word: lexeme };
  return { choice: inflections(lexeme.slice(0, -1)).map((word) => ({ units: [{ word, optional: false }] })) };
}

function takeChoice(lexemes: string[], source: string): Unit {
  const choice: Choice[] = [];
  let units: (Unit & { optional: boolean })[] = [];
  for (;;) {
    const lexeme = lexemes[0];
    if (lexeme === undefined) throw new Error(`"${source}": a ( is never closed`);
    if (lexeme === '|' || lexeme === ')') {
      if (units.length === 0) throw new Error(`"${source}": an empty alternative`);
      choice.push({ units });
      units = [];
      lexemes.shift();
      if (lexeme === ')') return { choice };
    } else if (lexeme.startsWith('..') || lexeme === '^' || lexeme === '$') {
      throw new Error(`"${source}": no gaps or anchors inside ( )`);
    } else {
      const { unit, optional } = takeUnit(lexemes, source);
      units.push({ ...unit, optional });
    }
  }
}
