import { performance } from 'node:perf_hooks';

/** One thing measured, beside what it is held against. */
export interface Figure {
  readonly what: string;
  readonly measured: string;
  /** The machine's floor from the same run, or how it was measured. */
  readonly beside: string;
  readonly bar: string;
  /** Null where this run says nothing about the bar. */
  readonly holds: boolean | null;
}

/** The value below which this share (0 to 1) of the values lie; NaN of none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;
}

/** The value in the middle; NaN of none. */
export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

/** How long this takes, in milliseconds. */
export async function timed(work: () => unknown): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

/** Milliseconds as a person reads them. */
export function ms(value: number): string {
  return `${value < 10 ? value.toFixed(2) : Math.round(value)} ms`;
}
