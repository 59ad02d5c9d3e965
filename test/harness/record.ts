import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { Client } from 'pg';

import type { RecordPort } from '../../src/acts/ports';
import { movableClock, type MovableClock } from '../../src/clock';
import { seededIds } from '../../src/ids';
import { newKeys, openKeys, type Keys } from '../../src/keys';
import { imageName, openRecord, type OpenRecord, type Where } from '../../src/record';
import type { Instant } from '../../src/vocabulary';
import { describeWith } from './servers';

export type RecordKind = 'embedded' | 'postgres';

/** The embedded record always; a real Postgres too when `TEST_DATABASE_URL` names one we may make databases in. */
export const RECORD_KINDS: readonly RecordKind[] = process.env['TEST_DATABASE_URL']
  ? ['embedded', 'postgres']
  : ['embedded'];

export const START: Instant = '2026-11-20T09:00:00.000Z';

export interface TestRecord extends OpenRecord {
  readonly kind: RecordKind;
  readonly record: OpenRecord['record'] & RecordPort;
  readonly keys: Keys;
  readonly clock: MovableClock;
  readonly ids: { next(): string; code(): string };
  /** Empties every table in milliseconds. */
  reset(): Promise<void>;
}

/** A migrated, empty record of its own. Close it in `afterAll`. */
export async function openTestRecord(
  kind: RecordKind = 'embedded',
  options: { readonly clock?: MovableClock; readonly keys?: Keys } = {},
): Promise<TestRecord> {
  const clock = options.clock ?? movableClock(START);
  const keys = options.keys ?? openKeys(newKeys('test'));
  const made =
    kind === 'postgres'
      ? await emptyDatabase('postgres')
      : { where: await embeddedImage(), drop: async () => undefined };
  const opened = await openRecord({ ...made.where, keys, clock });
  await opened.migrate();
  const tables = (
    await opened.db.all<{ name: string }>(
      `select tablename as name from pg_tables where schemaname = 'public' and tablename not in ('migrations', 'roster_version')`,
    )
  ).map((table) => `delete from ${table.name}`);
  return {
    ...opened,
    kind,
    keys,
    clock,
    ids: seededIds('test', clock),
    async reset() {
      await opened.pool.query(
        `begin; set local session_replication_role = replica; ${tables.join('; ')};
         update roster_version set version = version + 1; commit`,
      );
    },
    async close() {
      await opened.close();
      await made.drop();
    },
  };
}

/** Runs the same promises on every record there is; each test starts from an empty one. */
export function describeRecords(title: string, tests: (record: () => TestRecord) => void): void {
  describe.each(RECORD_KINDS)(`${title} (%s)`, (kind) => onRecord(kind, tests));
}

/** What only several connections can show. Where no Postgres is given it counts as not run, and in CI it fails. */
export function describePostgres(title: string, tests: (record: () => TestRecord) => void): void {
  describeWith(RECORD_KINDS.includes('postgres'), 'PostgreSQL', `${title} (postgres)`, () =>
    onRecord('postgres', tests),
  );
}

function onRecord(kind: RecordKind, tests: (record: () => TestRecord) => void): void {
  let opened: TestRecord;
  beforeAll(async () => {
    opened = await openTestRecord(kind);
  });
  beforeEach(() => opened.reset());
  afterAll(() => opened?.close());
  tests(() => opened);
}

/**
 * Making an embedded record takes seconds, loading the image of one a fraction: made once for each set of migrations.
 */
async function embeddedImage(): Promise<{ readonly memory: true; readonly image: Uint8Array }> {
  const folder = join(__dirname, '..', '..', '.cache');
  const file = join(folder, `${imageName()}.image`);
  if (!existsSync(file)) {
    const clock = movableClock(START);
    const opened = await openRecord({ memory: true, keys: openKeys(newKeys('image')), clock });
    await opened.migrate();
    const image = await opened.image();
    await opened.close();
    mkdirSync(folder, { recursive: true });
    const draft = `${file}.${process.pid}`;
    writeFileSync(draft, image);
    renameSync(draft, file);
  }
  return { memory: true, image: readFileSync(file) };
}

/** A database of its own without any table. */
export async function emptyDatabase(kind: RecordKind): Promise<{ readonly where: Where; drop(): Promise<void> }> {
  if (kind === 'embedded') return { where: { memory: true }, drop: async () => undefined };
  const url = new URL(process.env['TEST_DATABASE_URL']!);
  const name = `test_${randomBytes(6).toString('hex')}`;
  await asAdmin(url, `create database ${name}`);
  const own = new URL(url);
  own.pathname = `/${name}`;
  return { where: { url: own.href }, drop: () => asAdmin(url, `drop database ${name} with (force)`) };
}

async function asAdmin(url: URL, statement: string): Promise<void> {
  const admin = new Client({ connectionString: url.href });
  await admin.connect();
  try {
    await admin.query(statement);
  } finally {
    await admin.end();
  }
}
