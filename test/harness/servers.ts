/**
 * Suites that need a real Postgres, Redis or Chromium. `script/test` installs and starts them; a plain `jest` finds
 * what this machine has. Where one is missing the suite counts as not run, which `script/test` reports with how to get
 * it, and in CI it fails.
 */
import { randomBytes } from 'node:crypto';
import { Client } from 'pg';

import {
  findChromium,
  findPostgres,
  findProgram,
  startPostgres,
  startRedis,
  type RunningPostgres,
  type RunningRedis,
} from '../../script/lib/servers.cjs';

const givenPostgres = process.env.TEST_DATABASE_URL;
const ownPostgres = findPostgres('initdb') !== null;

/** A suite on an empty database of its own; `url()` may be read from its hooks and tests. */
export function describeOnPostgres(title: string, suite: (url: () => string) => void): void {
  describeWith(givenPostgres !== undefined || ownPostgres, 'PostgreSQL', title, () => {
    let server: RunningPostgres | null = null;
    let database = '';
    let url = '';
    beforeAll(async () => {
      server = givenPostgres === undefined ? await startPostgres() : null;
      const maintenance = server?.url ?? givenPostgres ?? '';
      database = `between_visits_${randomBytes(6).toString('hex')}`;
      await ask(maintenance, `create database ${database}`);
      url = Object.assign(new URL(maintenance), { pathname: `/${database}` }).href;
    });
    afterAll(async () => {
      if (server !== null) await server.stop();
      else if (database !== '') await ask(givenPostgres ?? '', `drop database ${database} with (force)`);
    });
    suite(() => url);
  });
}

/** A suite on a Redis of its own, which it may send away and bring back. */
export function describeOnRedis(title: string, suite: (redis: () => RunningRedis) => void): void {
  describeWith(findProgram('redis-server') !== null, 'Redis', title, () => {
    let server: RunningRedis;
    beforeAll(async () => {
      server = await startRedis();
    });
    afterAll(() => server.stop());
    suite(() => server);
  });
}

/** A suite with a real browser; `chromium` is its program's path, for playwright's `executablePath`. */
export function describeInChromium(title: string, suite: (chromium: string) => void): void {
  const chromium = findChromium();
  describeWith(chromium !== null, 'Chromium', title, () => suite(chromium ?? ''));
}

/** A suite where what it needs is `available`; a test that fails in its place in CI, for there nothing is left out. */
export function describeWith(available: boolean, what: string, title: string, suite: () => void): void {
  if (available) {
    describe(title, suite);
  } else if (process.env.CI === 'true') {
    test(`${title} needs ${what}`, () => {
      throw new Error(`${what} is not on this machine, and with CI=true nothing may be left out.`);
    });
  } else {
    // The one place that may leave a suite out: script/test counts it and says what is missing.
    describe.skip(title, suite);
  }
}

async function ask(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
