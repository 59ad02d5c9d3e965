import { createAuditor, type Auditor } from '../../src/audit';
import { anchorHeads } from '../../src/record/chain/anchors';
import { auditViews } from '../../src/record/views/audit';
import { later, MINUTE_MS } from '../../src/vocabulary';
import { describeRecords, type TestRecord } from '../harness/record';
import { beginStory, type Story } from '../harness/story';

const AT = '2026-11-17T10:00:00.000Z';

interface Watched {
  readonly story: Story;
  readonly auditor: Auditor;
  readonly pages: (readonly string[])[];
  readonly logged: Readonly<Record<string, unknown>>[];
}

/** A disclosure was made, heard, told and answered; the chains are anchored; an auditor looks on. */
async function watch(record: TestRecord, at = AT): Promise<Watched> {
  const story = await beginStory(record, { at });
  await story.texts('amira', 'hi');
  await story.texts('amira', 'my stepdad hits me with a belt');
  await anchor(story);
  const pages: (readonly string[])[] = [];
  const logged: Readonly<Record<string, unknown>>[] = [];
  const auditor = createAuditor({
    views: auditViews(record.db),
    clock: story.clock,
    log: { warn: () => {}, error: (fields) => void logged.push(fields) },
    page: (numbers) => {
      pages.push(numbers);
      return Promise.resolve(numbers.length);
    },
    alwaysPage: ['+447700900199'],
  });
  return { story, auditor, pages, logged };
}

const anchor = ({ record, clock }: Story) => record.inTransaction(({ db }) => anchorHeads(db, clock.now()));
const found = async ({ auditor }: Watched) => (await auditor.look()).map((one) => one.check);

describeRecords('the auditor', (record) => {
  const write = (text: string, values: readonly unknown[] = []) => record().db.all(text, values);

  test('finds nothing while the service does its work, and beats', async () => {
    const watched = await watch(record());
    expect(await found(watched)).toEqual([]);
    expect(watched.auditor.isWell()).toBe(true);
    expect(watched.pages).toEqual([]);
    expect(await write('select beat_at from heartbeats')).toEqual([{ beat_at: watched.story.clock.now() }]);
  });

  test('finds nothing while nobody takes it up and one step after the other is gone', async () => {
    const watched = await watch(record());
    for (let halfHour = 0; halfHour < 4; halfHour += 1) {
      await watched.story.passes(30);
      await anchor(watched.story);
      expect(await found(watched)).toEqual([]);
    }
  });

  test.each([
    ['a worry', 'amira', 'nobody at school talks to me any more i hate it'],
    ['an allegation', 'jay', 'martin touched me in the car'],
    ['an unknown number that discloses', '+447700900299', 'my dad hits me every night'],
    ['a text that no rule can read', 'cerys', '\u0438\u0434\u0438 \u0441\u044e\u0434\u0430'],
    ['STOP', 'amira', 'STOP'],
  ])('finds nothing an hour after %s', async (_what, who, text) => {
    const watched = await watch(record());
    await watched.story.texts(who, text);
    await watched.story.passes(60);
    await anchor(watched.story);
    expect(await found(watched)).toEqual([]);
  });

  test('finds nothing where a promise was missed that nothing may be sent about', async () => {
    const watched = await watch(record());
    await watched.story.texts('amira', 'STOP');
    await watched.story.passes(60);
    await anchor(watched.story);
    expect(watched.story.shows('commitment-missed')).toHaveLength(1);
    expect(await found(watched)).toEqual([]);
  });

  test('finds nothing while what was missed at night waits to be admitted in the morning', async () => {
    const watched = await watch(record(), '2026-11-17T21:21:00.000Z');
    await watched.story.passes(180);
    await anchor(watched.story);
    expect(watched.story.shows('commitment-admitted-late', 'commitment-kept')).toEqual([]);
    expect(await found(watched)).toEqual([]);
  });

  test('finds everything that stands once the workers are gone', async () => {
    const watched = await watch(record());
    await watched.story.textsAndGoesOn('jay', 'im scared to go home tonight he said he will kill me');
    watched.story.clock.pass(60 * MINUTE_MS);
    expect(await found(watched)).toEqual(
      expect.arrayContaining(['nobody-told', 'concern-standing', 'turn-not-taken', 'delivery-stuck', 'not-anchored']),
    );
    expect(watched.auditor.isWell()).toBe(false);
  });

  const WRONG: readonly (readonly [string, string, string])[] = [
    ['a message that lost its assessment', 'not-judged', 'delete from assessments'],
    ['a concern without a next step', 'concern-standing', 'update concerns set due_at = null'],
    [
      'notices that no carrier ever took',
      'nobody-told',
      'update deliveries set accepted_at = null where notice_id is not null',
    ],
    ['a word changed after it was said', 'chain-broken', `update messages set words_salt = 'another'`],
    ['an event changed after it happened', 'chain-broken', `update events set data = '{}' where n = 2`],
    ['an event taken out', 'chain-broken', 'delete from events where n = 3'],
    ['an anchor moved', 'anchor-broken', `update anchors set root = 'another'`],
    [
      'a promise neither kept nor admitted',
      'promise-forgotten',
      `with nobody_looks as (update errands set done_at = due_at where kind = 'commitment-due')
       update commitments set due_at = '2026-11-17T09:00:00Z', kept_at = null, admitted_at = null`,
    ],
    ['work left undone', 'errand-undone', `update errands set due_at = '2026-11-17T09:00:00Z', done_at = null`],
  ];

  test.each(WRONG)('finds %s: %s', async (_what, check, damage) => {
    const watched = await watch(record());
    watched.story.clock.pass(1.5 * MINUTE_MS);
    await write(damage);
    expect(await found(watched)).toContain(check);
    expect(watched.auditor.isWell()).toBe(false);
    expect(watched.pages).toHaveLength(1);
  });

  test('pages whoever administers and whoever is always paged, with nothing in the log but ids and names of checks', async () => {
    const watched = await watch(record());
    await write('delete from assessments');
    watched.story.clock.pass(2 * MINUTE_MS);
    await watched.auditor.look();
    expect(watched.pages).toEqual([['+447700900199', '+447700900107']]);
    expect(JSON.stringify(watched.logged)).not.toMatch(/belt|Amira|amira|\+44/);
    expect(watched.logged).toContainEqual({ part: 'auditor', name: 'not-judged', count: 2 });
  });

  test('pages once for the same trouble, again after half an hour, and at once for new trouble', async () => {
    const watched = await watch(record());
    await write('delete from assessments');
    watched.story.clock.pass(2 * MINUTE_MS);
    await watched.auditor.look();
    await watched.auditor.look();
    expect(watched.pages).toHaveLength(1);
    await write(`update anchors set root = 'another'`);
    await watched.auditor.look();
    expect(watched.pages).toHaveLength(2);
    watched.story.clock.moveTo(later(watched.story.clock.now(), 31 * MINUTE_MS));
    await watched.auditor.look();
    expect(watched.pages).toHaveLength(3);
  });

  test('pages those it knew of when the record can no longer be read', async () => {
    const watched = await watch(record());
    await watched.auditor.look();
    await write('alter table practitioners rename to gone');
    try {
      watched.story.clock.pass(MINUTE_MS);
      expect(await found(watched)).toContain('nobody-to-page');
      expect(watched.pages).toEqual([['+447700900199', '+447700900107']]);
    } finally {
      await write('alter table gone rename to practitioners');
    }
  });
});
