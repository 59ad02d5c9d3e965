import { loadConfig } from '../../../config';
import { createLog } from '../../../log';
import type { HouseOptions } from '../../../app/house/openHouse';
import { BENCH_KEYS } from '../keys';

export const ACCOUNT = `AC${'0'.repeat(32)}`;
export const TOKEN = 'bench-token-of-nobody';
export const PUBLIC = 'https://bench.example';
export const NUMBER = '+441632960999';

/** What a process of the bench is told of its surroundings; goes through the environment, as settings do. */
export interface Surroundings {
  readonly BENCH_CARRIER: string;
  readonly BENCH_DATA_DIR: string;
  readonly DATABASE_URL?: string;
  readonly REDIS_URL?: string;
}

/** A house on what surrounds it. Nobody waits for quiet: what is measured is the service, not its patience. */
export function houseOptions(surroundings: Surroundings, works: boolean): HouseOptions {
  return { ...patientOptions(surroundings, works), burst: { smsQuietMs: 0, webQuietMs: 0, longestMs: 0 } };
}

/** The same, waiting for quiet as long as people need: for what has a clock that can be put forward. */
export function patientOptions(
  { BENCH_CARRIER, BENCH_DATA_DIR, DATABASE_URL, REDIS_URL }: Surroundings,
  works: boolean,
): HouseOptions {
  return {
    config: loadConfig({
      MODE: 'practice',
      DATA_DIR: BENCH_DATA_DIR,
      KEYS: BENCH_KEYS,
      PUBLIC_BASE_URL: PUBLIC,
      TWILIO_ACCOUNT_SID: ACCOUNT,
      TWILIO_AUTH_TOKEN: TOKEN,
      TWILIO_NUMBER: NUMBER,
      TWILIO_API_URL: BENCH_CARRIER,
      ...(DATABASE_URL === undefined ? {} : { DATABASE_URL }),
      ...(REDIS_URL === undefined ? {} : { REDIS_URL }),
    }),
    log: createLog({ level: 'error', part: 'bench', to: process.stderr }),
    works,
  };
}
