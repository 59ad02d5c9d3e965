import { newKeys, openKeys } from '../../../src/keys';
import { openRecord, type OpenRecord } from '../../../src/record';
import { webSessionStore } from '../../../src/record/doors/webSessions';
import { webThreadView } from '../../../src/record/doors/webThread';
import type { Delivery, Message, Roster } from '../../../src/vocabulary';
import { describeOnPostgres } from '../../harness/servers';

const keys = openKeys(newKeys('test'));
const NOON = '2026-11-22T12:00:00.000Z';
const at = (time: string): string => `2026-11-22T${time}.000Z`;

const ROSTER: Roster = {
  version: '1',
  organisation: {
    name: 'Lantern',
    area: 'Lanarth',
    timeZone: 'Europe/London',
    phone: '+441632960001',
    modelApproval: null,
  },
  practitioners: [],
  shifts: [],
  youngPeople: ['jade', 'owen'].map((id) => ({
    id,
    name: id,
    phone: null,
    language: 'en' as const,
    mentor: 'sam',
    buddy: null,
    checkIns: [],
    safeHours: { from: '08:00', to: '21:30' },
    style: 'ordinary' as const,
    visits: [],
    conflicts: [],
    joinedAt: NOON,
    missingSince: null,
    dateOfBirth: null,
    addresses: [],
    carers: [],
    socialWorker: null,
    school: null,
    secondSafeWay: null,
    checkWord: null,
    codeWord: null,
  })),
};

/** The same promises on both records. */
function promises(open: () => Promise<OpenRecord>): void {
  let record: OpenRecord;
  let ids = 0;
  const newId = (): string => `id-${String((ids += 1)).padStart(6, '0')}`;

  beforeAll(async () => {
    record = await open();
    await record.migrate();
    await record.record.transaction((tx) => tx.roster.replace(ROSTER));
  });
  afterAll(() => record.close());
  beforeEach(async () => {
    for (const table of ['web_shown', 'web_links', 'web_sessions', 'deliveries', 'messages', 'lines']) {
      await record.db.all(`delete from ${table}`);
    }
  });

  const sessions = () => webSessionStore(record.db, newId);
  const thread = () => webThreadView(record.db);

  async function says(id: string, receivedAt: string, channel: Message['channel'] = 'web'): Promise<void> {
    await record.record.transaction(async (tx) => {
      const line = await tx.lines.lockOf('jade', receivedAt, newId());
      const message: Message = {
        ...{ id, line: line.id, seq: line.lastSeq + 1, provider: 'web', providerId: `session|${id}`, channel },
        ...{ kind: 'text', text: `${id} in words`, receivedAt, unreadable: false, keptBack: false },
      };
      await tx.messages.keep(message);
      await tx.lines.save({ ...line, lastSeq: message.seq });
    });
  }

  async function hears(id: string, acceptedAt: string, more: Partial<Delivery> = {}): Promise<void> {
    await record.record.transaction(async (tx) => {
      const line = await tx.lines.lockOf('jade', acceptedAt, newId());
      await tx.deliveries.add({
        ...{ id, to: { line: line.id }, channel: 'web', text: `${id} in words`, neutralText: null, template: 'open' },
        ...{ templateVersion: 1, class: 'answer', atAnyHour: false, state: 'delivered', attempts: 1, timesAbsent: 0 },
        ...{ claimedUntil: null, sid: `web-${id}`, dueAt: null },
        ...{ createdAt: acceptedAt, acceptedAt, notice: null, concern: null, ...more },
      });
    });
  }

  const read = (liveSince: string, watermark: string | null, now: string) =>
    thread().since({ youngPerson: 'jade', liveSince, watermark, now });
  const textsOf = (part: { entries: readonly { text: string }[] }): string[] => part.entries.map((entry) => entry.text);

  describe('a personal link', () => {
    it('opens one session, once, even when two devices open it together', async () => {
      const { token } = await sessions().issueLink({ youngPerson: 'jade', now: NOON, expiresAt: at('13:00:00') });
      const opened = await Promise.all([1, 2, 3].map(() => sessions().exchangeLink(token, at('12:10:00'))));
      expect(opened.filter((session) => session !== null)).toHaveLength(1);
    });

    it('opens nothing when it is too old, or was never issued', async () => {
      const { token } = await sessions().issueLink({ youngPerson: 'jade', now: NOON, expiresAt: at('13:00:00') });
      expect(await sessions().exchangeLink(token, at('13:00:00'))).toBeNull();
      expect(await sessions().exchangeLink('made-up', NOON)).toBeNull();
    });

    it('ends the sessions its young person had before, and nobody else’s', async () => {
      const link = async (youngPerson: string) =>
        (await sessions().issueLink({ youngPerson, now: NOON, expiresAt: at('13:00:00') })).token;
      const old = await sessions().exchangeLink(await link('jade'), NOON);
      const other = await sessions().exchangeLink(await link('owen'), NOON);
      const fresh = await sessions().exchangeLink(await link('jade'), at('12:30:00'));
      expect(await sessions().find(old!.id)).toBeNull();
      expect(await sessions().find(other!.id)).not.toBeNull();
      expect(await sessions().find(fresh!.id)).toEqual(fresh);
    });

    it('leaves no token in the record', async () => {
      const { token } = await sessions().issueLink({ youngPerson: 'jade', now: NOON, expiresAt: at('13:00:00') });
      const rows = await record.db.all('select * from web_links');
      expect(JSON.stringify(rows)).not.toContain(token);
    });
  });

  describe('a session', () => {
    it('keeps its live stretch, and stays ended once it has ended', async () => {
      const { token } = await sessions().issueLink({ youngPerson: 'jade', now: NOON, expiresAt: at('13:00:00') });
      const session = (await sessions().exchangeLink(token, NOON))!;
      const later = { ...session, activeAt: at('12:05:00'), checkedAt: at('12:01:00') };
      await sessions().save(later);
      expect(await sessions().find(session.id)).toEqual(later);
      await sessions().end(session.id, at('12:06:00'));
      await sessions().save(later);
      expect(await sessions().find(session.id)).toBeNull();
    });
  });

  describe('the thread of a page', () => {
    it('holds what was said on web chat since the stretch began, in the order it was said', async () => {
      await says('before', at('11:00:00'));
      await says('one', at('12:01:00'));
      await says('by-text', at('12:01:30'), 'sms');
      await hears('two', at('12:02:00'));
      await hears('not-yet', at('12:03:00'), { state: 'waiting', acceptedAt: null, sid: null });
      await says('three', at('12:04:00'));
      const part = await read(NOON, null, at('12:05:00'));
      expect(textsOf(part)).toEqual(['one in words', 'two in words', 'three in words']);
      expect(part.entries[0]).toMatchObject({ id: 'session|one', clientId: 'one', from: 'young-person' });
      expect(part.entries[1]).toMatchObject({ id: 'two', toShow: 'two', from: 'service' });
    });

    it('goes on from a watermark with exactly what came after it', async () => {
      await says('one', at('12:01:00'));
      await hears('two', at('12:02:00'));
      const { watermark } = await read(NOON, null, at('12:03:00'));
      expect((await read(NOON, watermark, at('12:03:00'))).entries).toEqual([]);
      await hears('three', at('12:04:00'));
      await says('four', at('12:05:00'));
      const part = await read(NOON, watermark, at('12:06:00'));
      expect(textsOf(part)).toEqual(['three in words', 'four in words']);
      expect((await read(NOON, part.watermark, at('12:06:00'))).watermark).toBe(part.watermark);
    });

    it('starts from the beginning for a watermark it cannot read, and is empty before the first message', async () => {
      expect(await read(NOON, null, NOON)).toEqual({ line: null, entries: [], watermark: '0.0' });
      await says('one', at('12:01:00'));
      expect(textsOf(await read(NOON, "'; drop table lines", at('12:02:00')))).toEqual(['one in words']);
    });

    it.each([
      ['an answer with a neutral form', { class: 'answer', neutralText: 'neutral' }, ['neutral']],
      ['an answer without one', { class: 'answer' }, []],
      ['a named person’s words', { class: 'human' }, ['two in words']],
      ['a neutral text sent unasked', { class: 'unasked' }, ['two in words']],
    ] as const)('first shown too late, %s comes in the form that is safe then', async (_what, more, shown) => {
      await hears('two', at('12:02:00'), more);
      expect(textsOf(await read(NOON, null, at('12:12:01')))).toEqual(shown);
    });

    it('keeps the full form of what was shown in time', async () => {
      await hears('two', at('12:02:00'), { neutralText: 'neutral' });
      await thread().noteShown(['two'], at('12:03:00'));
      await thread().noteShown(['two'], at('12:40:00'));
      const part = await read(NOON, null, at('12:50:00'));
      expect(textsOf(part)).toEqual(['two in words']);
      expect(part.entries[0]?.toShow).toBeNull();
    });

    it('says since when something waits that no page has shown', async () => {
      const waiting = (now: string) => thread().waitingSince({ youngPerson: 'jade', liveSince: now, now });
      await hears('shown', at('12:01:00'), { class: 'unasked' });
      await thread().noteShown(['shown'], at('12:01:00'));
      await hears('may-not-be-shown-late', at('12:02:00'));
      expect(await waiting(at('14:00:00'))).toBeNull();
      await hears('waits', at('12:03:00'), { class: 'unasked' });
      expect(await waiting(at('14:00:00'))).toBe(at('12:03:00'));
      expect(await waiting('2026-11-30T12:00:00.000Z')).toBeNull();
    });
  });
}

describe('web chat on the embedded record', () => {
  promises(() => openRecord({ memory: true, keys, clock: { now: () => NOON } }));
});

describeOnPostgres('web chat on Postgres', (url) => {
  // Within its own suite, so that the record is closed before its server is.
  describe('there', () => promises(() => openRecord({ url: url(), keys, clock: { now: () => NOON } })));
});
