import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';

import { health } from '../../src/app/health';
import { missingSpool } from '../../src/app/live/missingSpool';
import type { House } from '../../src/app/openHouse';
import { loadConfig } from '../../src/config';
import { newKeys, openKeys } from '../../src/keys';
import { openSpool } from '../../src/spool';
import { openTestRecord, type TestRecord } from '../harness/record';
import { serve, type Served } from '../practice/harness';

const CUT_OFF = '20261120T000000000Z-cut.message';
const keys = newKeys('k1');

let record: TestRecord;
let folder: string;
beforeAll(async () => {
  record = await openTestRecord();
}, 60_000);
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'between-visits-spool-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));
afterAll(() => record.close());

const damage = () => writeFileSync(join(folder, CUT_OFF), 'half of a mess');
const gate = (env: Record<string, string> = { KEYS: keys }) => missingSpool(loadConfig({ ...env, SPOOL_DIR: folder }));

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
      const house: Pick<House, 'open' | 'spool'> = { open: record, spool };
      served = await serve(express.Router().use(health(house)));
    });
    afterEach(() => served.close());
    const readyz = async () => {
      const answer = await fetch(`${served.origin}/readyz`);
      return [answer.status, await answer.text()];
    };

    test('is said beside "ready", for the process can still receive', async () => {
      expect(await readyz()).toEqual([200, 'ready\n']);
      damage();
      expect(await readyz()).toEqual([200, 'ready\n1 spooled messages on this disk cannot be read\n']);
    });
  });
});
