import { MOST_CHARACTERS, type Reading } from '../reading';
import { GROUPS } from './features';
import type { Stretch } from './stretches';

/** What may have spoken: features of a kind, or the net, which hears words by their meaning, not as they are spelt. */
const VOICES = [...GROUPS, 'meaning'] as const;
export const MEANING = VOICES.indexOf('meaning');

/** One feature that spoke, over tokens `from` to `to` (end exclusive). */
export interface Spoken {
  readonly from: number;
  readonly to: number;
  /** Its place among the groups of features; one more is what the net hears. */
  readonly group: number;
  readonly weight: number;
}

const MOST_SHOWN = 5;

interface Evidence {
  readonly evidence: string;
  readonly span: { readonly start: number; readonly end: number };
}

/** The words of the judged message that together spoke most for the verdict. */
export function evidenceOf(spoken: readonly Spoken[], { from, to }: Stretch, reading: Reading): Evidence {
  const weights = new Float64Array(to - from);
  for (const { from: start, to: end, weight } of spoken) {
    for (let at = Math.max(start, from); at < Math.min(end, to); at += 1)
      weights[at - from] = (weights[at - from] as number) + weight / (end - start);
  }
  const loudest = loudestRun(weights);
  const start = reading.tokens[from + loudest.from]?.start ?? 0;
  const end = reading.tokens[from + loudest.to - 1]?.end ?? start;
  return { evidence: wordsOf(reading, reading.judged, start, end), span: { start, end } };
}

/** The run with the greatest sum; one element at least. */
function loudestRun(weights: Float64Array): { from: number; to: number } {
  let best = { from: 0, to: 1, sum: -Infinity };
  let from = 0;
  let sum = 0;
  weights.forEach((weight, at) => {
    if (sum <= 0) {
      sum = 0;
      from = at;
    }
    sum += weight;
    if (sum > best.sum) best = { from, to: at + 1, sum };
  });
  return best;
}

/** The features that weighed most, as the words they stand on, with the way they were read. */
export function loudestWords(spoken: readonly Spoken[], reading: Reading): string[] {
  const sums = new Map<number, number>();
  for (const { from, to, group, weight } of spoken) {
    const place = (from * MOST_CHARACTERS + to) * VOICES.length + group;
    sums.set(place, (sums.get(place) ?? 0) + weight);
  }
  return [...sums]
    .filter(([, weight]) => weight > 0)
    .sort(([a, heavy], [b, heavier]) => heavier - heavy || a - b)
    .flatMap(([place]) => nameOf(place, reading))
    .slice(0, MOST_SHOWN);
}

/** None for what begins in one message and ends in another. */
function nameOf(place: number, reading: Reading): string[] {
  const group = place % VOICES.length;
  const tokens = (place - group) / VOICES.length;
  const to = tokens % MOST_CHARACTERS;
  const from = (tokens - to) / MOST_CHARACTERS;
  const first = reading.tokens[from];
  const last = reading.tokens[to - 1];
  if (first === undefined || last === undefined || first.message !== last.message) return [];
  return [`"${wordsOf(reading, first.message, first.start, last.end)}" (${VOICES[group]})`];
}

function wordsOf({ texts }: Reading, message: number, start: number, end: number): string {
  return (texts[message] ?? '').slice(start, end);
}
