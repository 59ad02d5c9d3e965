import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eraseAgain } from '../../src/acts';
import { backupTo, openErasureList, readErasures, restoreFrom } from '../../src/record/backup';
import { verifyChain } from '../../src/record/chain/verifyChain';
import { describeRecords, openTestRecord, RECORD_KINDS, type RecordKind, type TestRecord } from '../harness/record';
import { nightOf } from '../harness/nights';
import { STORY_ROSTER } from '../harness/roster';
import { beginStory, type Story } from '../harness/story';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'restored-'))));
afterEach(() => rmSync(folder, { recursive: true }));

describeRecords('a backup put back after a loss', (record) => {
  const backup = () => join(folder, 'record.backup');
  const list = () => ({ file: join(folder, 'erasures.list'), keys: record().keys });

  async function begin(): Promise<Story> {
    const erasures = openErasureList(list());
    const story = await beginStory(record(), {
      at: '2026-11-17T10:00:00.000Z',
      wrap: (parts) => ({ ...parts, erasures }),
    });
    await story.texts('amira', 'going to football later');
    await story.texts('jay', 'see you tuesday');
    for (const who of ['amira', 'jay', 'sam', 'bea', 'cora', 'priya', 'dev', 'mo']) story.ignores(who);
    return story;
  }

  /** Sam left the roster; nobody noticed yet, and a backup is made. */
  async function samLeavesAndABackupIsMade(story: Story): Promise<void> {
    const practitioners = STORY_ROSTER.practitioners.filter(({ id }) => id !== 'sam');
    const youngPeople = STORY_ROSTER.youngPeople.map((one) => ({ ...one, mentor: 'bea', checkIns: [] }));
    await record().record.transaction((tx) => tx.roster.replace({ ...STORY_ROSTER, practitioners, youngPeople }));
    await nightOf(story, '2026-11-18');
    await backupTo(backup(), { ...record(), now: story.clock.now() });
  }

  /** The record is lost; what the backup holds stands in a new one. */
  async function restored(kind: RecordKind, work: (into: TestRecord) => Promise<void>): Promise<void> {
    const into = await openTestRecord(kind, { keys: record().keys });
    try {
      await into.pool.query('drop schema public cascade; create schema public');
      await restoreFrom(backup(), { ...into, now: '2027-11-20T09:00:00.000Z' });
      await work(into);
    } finally {
      await into.close();
    }
  }

  const heardIn = async (into: TestRecord, who: string): Promise<readonly string[]> =>
    into.record.transaction(async (tx) => {
      const line = await tx.lines.findOf(who);
      return (await tx.messages.after(line!.id, 0)).map(({ text }) => text);
    });
  const numbersOfSam = (into: TestRecord) =>
    into.db.one(`select phone_sealed is not null as phone from practitioners where id = 'sam'`);

  it.each(RECORD_KINDS)('does not bring back what was destroyed since it was made (%s)', async (kind) => {
    const story = await begin();
    await samLeavesAndABackupIsMade(story);
    await story.acts.placeHold({ youngPerson: 'jay', by: 'mo', reason: 'the police asked' });
    const hold = String(story.shows('hold-placed')[0]?.data['hold']);
    await nightOf(story, '2027-11-18');
    await story.acts.liftHold({ hold, by: 'mo', reason: 'the trial is over' });
    await nightOf(story, '2027-11-20');
    expect(story.shows('words-destroyed')).toHaveLength(2);
    expect(story.shows('identities-destroyed')).toHaveLength(1);

    const { erasures } = await readErasures(list());
    await restored(kind, async (into) => {
      expect([await heardIn(into, 'amira'), await numbersOfSam(into)]).toEqual([
        ['going to football later'],
        { phone: true },
      ]);
      expect(await eraseAgain({ record: into.record, clock: into.clock }, erasures)).toBe(5);
      expect([await heardIn(into, 'amira'), await heardIn(into, 'jay')]).toEqual([[''], ['']]);
      expect(await numbersOfSam(into)).toEqual({ phone: false });
      const line = await into.record.transaction((tx) => tx.lines.findOf('amira'));
      expect(await verifyChain(into.db, line!.id)).toMatchObject({ ok: true });
      expect(await verifyChain(into.db, null)).toMatchObject({ ok: true });
    });
  });

  it('holds again what was held since, so that the next night does not destroy it', async () => {
    const story = await begin();
    await samLeavesAndABackupIsMade(story);
    await story.acts.placeHold({ youngPerson: 'jay', by: 'mo', reason: 'the police asked' });
    const { erasures } = await readErasures(list());
    await restored('embedded', async (into) => {
      await eraseAgain({ record: into.record, clock: into.clock }, erasures);
      const line = await into.record.transaction((tx) => tx.lines.findOf('jay'));
      expect(await into.record.transaction((tx) => tx.retention.lookAt(line!.id))).toMatchObject({ held: true });
      expect(await heardIn(into, 'jay')).toEqual(['see you tuesday']);
    });
  });

  it('nothing is destroyed that could not be noted outside the record', async () => {
    const story = await begin();
    story.restarts({ erasures: { note: () => Promise.reject(new Error('the disk is full')) } });
    await expect(nightOf(story, '2027-11-20')).rejects.toThrow('the disk is full');
    expect(await heardIn(record(), 'amira')).toEqual(['going to football later']);
  });
});
