import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { openRecord } from '../../../src/record';
import { FolderInUse } from '../../../src/record/embedded/folderLock';
import { RecordTooSlow } from '../../../src/record/database/deadline';
import { movableClock } from '../../../src/clock';
import { newKeys, openKeys } from '../../../src/keys';
import { openTestRecord, START, type TestRecord } from '../../harness/record';

const keys = openKeys(newKeys('a'));
const clock = movableClock(START);

describe('the embedded record in memory', () => {
  let opened: TestRecord;
  beforeAll(async () => {
    opened = await openTestRecord();
  });
  afterAll(() => opened.close());

  test('lets timers run while thousands of small queries wait their turn', async () => {
    let ticks = 0;
    const timer = setInterval(() => (ticks += 1), 1);
    for (let n = 0; n < 100_000 && ticks < 20; n += 1) await opened.pool.query('select 1');
    clearInterval(timer);
    expect(ticks).toBe(20);
  });

  test('a client that begins keeps everybody else waiting until it commits', async () => {
    const client = await opened.pool.connect();
    await client.query('begin');
    await client.query(`update roster_version set version = version + 1`);
    const seen = opened.pool.query('select version from roster_version');
    await client.query('update roster_version set version = 1000');
    await client.query('commit');
    client.release();
    expect((await seen).rows).toEqual([{ version: 1000 }]);
  });

  test('a client given back in mid-transaction is rolled back', async () => {
    const before = (await opened.pool.query('select version from roster_version')).rows;
    const client = await opened.pool.connect();
    await client.query('begin');
    await client.query(`update roster_version set version = version + 1`);
    client.release();
    expect((await opened.pool.query('select version from roster_version')).rows).toEqual(before);
  });

  test('whoever gives up while waiting for their turn leaves the record to the next', async () => {
    const first = await opened.pool.connect();
    await first.query('begin');
    const tooLate = opened.record.transaction(async () => 'never', { timeoutMs: 20 });
    await expect(tooLate).rejects.toThrow(RecordTooSlow);
    await first.query('commit');
    first.release();
    expect(await opened.record.transaction(async () => 'next', { timeoutMs: 60_000 })).toBe('next');
  });
});

describe('the embedded record on disk', () => {
  let dataDir: string;
  beforeEach(() => (dataDir = mkdtempSync(join(tmpdir(), 'embedded-'))));
  afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

  test('is one process’ own, keeps what it held, and is free again when closed', async () => {
    const first = await openRecord({ dataDir, keys, clock });
    await first.migrate();
    await first.pool.query('update roster_version set version = 7');
    await expect(openRecord({ dataDir, keys, clock })).rejects.toThrow(FolderInUse);
    await first.close();
    const second = await openRecord({ dataDir, keys, clock });
    expect((await second.pool.query('select version from roster_version')).rows).toEqual([{ version: 7 }]);
    await second.close();
  });

  test('what was committed before the process was killed is there after it', async () => {
    const pglite = require.resolve('@electric-sql/pglite');
    const writer = spawn(process.execPath, ['-e', WRITER, pglite, join(dataDir, 'record')], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let acknowledged = 0;
    for await (const chunk of writer.stdout) {
      acknowledged = Number(String(chunk).trim().split('\n').at(-1));
      if (acknowledged >= 40) break;
    }
    writer.kill('SIGKILL');
    await new Promise((resolve) => writer.once('exit', resolve));
    const after = await openRecord({ dataDir, keys, clock });
    const kept = (await after.db.one<{ n: number }>('select count(*)::int as n from kept'))!;
    expect(kept.n).toBeGreaterThanOrEqual(acknowledged);
    await after.close();
  });
});

/** A process that says each number once it has committed it, and never stops by itself. */
const WRITER = `
  const { PGlite } = require(process.argv[1]);
  (async () => {
    const db = new PGlite(process.argv[2]);
    await db.exec('create table kept (n int)');
    for (let n = 1; ; n += 1) {
      await db.query('insert into kept values ($1)', [n]);
      process.stdout.write(n + '\\n');
    }
  })();
`;
