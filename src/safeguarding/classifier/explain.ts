import type { Reading } from '../reading';
import type { Spoken, Stretch } from './classify';

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
  const sums = new Map<string, number>();
  for (const { from, to, group, weight } of spoken) {
    const first = reading.tokens[from];
    const last = reading.tokens[to - 1];
    if (first === undefined || last === undefined || first.message !== last.message) continue;
    const name = `"${wordsOf(reading, first.message, first.start, last.end)}" (${group})`;
    sums.set(name, (sums.get(name) ?? 0) + weight);
  }
  return [...sums]
    .filter(([, weight]) => weight > 0)
    .sort(([a, first], [b, second]) => second - first || (a < b ? -1 : 1))
    .slice(0, MOST_SHOWN)
    .map(([name]) => name);
}

function wordsOf({ texts }: Reading, message: number, start: number, end: number): string {
  return (texts[message] ?? '').slice(start, end);
}
