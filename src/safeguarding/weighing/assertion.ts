import type { Compiled } from '../reading/compile';
import type { Match } from '../reading/match';
import type { Reading } from '../reading/reading';

/**
 * Is it said to be so? The defaults are those of safeguarding: "not" silences a rule only inside a closed list of frames,
 * close before the words or between them, in the same clause. (A generic negation detector reads "not gonna lie i want to
 * kill myself" as denied.)
 */
export interface Assertion {
  denied(match: Match): boolean;
  past(match: Match): boolean;
}

/** How many words before a match a negator reaches. */
const REACH = 3;

/** Asks of a reading what is said not to be so, and what is said to be long over. */
export function assertionOf(reading: Reading, compiled: Compiled): Assertion {
  const { tokens } = reading;
  const notNegators = flags(tokens.length, reading.matchesOf(compiled.assertion.notNegators));
  const barriers = flags(tokens.length, reading.matchesOf(compiled.assertion.barriers));
  const noLonger = reading.matchesOf(compiled.assertion.noLonger);
  const pasts = reading.matchesOf(compiled.assertion.past);
  const negators = reading
    .matchesOf(compiled.assertion.negators)
    .filter((negator) => !anyFlag(notNegators, negator.start, negator.end));

  const clear = (from: number, to: number): boolean => {
    if (tokens[from - 1]?.message !== tokens[to]?.message) return false;
    for (let at = from; at < to; at += 1) if (barriers[at] === true || tokens[at]?.breakBefore === 2) return false;
    return tokens[to]?.breakBefore !== 2;
  };

  function reaches(negator: Match, match: Match): boolean {
    if (negator.end <= match.start) return match.start - negator.end <= REACH && clear(negator.end, match.start);
    const next = match.units.find((unit) => unit.start >= negator.end);
    const inGap = !match.units.some((unit) => unit.start < negator.end && negator.start < unit.end);
    return inGap && negator.start >= match.start && next !== undefined && clear(negator.end, next.start);
  }

  return {
    denied: (match) =>
      negators.some((negator) => reaches(negator, match)) &&
      !noLonger.some((change) => change.start >= match.end && change.start - match.end <= 2),
    past: (match) => pasts.some((past) => sameSentence(reading, past.start, match.start)),
  };
}

/** Whether all that some rule would have heard in the judged message is said not to be so. */
export function isDenial(reading: Reading, compiled: Compiled): boolean {
  const { denied } = assertionOf(reading, compiled);
  return compiled.rules.some(
    ({ rule, patterns }) =>
      rule.negatable !== false &&
      reading.matchesOf(patterns).some((match) => match.start >= reading.judgedFrom && denied(match)),
  );
}

function sameSentence(reading: Reading, a: number, b: number): boolean {
  for (let at = Math.min(a, b) + 1; at <= Math.max(a, b); at += 1)
    if (reading.tokens[at]?.breakBefore === 2) return false;
  return true;
}

function flags(length: number, matches: readonly Match[]): boolean[] {
  const flagged = new Array<boolean>(length).fill(false);
  for (const match of matches) flagged.fill(true, match.start, match.end);
  return flagged;
}

function anyFlag(flagged: readonly boolean[], from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (flagged[at] === true) return true;
  return false;
}
