import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';

import { health } from '../../../src/app/doors/health';
import { openJournal } from '../../../src/app/house/journal';
import { missingSpool } from '../../../src/app/missing/missingSpool';
import { movableClock } from '../../../src/clock';
import { loadConfig } from '../../../src/config';
import { newKeys, openKeys } from '../../../src/keys';
import { openSpool } from '../../../src/spool';
import { DRAFT } from '../../../src/spool/durableFile';
import { openTestRecord, type TestRecord } from '../../harness/record';
import { serve, type Served } from '../../practice/harness';

const CUT_OFF = '20261120T000000000Z-cut.message';
const keys = newKeys('k1');

let record: TestRecord;
let folder: string;
beforeAll(async () => {
  record = await openTestRecord();
});
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'between-visits-spool-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));
afterAll(() => record.close());

const damage = () => writeFileSync(join(folder, CUT_OFF), 'half of a mess');
const NOW = '2026-11-22T10:00:00.000Z';
const gate = (env: Record<string, string> = { KEYS: keys }) =>
  missingSpool(loadConfig({ ...env, SPOOL_DIR: folder }), NOW);

describe('a spooled message that cannot be read', () => {
  test('is named at the gate, with what to do; a whole spool is not', async () => {
    expect(await gate()).toEqual([]);
    damage();
    const [missing] = await gate();
    expect(missing?.what).toContain(CUT_OFF);
    expect(missing?.give).toContain('KEYS');
  });

  test('is left to the missing keys while there are none to read it with', async () => {
    damage();
    expect([await gate({}), await gate({ KEYS: 'no ring at all' })]).toEqual([[], []]);
  });

  describe('at /readyz', () => {
    let served: Served;
    beforeEach(async () => {
      const spool = openSpool({ folder, keys: openKeys(keys) });
      const house = { open: record, spool, hands: { answers: null } };
      served = await serve(express.Router().use(health(house)));
    });
    afterEach(() => served.close());
    const readyz = async () => {
      const answer = await fetch(`${served.origin}/readyz`);
      return [answer.status, await answer.text()];
    };

    test('is said beside "ready", for the process can still receive', async () => {
      expect(await readyz()).toEqual([200, 'ready\nrecord: answers\nspool: in order\n']);
      damage();
      expect(await readyz()).toEqual([200, 'ready\nrecord: answers\nspool: 1 message cannot be read\n']);
    });
  });
});

describe('a message of the journal that cannot be read', () => {
  const cutOff = (name: string) => {
    mkdirSync(join(folder, 'journal'), { recursive: true });
    writeFileSync(join(folder, 'journal', name), 'half of a mess');
  };
  const live = { KEYS: keys, MODE: 'live', EMBEDDED_RECORD_ACCEPTED: 'yes' };
  const look = (env: Record<string, string>) => missingSpool(loadConfig({ ...env, DATA_DIR: folder }), NOW);

  test('is named at the gate, with what to do; one that is being written this minute is not', async () => {
    cutOff(`4711-1-20261122T095930000Z-cut.message${DRAFT}`);
    expect(await look(live)).toEqual([]);
    cutOff('20261122T095800000Z-cut.message');
    cutOff(`4711-2-20261122T095700000Z-cut.message${DRAFT}`);
    const [missing, ...more] = await look(live);
    expect(missing?.what).toMatch(/^2 messages of the journal .* 20261122T095800000Z-cut\.message/);
    expect(missing?.give).toContain('carrier');
    expect(more).toEqual([]);
  });

  test('is nobody’s to mend where there is no journal', async () => {
    cutOff('20261122T095800000Z-cut.message');
    expect(await look({ ...live, DATABASE_URL: 'postgres://db.example/bv' })).toEqual([]);
  });

  test('is told by the journal itself, and after a day it is off the disk', async () => {
    const clock = movableClock(NOW);
    const receive = () => Promise.reject(new Error('nothing comes'));
    const acts = { receiveMessage: receive, receiveFromPhone: receive };
    const quiet = { info: () => {}, warn: () => {}, error: () => {} };
    const config = { mode: 'live' as const, databaseUrl: null, dataDir: folder };
    const journal = openJournal({ config, keys: openKeys(keys), log: quiet, clock, acts, open: record })!;
    cutOff('20261122T095800000Z-cut.message');
    cutOff(`4711-2-20261122T095700000Z-cut.message${DRAFT}`);
    expect(await journal.damaged()).toHaveLength(2);
    clock.pass(25 * 60 * 60_000);
    await journal.trim();
    expect(await journal.damaged()).toEqual([]);
  });
});
