import { LEVELS, type Level } from '../../vocabulary/concerns';
import { RAISED, type Gates, type Raised } from './weights';

/**
 * The highest level whose gate the classifier's score passes. Which gate that is depends on what the rules heard: after
 * a rule that says urgent a small likeness is enough, where no rule spoke only a great one.
 */
export function agreedLevel(scores: Readonly<Record<Raised, number>>, heard: Level, gates: Gates): Level {
  const passes = (level: Raised): boolean => {
    const { threshold } = gates[level][heard];
    return threshold !== null && scores[level] >= threshold;
  };
  return [...RAISED].reverse().find(passes) ?? LEVELS[0];
}
