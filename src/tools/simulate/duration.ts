import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS, type Milliseconds } from '../../vocabulary';

const UNITS: Readonly<Record<string, Milliseconds>> = { s: SECOND_MS, m: MINUTE_MS, h: HOUR_MS, d: DAY_MS };
const PART = /(\d+(?:\.\d+)?)\s*([smhd])/gi;

/** "15m", "1h30m", "20s", "2d"; a bare number is minutes. Null when it is no span of time. */
export function readDuration(written: string): Milliseconds | null {
  const text = written.trim();
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text) * MINUTE_MS;
  if (text === '' || text.replace(PART, '').trim() !== '') return null;
  return [...text.matchAll(PART)].reduce(
    (sum, [, count, unit = 'm']) => sum + Number(count) * (UNITS[unit.toLowerCase()] ?? 0),
    0,
  );
}
