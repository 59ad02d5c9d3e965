import { createHash } from 'node:crypto';

/** The same at every run: a record that is opened again holds rows sealed by the run before. Opens nobody's words. */
export const BENCH_KEYS = ['seal', 'hash', 'sign']
  .map((purpose) => `${purpose}:bench:${createHash('sha256').update(`bench ${purpose}`).digest('base64url')}`)
  .join(' ');
