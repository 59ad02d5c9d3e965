import { grantLevel } from '../../../src/safeguarding/classifier/grant';
import type { Raised } from '../../../src/safeguarding/classifier/weights';
import { houseWeights } from '../support/houseRules';
import type { Level } from '../../../src/vocabulary/concerns';

const gate = (threshold: number) => ({ ...houseWeights().gates.worry.heard, threshold });
/** Strict where no rule heard anything, looser where one did, as the trained ones are. */
const gates = {
  worry: { unheard: gate(1), heard: gate(0.5) },
  urgent: { unheard: gate(2), heard: gate(0) },
  immediate: { unheard: gate(3), heard: gate(-1) },
};

interface Case {
  readonly promise: string;
  readonly byRules?: Level;
  readonly words?: number;
  readonly scores: readonly [worry: number, urgent: number, immediate: number];
  readonly granted: Raised | null;
}

const cases: readonly Case[] = [
  {
    promise: 'what passes no gate is not raised, however near the next level is',
    scores: [0.9, 1.9, 2.9],
    granted: null,
  },
  { promise: 'what passes its own gate is granted', scores: [0, 2, -2], granted: 'urgent' },
  { promise: 'a worry heard by likeness is asked for more as what is heard', scores: [1, 0, -2], granted: 'urgent' },
  { promise: 'and so is what is urgent', scores: [1, 2, -1], granted: 'immediate' },
  { promise: 'level by level: nothing is immediate that is not urgent', scores: [1, -0.1, -1], granted: 'worry' },
  { promise: 'a worry in a few words goes no further', words: 8, scores: [1, 0, -1], granted: 'worry' },
  { promise: 'what is urgent in a few words does', words: 3, scores: [1, 2, -1], granted: 'immediate' },
  {
    promise: 'beside a rule the gates are what they were',
    byRules: 'worry',
    scores: [0.5, -0.1, -2],
    granted: 'worry',
  },
];

it.each(cases)('$promise', ({ byRules = 'none', words = 9, scores: [worry, urgent, immediate], granted }) => {
  const scores = { worry: { score: worry }, urgent: { score: urgent }, immediate: { score: immediate } };
  expect(grantLevel(scores, byRules, words, gates)?.level ?? null).toBe(granted);
});

it('names the gate that counted, so that a verdict can say what its score is worth', () => {
  const scores = { worry: { score: 1 }, urgent: { score: 0 }, immediate: { score: -2 } };
  expect(grantLevel(scores, 'none', 9, gates)).toEqual({ level: 'urgent', gate: 'heard' });
  expect(grantLevel(scores, 'none', 2, gates)).toEqual({ level: 'worry', gate: 'unheard' });
});
