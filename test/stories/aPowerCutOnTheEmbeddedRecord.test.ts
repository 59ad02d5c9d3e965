import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { openJournal, type Journal } from '../../src/app/house/journal';
import { openTestRecord, type TestRecord } from '../harness/record';
import { beginStory, type Story } from '../harness/story';

const AT = '2026-11-17T10:00:00.000Z';

describe('a power cut takes the last messages out of a live embedded record', () => {
  let dataDir: string;
  let record: TestRecord;
  beforeAll(async () => void (record = await openTestRecord()));
  beforeEach(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'story-journal-'));
    await record.reset();
  });
  afterEach(() => rmSync(dataDir, { recursive: true, force: true }));
  afterAll(() => record.close());

  const pages = () => readdirSync(join(dataDir, 'journal'));

  function journalOf({ acts, clock }: Story): Journal {
    const quiet = { info: () => {}, warn: () => {}, error: () => {} };
    const config = { mode: 'live' as const, databaseUrl: null, dataDir };
    const journal = openJournal({ config, keys: record.keys, log: quiet, clock, acts, open: record });
    if (!journal) throw new Error('a live embedded record has a journal');
    return journal;
  }

  it('receives again what is gone, by the way it came, and nothing that is still there', async () => {
    const before = await beginStory(record, { at: AT });
    const { receiving } = journalOf(before);
    const words = before.incoming(before.phoneOf('amira'), 'my dad hit me last night');
    await receiving.receiveFromPhone(words);
    const reply = before.incoming(before.phoneOf('sam'), 'what is this about');
    await receiving.receiveFromPhone(reply);
    expect(pages()).toHaveLength(2);

    await record.reset();
    const after = await beginStory(record, { at: AT });
    const journal = journalOf(after);
    expect(await journal.replay()).toBe(2);
    expect(after.shows('concern-opened')).toHaveLength(1);
    expect(await journal.replay()).toBe(0);
    expect(after.shows('message-received')).toHaveLength(1);
    expect(after.shows('message-received-again')).toHaveLength(0);
  });

  it('receives many of one sender in the order they came, however long the disk takes over each', async () => {
    const story = await beginStory(record, { at: AT });
    const { receiving } = journalOf(story);
    const said = Array.from({ length: 30 }, (_, place) => `${place} ${'la '.repeat((30 - place) * 15)}`);
    await Promise.all(said.map((text) => receiving.receiveFromPhone(story.incoming(story.phoneOf('amira'), text))));
    const line = await record.record.transaction((tx) => tx.lines.findOf('amira'));
    const kept = await record.record.transaction((tx) => tx.messages.after(line!.id, 0));
    expect(kept.map(({ text }) => text)).toEqual(said);
  });

  it('keeps them a day, sealed', async () => {
    const story = await beginStory(record, { at: AT });
    const journal = journalOf(story);
    await journal.receiving.receiveFromPhone(story.incoming(story.phoneOf('amira'), 'hello'));
    story.clock.moveTo('2026-11-18T09:59:00.000Z');
    await journal.trim();
    expect(pages()).toHaveLength(1);
    story.clock.moveTo('2026-11-18T10:01:00.000Z');
    await journal.trim();
    expect(pages()).toEqual([]);
  });

  it.each([
    ['on Postgres', { mode: 'live' as const, databaseUrl: 'postgres://db.example/bv' }],
    ['in practice', { mode: 'practice' as const, databaseUrl: null }],
  ])('has none %s', async (_where, settings) => {
    const { acts, clock } = await beginStory(record, { at: AT });
    const quiet = { info: () => {}, warn: () => {}, error: () => {} };
    expect(
      openJournal({ config: { ...settings, dataDir }, keys: record.keys, log: quiet, clock, acts, open: record }),
    ).toBeNull();
  });
});
