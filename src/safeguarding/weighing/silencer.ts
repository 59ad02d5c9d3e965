import type { CompiledRule } from '../patterns/parts';
import type { Match } from '../reading/match';
import type { Reading } from '../reading/reading';

/** How many words may stand between a rule's match and what silences it. */
const SILENCES_WITHIN = 8;
/** "lol" at the end of a disclosure is how people bear it, not a denial: alone it silences nothing that is urgent. */
const MINIMISERS = new Set(['lol', 'lool', 'haha', 'hahaha', 'jk', 'lmao', '/laugh/', '/skull/']);

/** Tells which matches of a rule its `unless` silences: it stands beside them, in the judged message. */
export function silencer(each: CompiledRule, reading: Reading): (match: Match) => boolean {
  const silencers = reading
    .matchesOf(each.unless)
    .filter((match) => match.end > reading.judgedFrom && !isOnlyMinimised(match, each, reading));
  return (match) => silencers.some((one) => isBeside(one, match, reading));
}

function isOnlyMinimised({ start, end }: Match, { rule }: CompiledRule, { tokens }: Reading): boolean {
  return rule.level !== 'worry' && end - start === 1 && MINIMISERS.has(tokens[start]?.forms[0] ?? '');
}

/** Within the match, or in the same sentence and within a few words: a film in one sentence says nothing of the next. */
function isBeside(one: Match, match: Match, { tokens }: Reading): boolean {
  const [from, to] = one.end <= match.start ? [one.end, match.start] : [match.end, one.start];
  if (to - from > SILENCES_WITHIN) return false;
  for (let at = from; at <= to; at += 1) if (tokens[at]?.breakBefore === 2) return false;
  return true;
}
