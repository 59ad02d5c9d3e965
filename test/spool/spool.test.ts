import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { newKeys, openKeys } from '../../src/keys';
import { openRosterCopy, openSpool, type Spool } from '../../src/spool';
import type { IncomingMessage } from '../../src/vocabulary';
import { aRoster } from '../harness/people';

const keys = openKeys(newKeys('a'));
let folder: string;
let spool: Spool;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'spool-'));
  spool = openSpool({ folder, keys });
});
afterEach(() => rmSync(folder, { recursive: true }));

const message = (over: Partial<IncomingMessage> = {}): IncomingMessage => ({
  provider: 'twilio-sms',
  providerId: 'SM1',
  channel: 'sms',
  sender: { by: 'phone', phone: '+447700900101' },
  kind: 'text',
  text: 'he hit me',
  to: '+447700900900',
  optOut: null,
  receivedAt: '2026-11-20T23:40:00.000Z',
  ...over,
});

describe('the spool', () => {
  test('gives back what it was given, in order of arrival', async () => {
    const late = message({
      providerId: 'SM2',
      receivedAt: '2026-11-21T00:00:01.000Z',
      sender: { by: 'web', youngPerson: 'robin' },
    });
    await spool.keep(late, null);
    await spool.keep(message(), 'We got your message.');
    const waiting = await openSpool({ folder, keys }).waiting();
    expect(waiting.map(({ message, answered }) => ({ message, answered }))).toEqual([
      { message: message(), answered: 'We got your message.' },
      { message: late, answered: null },
    ]);
  });

  test('nothing of it can be read on the disk', async () => {
    const { file } = await spool.keep(message(), null);
    const onDisk = file + readFileSync(join(folder, file), 'utf8');
    for (const secret of ['hit me', '7700900101', 'providerId']) expect(onDisk.includes(secret)).toBe(false);
  });

  test('the same message again is one file, with the answer given since', async () => {
    await spool.keep(message(), null);
    await spool.keep(message(), 'We got your message.');
    expect((await spool.waiting()).map((one) => one.answered)).toEqual(['We got your message.']);
  });

  test('what came in one millisecond stands as it was kept, and is listed without its words', async () => {
    const ids = ['SM5', 'SM4', 'SM3', 'SM2', 'SM1'];
    for (const providerId of ids) await spool.keep(message({ providerId }), null, 'urgent');
    expect((await spool.waiting()).map((one) => one.message.providerId)).toEqual(ids);
    const listed = await openSpool({ folder, keys }).list();
    expect(listed.map(({ file }) => file)).toEqual((await spool.waiting()).map(({ file }) => file));
    expect(listed[0]).toMatchObject({ sender: message().sender, receivedAt: message().receivedAt, level: 'urgent' });
    expect(JSON.stringify(listed)).not.toContain(message().text);
  });

  test('one that is read on is read once more, until somebody has received it', async () => {
    const { file } = await spool.keep(message(), null);
    expect(await spool.list()).toHaveLength(1);
    expect((await spool.read(file))?.message).toEqual(message());
    await openSpool({ folder, keys }).remove(file);
    expect(await spool.read(file)).toBeNull();
    expect(await spool.list()).toEqual([]);
  });

  test('one that an earlier release kept is read, though nobody wrote down what it was judged', async () => {
    const { file } = await spool.keep(message(), null);
    const place = `spool:${file}`;
    writeFileSync(join(folder, file), keys.seal(JSON.stringify({ message: message(), answered: null }), place));
    expect(await spool.list()).toMatchObject([{ file, level: null }]);
  });

  test('a removed one does not wait any more', async () => {
    const { file } = await spool.keep(message(), null);
    await spool.remove(file);
    expect(await spool.waiting()).toEqual([]);
    await spool.remove(file);
  });

  test('what was cut off, changed, moved or sealed by a lost key is reported and left where it is; the rest is read', async () => {
    const { file } = await spool.keep(message(), null);
    const sealed = readFileSync(join(folder, file), 'utf8');
    const lost = openSpool({ folder, keys: openKeys(newKeys('b')) });
    const { file: foreign } = await lost.keep(message({ providerId: 'SM3' }), null);
    writeFileSync(join(folder, '20261120T000000000Z-cut.message'), sealed.slice(0, 60));
    writeFileSync(join(folder, '20261120T000000000Z-moved.message'), sealed);
    writeFileSync(join(folder, '20261120T000000000Z-half.message.draft'), sealed.slice(0, 10));
    expect((await spool.waiting()).map((one) => one.file)).toEqual([file]);
    expect(await spool.damaged()).toEqual([
      { file: '20261120T000000000Z-cut.message', why: 'unreadable' },
      { file: '20261120T000000000Z-moved.message', why: 'unreadable' },
      { file: foreign, why: 'unreadable' },
      { file: '20261120T000000000Z-half.message.draft', why: 'unfinished' },
    ]);
    expect(readdirSync(folder)).toHaveLength(5);
  });

  test('two that keep the same message at the same moment keep it once, and whole', async () => {
    const other = openSpool({ folder, keys });
    await Promise.all([spool.keep(message(), null), other.keep(message(), 'answered'), spool.keep(message(), null)]);
    expect(await spool.waiting()).toHaveLength(1);
    expect(await spool.damaged()).toEqual([]);
  });

  test('copies of yesterday go, those of today stay', async () => {
    await spool.keep(message(), null);
    await spool.keep(message({ providerId: 'SM2', receivedAt: '2026-11-21T23:40:00.000Z' }), null);
    await spool.removeOlderThan('2026-11-21T12:00:00.000Z');
    expect((await spool.waiting()).map((one) => one.message.providerId)).toEqual(['SM2']);
  });

  test('a disk that refuses is heard of', async () => {
    const gone = openSpool({ folder: join(folder, 'gone'), keys });
    rmSync(join(folder, 'gone'), { recursive: true });
    await expect(gone.keep(message(), null)).rejects.toThrow('ENOENT');
  });
});

describe('the copy of the roster', () => {
  test('is there after a restart, sealed, and null before the first', async () => {
    expect(await openRosterCopy({ folder, keys }).last()).toBeNull();
    await openRosterCopy({ folder, keys }).keep(aRoster());
    expect(await openRosterCopy({ folder, keys }).last()).toEqual(aRoster());
    expect(readFileSync(join(folder, 'roster.sealed'), 'utf8')).not.toContain('Robin');
  });
});
