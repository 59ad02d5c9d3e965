import type { Style, TellingAnswer, TellingKind } from '../../src/vocabulary';
import { namesADay } from './days';
import { plain } from './plain';

/** What 1, 2 and 3 stand for; the discreet text gives another choice than the ordinary one. */
function choicesOf(what: TellingKind, style: Style): readonly TellingAnswer[] {
  if (what === 'will-ring') return ['yes', 'no', 'text-me'];
  if (what !== 'goes-further') return [];
  return style === 'discreet' ? ['yes', 'by-phone', 'another-time'] : ['be-there', 'by-phone', 'you-do-it'];
}

const YES = /^(?:y|ye|yes|yea|yeah|yep|yup|yh|ok|okay|k|kk|fine|that's fine|thats fine|sure|iawn|ydw|ie)$/;
const NO = /^(?:n|no|nope|nah|na|no thanks|no thank you|don't|dont|nage|na ddim)$/;

/** The same choices in words, first match first. */
const IN_WORDS: readonly (readonly [TellingAnswer, RegExp])[] = [
  ['text-me', /\btext (?:me|instead)\b|\bjust text\b|\btecst/],
  ['be-there', /\b(?:be|i'll be|ill be|come) there\b|\bin person\b|\bbod yno\b/],
  ['by-phone', /\b(?:by |on the )?phone\b|\bring me\b|\bcall me\b|\bffon\b/],
  ['you-do-it', /\b(?:you|u) do it\b|\bdo it without me\b|\bgwna di\b/],
  ['another-time', /\b(?:another|other) time\b|\blater\b|\brywbryd eto\b/],
  ['yes', YES],
  ['no', NO],
];

/** Longer than this it is something they tell, not one of three choices. */
const LONGEST_WORDS = 6;

/** Which of a telling's choices these words take, or that they name another day; null when they are none of it. */
export function hearTellingAnswer(text: string, what: TellingKind, style: Style): TellingAnswer | null {
  const said = plain(text);
  const choices = choicesOf(what, style);
  const number = /^([1-3])\.?$/.exec(said)?.[1];
  if (number !== undefined) return choices[Number(number) - 1] ?? null;
  if (said.split(' ').length > LONGEST_WORDS) return null;
  const chosen = IN_WORDS.find(([answer, words]) => choices.includes(answer) && words.test(said))?.[0];
  return chosen ?? (choices.length > 0 && namesADay(text) ? 'another-time' : null);
}
