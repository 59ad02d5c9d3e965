import { plain } from './plain';

const WORDS: Readonly<Record<string, number>> = {
  zero: 0,
  nil: 0,
  nought: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  dim: 0,
  sero: 0,
  un: 1,
  dau: 2,
  tri: 3,
  pedwar: 4,
  pump: 5,
  chwech: 6,
  chwe: 6,
  saith: 7,
  wyth: 8,
  naw: 9,
  deg: 10,
};
const NUMBER = `(-?\\d+(?:\\.\\d+)?|${Object.keys(WORDS).join('|')})`;
const OUT_OF_TEN = '(?: ?/ ?10| out of (?:10|ten))';
/** Words that may stand around a bare number without changing that it is the answer. */
const BEFORE =
  "(?:(?:it's|its|i'm|im|i'd say|id say|i would say|say|i guess|maybe|prob|probs|probably|about|around|bout|like|only|still|just|feeling|feel|today|now|a|an|at|solid|strong|um|umm|er|erm|hmm|well|ok|lol|tua|rhyw) )*";
const AFTER =
  '(?: (?:(?:and|an|n) a half|i guess|i think|ish|tbh|today|lol|maybe|prob|probs|probably|really|rn|now|atm|or so|please|pls|x+|heddiw))*';

const BARE = new RegExp(`^${BEFORE}${NUMBER}(?:ish)?${OUT_OF_TEN}?${AFTER}$`);
const TWO = new RegExp(`^${BEFORE}${NUMBER} ?(?:or|to|/|-) ?${NUMBER}(?:ish)?${AFTER}$`);
const SCALED = new RegExp(`(?:^| )${NUMBER}${OUT_OF_TEN}(?: |$)`);
const LEADING = new RegExp(
  `^${BEFORE}${NUMBER}(?:ish)?${OUT_OF_TEN}? (?:cos|cuz|coz|because|bc|but|and|so|as|tbh|i|i'm|im|my|the|it|it's|its|was|not|had|been|school|today)(?: |$)`,
);

/**
 * The mood in an answer to "0 to 10?": "7", "seven", "6/10", "bout a 4", "4 cos of school". Of two numbers the lower.
 * Null when there is none, or the number clearly counts something else ("2 detentions").
 */
export function hearMood(text: string): number | null {
  const commaLed = /^\s*(\d{1,2})\s*[,.;:!-]\s+\S/.exec(text);
  if (/(?:^|\s)[-\u2212]\s?\d/.test(text) && !/\d\s?[-\u2212]/.test(text)) return null;
  const said = plain(text.replace(/(?<=\d)\s?[-\u2013]\s?(?=\d)/g, '/'));
  if (!/\/ ?10/.test(said)) {
    const two = TWO.exec(said);
    if (two) return asMood(Math.min(valueOf(two[1]), valueOf(two[2])));
  }
  const found = BARE.exec(said) ?? SCALED.exec(said) ?? LEADING.exec(said) ?? commaLed;
  return found ? asMood(valueOf(found[1])) : null;
}

function valueOf(word: string | undefined): number {
  return WORDS[word ?? ''] ?? Number(word);
}

/** A half counts as the lower whole: 6.5 is "at least 6". Outside the scale it is no answer. */
function asMood(value: number): number | null {
  return value >= 0 && value <= 10 ? Math.floor(value) : null;
}
