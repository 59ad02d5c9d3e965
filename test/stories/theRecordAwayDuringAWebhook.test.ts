import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { ServiceParts } from '../../src/app/service/createService';
import type { Roster } from '../../src/vocabulary';
import { openSpool } from '../../src/spool';
import { openRosterCopy } from '../../src/spool/rosterCopy';
import { describeRecords, type TestRecord } from '../harness/record';
import { STORY_ROSTER } from '../harness/roster';
import { beginStory } from '../harness/story';

const AT = '2026-11-17T10:00:00.000Z';

describeRecords('the record away during a webhook', (record) => {
  let folder: string;
  beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'story-spool-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** A service with a real spool whose record can be sent away. */
  async function begin(opened: TestRecord, roster: Roster = STORY_ROSTER) {
    const away = { now: false };
    const spool = openSpool({ folder, keys: opened.keys });
    const rosterCopy = openRosterCopy({ folder, keys: opened.keys });
    await rosterCopy.keep(roster);
    const wrap = (parts: ServiceParts): ServiceParts => ({
      ...parts,
      spool,
      rosterCopy,
      record: {
        ...parts.record,
        transaction: (work, options) =>
          away.now ? Promise.reject(new Error('connection refused')) : parts.record.transaction(work, options),
      },
    });
    const story = await beginStory(opened, { at: AT, roster, wrap });
    return { story, away, spooled: () => readdirSync(folder).filter((name) => name.endsWith('.message')) };
  }

  const BROKEN = [/the record did not commit a message/, /nobody could be looked up/];

  it('keeps the message sealed on disk, pages the lead without content, answers honestly, and goes on when it is back', async () => {
    const { story, away, spooled } = await begin(record());
    away.now = true;
    const sent = story.incoming(story.phoneOf('amira'), 'my dad hit me last night');
    expect(await story.acts.receiveFromPhone(sent)).toEqual({ received: 'spooled' });
    expect(spooled()).toHaveLength(1);
    expect(story.hears('priya', /Harbour Youth/).text).not.toMatch(/dad|hit|amira/i);
    story.hears('amira', /We got your text\. Something is broken here.*call 999/);
    story.isQuiet();

    story.clock.moveTo('2026-11-17T10:40:00.000Z');
    away.now = false;
    await story.acts.replaySpool();
    expect(spooled()).toEqual([]);
    await story.passes(0.5);
    story.hears('sam', /needs you by 11\.10am/);
    story.hears('priya', /needs you by 11\.10am/);
    const [opened] = story.shows('concern-opened');
    const concern = await story.record.record.transaction((tx) => tx.concerns.get(String(opened?.data['concern'])));
    expect(concern?.openedAt).toBe(AT);
    story.ignores('amira');
    story.ends(BROKEN);
  });

  it('pages once an outage, but for every message that is immediate', async () => {
    const { story, away } = await begin(record());
    away.now = true;
    for (const text of ['my dad hit me last night', 'he hits me a lot', 'ive taken loads of tablets']) {
      await story.acts.receiveFromPhone(story.incoming(story.phoneOf('amira'), text));
    }
    expect(story.phone('priya')).toHaveLength(2);
    expect(story.phone('amira').at(-1)?.text).toMatch(/^Call 999 now/);
    away.now = false;
    await story.acts.replaySpool();
  });

  it('delivers the same webhook once, though it is on disk and comes again', async () => {
    const { story, away } = await begin(record());
    const sent = story.incoming(story.phoneOf('amira'), 'hi');
    away.now = true;
    await story.acts.receiveFromPhone(sent);
    away.now = false;
    expect(await story.acts.receiveFromPhone({ ...sent, receivedAt: '2026-11-17T10:00:15.000Z' })).toEqual({
      received: 'again',
    });
    await story.acts.replaySpool();
    expect(story.shows('message-replayed')[0]?.data).toMatchObject({ arrivedAt: AT });
    expect(story.shows('message-received')).toHaveLength(1);
    expect(story.shows('message-received-again')).toHaveLength(1);
  });

  it('and the disk full too, refuses the webhook, so that the carrier tries its other address', async () => {
    const { story, away } = await begin(record());
    away.now = true;
    rmSync(folder, { recursive: true, force: true });
    await expect(story.acts.receiveFromPhone(story.incoming(story.phoneOf('amira'), 'hi'))).rejects.toThrow();
  });

  it.each([
    ['under 13 the lead is paged at once', '2014-05-01', 1],
    ['at fifteen it waits for the record', '2011-05-01', 0],
  ])('something sexual that is a worry: %s', async (_who, dateOfBirth, pages) => {
    const youngPeople = STORY_ROSTER.youngPeople.map((one) => (one.id === 'amira' ? { ...one, dateOfBirth } : one));
    const { story, away } = await begin(record(), { ...STORY_ROSTER, youngPeople });
    away.now = true;
    const sent = story.incoming(story.phoneOf('amira'), 'a boy in my class keeps asking me for pics');
    await story.acts.receiveFromPhone(sent);
    expect(story.phone('priya')).toHaveLength(pages);
    away.now = false;
    await story.acts.replaySpool();
  });

  it('a code word pages the lead as danger does, and nothing is texted to that phone: somebody may be watching it', async () => {
    const youngPeople = STORY_ROSTER.youngPeople.map((one) =>
      one.id === 'amira' ? { ...one, codeWord: 'pineapple' } : one,
    );
    const { story, away } = await begin(record(), { ...STORY_ROSTER, youngPeople });
    away.now = true;
    for (const text of ['got any Pineapple?', 'pineapple']) {
      await story.acts.receiveFromPhone(story.incoming(story.phoneOf('amira'), text));
    }
    expect(story.phone('priya')).toHaveLength(2);
    expect(story.phone('amira')).toEqual([]);

    away.now = false;
    await story.acts.replaySpool();
    expect(story.shows('concern-opened')[0]?.data).toMatchObject({ level: 'immediate' });
    expect(story.phone('amira')).toEqual([]);
  });
});
