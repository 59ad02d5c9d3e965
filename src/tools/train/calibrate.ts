import { LEVELS, type Level } from '../../vocabulary/concerns';

/** A score, what the rules heard beside it, and whether it was right. */
export interface Case {
  readonly score: number;
  readonly heard: Level;
  readonly right: boolean;
}

/** The chance, as log-odds, that a message with this score is what the head asks, after rules that heard this. */
export interface Calibration {
  readonly slope: number;
  readonly after: Readonly<Record<Level, number>>;
}

const STEPS = 400;
const RATE = 0.5;
/** Pulls the four starting points together, so that a level the rules seldom reach is not judged by three messages. */
const TOGETHER = 0.002;

/**
 * Logistic regression of right on the score and on what the rules heard; plain gradient steps, always the same. Rules
 * that heard more never make a message look safer, whatever the figures of one day say.
 */
export function calibrate(cases: readonly Case[]): Calibration {
  const after: Record<Level, number> = { none: 0, worry: 0, urgent: 0, immediate: 0 };
  let slope = 1;
  for (let step = 0; step < STEPS; step += 1) {
    const pull: Record<Level, number> = { none: 0, worry: 0, urgent: 0, immediate: 0 };
    let tilt = 0;
    for (const { score, heard, right } of cases) {
      const wrong = (right ? 1 : 0) - 1 / (1 + Math.exp(-(slope * score + after[heard])));
      pull[heard] += wrong;
      tilt += wrong * score;
    }
    const middle = LEVELS.reduce((sum, level) => sum + after[level], 0) / LEVELS.length;
    for (const level of LEVELS)
      after[level] += RATE * (pull[level] / cases.length - TOGETHER * (after[level] - middle)) * LEVELS.length;
    slope += (RATE * tilt) / cases.length;
  }
  return { slope, after: neverLess(after, new Set(cases.map(({ heard }) => heard))) };
}

/** What was never `met` says nothing of the others. */
function neverLess(after: Readonly<Record<Level, number>>, met: ReadonlySet<Level>): Record<Level, number> {
  let most = -Infinity;
  return Object.fromEntries(
    LEVELS.map((level) => {
      if (met.has(level)) most = Math.max(most, after[level]);
      return [level, met.has(level) ? most : after[level]];
    }),
  ) as Record<Level, number>;
}

/** The score from which the log-odds are at least `odds` after rules that heard `heard`. */
export function scoreFor(odds: number, heard: Level, { slope, after }: Calibration): number {
  return (odds - after[heard]) / slope;
}
