import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openFolderRecord } from '../../src/app/alone/openUpToDate';
import { movableClock } from '../../src/clock';
import { newKeys, openKeys } from '../../src/keys';
import { backupTo, openErasureList } from '../../src/record/backup';
import { main as backup } from '../../src/tools/backup';
import { main as restore } from '../../src/tools/restore';
import { aMessage, aRoster } from '../harness/people';
import { START } from '../harness/record';
import { run } from './run';

const KEYS = newKeys('test');
const MADE_LONG_AGO = '2020-01-01T10:00:00.000Z';
let folder: string;
const within = (name: string) => join(folder, name);

/** A record in a folder, with one message, a backup of it, and what was destroyed since. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'backup-tool-'));
  const open = await openFolderRecord(within('first'), KEYS, movableClock(START));
  await open.migrate();
  await open.record.transaction(async (tx) => {
    await tx.roster.replace(aRoster());
    const line = await tx.lines.lockOf('robin', START, 'l1');
    await tx.messages.keep(aMessage(line, { id: 'm1', seq: 1 }));
  });
  await backupTo(within('old.backup'), { pool: open.pool, keys: openKeys(KEYS), now: MADE_LONG_AGO });
  await open.close();
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs a tool on the record in this folder. */
async function on(record: string, main: typeof backup, ...argv: string[]) {
  const before = { ...process.env };
  Object.assign(process.env, {
    MODE: 'practice',
    DATA_DIR: within(record),
    KEYS,
    ERASURES_FILE: within('erasures.list'),
  });
  try {
    return await run(main, ...argv);
  } finally {
    process.env = before;
  }
}

async function textIn(record: string): Promise<string | undefined> {
  const open = await openFolderRecord(within(record), KEYS, movableClock(START));
  try {
    return (await open.record.transaction((tx) => tx.messages.get('m1')))?.text;
  } finally {
    await open.close();
  }
}

test('a backup is written, and one whose term is over is named, and thrown away when asked', async () => {
  writeFileSync(within('notes.txt'), 'not a backup\n');
  const first = await on('first', backup, within('new.backup'));
  expect(first).toMatchObject({ code: 0, stderr: '' });
  expect(first.stdout).toBe(
    `Written: ${within('new.backup')}\nIts term is over, throw it away: ${within('old.backup')}\n`,
  );
  const spare = readFileSync(within('old.backup'));
  const second = await on('first', backup, '--throw-away', within('newer.backup'));
  expect(second.stdout).toContain(`Thrown away: ${within('old.backup')}\n`);
  expect(['old.backup', 'new.backup', 'notes.txt'].map((name) => existsSync(within(name)))).toEqual([
    false,
    true,
    true,
  ]);
  writeFileSync(within('old.backup'), spare);
});

test('a backup is not restored without the list of what was destroyed since, unless that is known to be lost', async () => {
  const refused = await on('second', restore, within('old.backup'));
  expect(refused).toMatchObject({ code: 1, stdout: '' });
  expect(refused.stderr).toMatch(/There is no list of what was destroyed at .*erasures\.list/);
  const lost = await on('second', restore, '--without-erasures', within('old.backup'));
  expect(lost).toMatchObject({ code: 0, stderr: '' });
  expect(await textIn('second')).toBe('it was ok today');
});

test('what was destroyed since is destroyed again before anybody can read it; a line cut off is told', async () => {
  const list = openErasureList({ file: within('erasures.list'), keys: openKeys(KEYS) });
  const outlived = { line: 'l1', chatBefore: '2030-01-01T00:00:00.000Z', notesBefore: START, numberBefore: START };
  const by = { approvedBy: 'Rosa Marsh', approvedOn: '2026-11-22' };
  await list.note({ is: 'words', at: START, outlived: { ...outlived, concerns: [], keeps: [] }, by });
  writeFileSync(within('erasures.list'), `${readFileSync(within('erasures.list'), 'utf8')}v1.cut`);
  const done = await on('third', restore, within('old.backup'));
  expect(done).toMatchObject({ code: 0, stderr: '' });
  expect(done.stdout).toMatch(/as listed since: 1\.\nLines of that list that were cut off and could not be read: 1\./);
  expect(await textIn('third')).toBe('');
});

test('a list that opens with other keys is refused, and nothing is restored', async () => {
  await openErasureList({ file: within('erasures.list.other'), keys: openKeys(newKeys('other')) }).note({
    is: 'hold-lifted',
    at: START,
    hold: 'h1',
    lifted: { by: 'mo', at: START, reason: 'over' },
  });
  writeFileSync(within('erasures.list'), readFileSync(within('erasures.list.other')));
  const refused = await on('fourth', restore, within('old.backup'));
  expect(refused).toMatchObject({ code: 1, stdout: '' });
  expect(refused.stderr).toContain('does not open: set KEYS');
  expect(await on('fourth', restore)).toMatchObject({ code: 2, stderr: expect.stringContaining('Name one file') });
});

test('a backup that was cut off leaves the record empty, so that an earlier one goes in', async () => {
  writeFileSync(within('cut.backup'), readFileSync(within('old.backup'), 'utf8').split('\n').slice(0, -2).join('\n'));
  const refused = await on('fifth', restore, '--without-erasures', within('cut.backup'));
  expect(refused).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('cut off') });
  expect(await on('fifth', restore, '--without-erasures', within('old.backup'))).toMatchObject({ code: 0, stderr: '' });
});

test('a backup is written over an earlier one, never over a folder or a file of somebody else’s', async () => {
  writeFileSync(within('letter.txt'), 'dear Sam\n');
  for (const name of ['letter.txt', 'first']) {
    const refused = await on('first', backup, within(name));
    expect(refused).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('is no backup') });
  }
  expect(readFileSync(within('letter.txt'), 'utf8')).toBe('dear Sam\n');
  expect(await on('first', backup, within('new.backup'))).toMatchObject({ code: 0, stderr: '' });
});

test('without KEYS it says how they are made, and names the keys of a practice record that lies there', async () => {
  const before = process.env;
  process.env = { PATH: before['PATH'], DATA_DIR: folder };
  try {
    const nothing = await run(backup, within('none.backup'));
    expect(nothing).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('check -- new-keys') });
    expect(nothing.stderr).not.toContain('KEYS_FILE');
    writeFileSync(within('practice.keys'), KEYS);
    const practised = await run(backup, within('none.backup'));
    expect(practised.stderr).toContain(`KEYS_FILE=${within('practice.keys')}`);
  } finally {
    process.env = before;
  }
});
