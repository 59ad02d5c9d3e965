import type { Level } from '../../vocabulary/concerns';
import { RAISED, type Gates, type Heard, type Raised } from './weights';

/** A level likeness grants, and beside which gate it stands. */
export interface Granted {
  readonly level: Raised;
  readonly gate: Heard;
}

/** What is asked of a level: its score, as the classifier gives it. */
export type Scores = Readonly<Record<Raised, { readonly score: number }>>;

/** Fewer words may be the beginning of a sentence that ends in cake: a worry heard in them goes no further by likeness. */
const FEWEST_WORDS = 9;

/**
 * How grave a message is by likeness, beside what the rules heard; null for not at all. Where no rule heard anything the
 * gates are strict, because nearly all such messages are harmless. Once likeness has heard something that reason is gone:
 * how grave it is, is asked level by level at the gates for what was heard (`docs/decisions/0057`). `words`: how many the
 * judged message has.
 */
export function grantLevel(scores: Scores, byRules: Level, words: number, gates: Pick<Gates, Raised>): Granted | null {
  const passes = (level: Raised, gate: Heard): boolean => {
    const { threshold } = gates[level][gate];
    return threshold !== null && scores[level].score >= threshold;
  };
  const gate = heardBy(byRules);
  const first = [...RAISED].reverse().find((level) => passes(level, gate));
  if (first === undefined) return null;
  const nextGate = gateAbove(first, byRules, words);
  const level = climb(first, (next) => passes(next, nextGate));
  return { level, gate: level === first ? gate : nextGate };
}

/** Which gates count: those beside a rule that heard something, or those where none did. */
export function heardBy(byRules: Level): Heard {
  return byRules === 'none' ? 'unheard' : 'heard';
}

/** The gate the next level must pass once `said` stands. */
export function gateAbove(said: Level, byRules: Level, words: number): Heard {
  const likenessHeard = said === 'urgent' || (said === 'worry' && words >= FEWEST_WORDS);
  return likenessHeard ? 'heard' : heardBy(byRules);
}

/** The level above, as long as it passes. */
function climb(level: Raised, passes: (level: Raised) => boolean): Raised {
  const next = RAISED[RAISED.indexOf(level) + 1];
  return next !== undefined && passes(next) ? climb(next, passes) : level;
}
