import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { openKeys, newKeys } from '../../../src/keys';
import { ArchiveFault, backupTo, RestoreRefused, restoreFrom } from '../../../src/record/backup';
import { verifyChain } from '../../../src/record/chain/verifyChain';
import { aConcern, aDelivery, aMessage, aRoster } from '../../harness/people';
import { describeRecords, openTestRecord, RECORD_KINDS, START, type TestRecord } from '../../harness/record';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'backup-'))));
afterEach(() => rmSync(folder, { recursive: true }));

const WITHOUT_TABLES = 'drop schema public cascade; create schema public';

const DECISION = {
  concern: 'c1',
  by: 'amira',
  at: START,
  referred: false,
  to: null,
  reference: null,
  reason: 'known already',
  toldYoungPerson: 'yes',
  whyNotTold: null,
} as const;

async function fill({ record, ids }: TestRecord): Promise<string> {
  return record.transaction(async (tx) => {
    await tx.roster.replace(aRoster());
    const line = await tx.lines.lockOf('robin', START, ids.next());
    for (let seq = 1; seq <= 600; seq += 1) {
      await tx.messages.keep(aMessage(line, { id: `m${seq}`, seq, text: `it’s 😔 "${seq}"` }));
    }
    await tx.lines.save({ ...line, lastSeq: 600, notThem: ['sam'], conversation: { step: 'mood' } });
    await tx.concerns.add(aConcern(line, { id: 'c1', messages: ['m1', 'm2'] }));
    await tx.concerns.decide(DECISION);
    await tx.deliveries.add(aDelivery({ line: line.id }, { id: 'd1' }));
    await tx.events.append({ line: line.id, name: 'message-received', at: START, data: { message: 'm1' } });
    return line.id;
  });
}

describeRecords('a backup', (record) => {
  const file = () => join(folder, 'record.backup');
  const back = () => backupTo(file(), { ...record(), now: START });

  test.each(RECORD_KINDS)('restores into an empty record (%s) that goes on where the other stopped', async (kind) => {
    const line = await fill(record());
    await back();
    const restored = await openTestRecord(kind, { keys: record().keys });
    try {
      await restored.pool.query(WITHOUT_TABLES);
      const rows = await restoreFrom(file(), { ...restored, now: START });
      expect(rows).toBeGreaterThan(600);
      const everything = (from: TestRecord['record']) =>
        from.transaction(async (tx) => ({
          line: await tx.lines.read(line),
          messages: await tx.messages.after(line, 0),
          concerns: await tx.concerns.allOf(line),
          deliveries: await tx.deliveries.ofLine(line, START),
          roster: await tx.roster.snapshot(),
        }));
      expect(await everything(restored.record)).toEqual(await everything(record().record));

      await restored.record.transaction(async (tx) => {
        const open = await tx.lines.lockOf('robin', START, 'unused');
        await tx.messages.keep(aMessage(open, { id: 'm-next', seq: open.lastSeq + 1 }));
        await tx.concerns.decide(DECISION);
        await tx.events.append({ line, name: 'message-received', at: START, data: { message: 'm-next' } });
      });
      expect(await verifyChain(restored.db, line)).toEqual({ ok: true, length: 2 });
    } finally {
      await restored.close();
    }
  });

  test('shows nobody without the keys what it holds', async () => {
    await fill(record());
    await back();
    const text = readFileSync(file(), 'utf8');
    // Short words stand in random letters by chance: a name of five in one backup of two thousand.
    for (const secret of ['447700900', 'youngPerson', 'young_person', 'message-received', 'known already'])
      expect(text.includes(secret)).toBe(false);
    const stranger = { pool: record().pool, keys: openKeys(newKeys('test')), now: START };
    await expect(restoreFrom(file(), stranger)).rejects.toThrow(/set KEYS to those/);
  });

  test('is not restored over anything', async () => {
    await back();
    await expect(restoreFrom(file(), { ...record(), now: START })).rejects.toThrow(RestoreRefused);
  });

  test('is never left half written', async () => {
    const broken = { ...record(), pool: { ...record().pool, connect: () => Promise.reject(new Error('away')) } };
    await expect(backupTo(file(), { ...broken, now: START })).rejects.toThrow('away');
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('a damaged backup', () => {
  let opened: TestRecord;
  let target: TestRecord;
  beforeAll(async () => {
    opened = await openTestRecord();
    target = await openTestRecord();
    await fill(opened);
  });
  afterAll(() => Promise.all([opened.close(), target.close()]));

  const damages: [string, (lines: string[]) => string[], typeof ArchiveFault | RegExp][] = [
    ['cut off', (lines) => lines.slice(0, -1), ArchiveFault],
    ['with a line left out', (lines) => lines.filter((_, n) => n !== 3), /was changed or moved/],
    ['with two lines swapped', ([a, b, c, d, ...rest]) => [a!, b!, d!, c!, ...rest], /was changed or moved/],
    ['of something else', () => ['hello'], ArchiveFault],
  ];

  test.each(damages)('%s is refused, and no row of it stays', async (_, damage, fault) => {
    const file = join(folder, 'record.backup');
    await backupTo(file, { ...opened, now: START });
    const lines = damage(readFileSync(file, 'utf8').trim().split('\n'));
    writeFileSync(file, `${lines.join('\n')}\n`);
    await target.pool.query(WITHOUT_TABLES);
    await expect(restoreFrom(file, { pool: target.pool, keys: opened.keys, now: START })).rejects.toThrow(fault);
    const tables = await target.db.all(`select from pg_tables where tablename = 'lines'`);
    if (tables.length > 0) expect(await target.db.all('select from lines')).toEqual([]);
  });
});
