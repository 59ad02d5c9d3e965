import type { ServiceParts } from '../../src/app/service/createService';
import { staffViews } from '../../src/record/views';
import { verifyChain } from '../../src/record/chain/verifyChain';
import { SECOND_MS } from '../../src/vocabulary';
import { describeRecords, type TestRecord } from '../harness/record';
import { nightOf } from '../harness/nights';
import { STORY_ROSTER } from '../harness/roster';
import { beginStory, type Story } from '../harness/story';

const AT = '2026-11-17T10:00:00.000Z';
const ROSTER = {
  ...STORY_ROSTER,
  practitioners: STORY_ROSTER.practitioners.map((one) =>
    one.id === 'cora' ? { ...one, roles: [...one.roles, 'data-protection-lead' as const] } : one,
  ),
  youngPeople: STORY_ROSTER.youngPeople.map((one) =>
    one.id === 'amira' ? { ...one, checkIns: [], dateOfBirth: '2012-06-01' } : one,
  ),
};

const textsOf = async (record: TestRecord): Promise<readonly string[]> => {
  const line = await record.record.transaction((tx) => tx.lines.findOf('amira'));
  const messages = await record.record.transaction((tx) => tx.messages.after(line!.id, 0));
  return messages.map(({ text }) => text);
};

const count = async (record: TestRecord, what: string): Promise<number> =>
  (await record.db.one<{ n: number }>(`select count(*)::int as n from ${what}`))!.n;

/** Amira says something, is heard, and it is closed as people close it. */
async function aClosedConcern(story: Story, text: string): Promise<void> {
  await story.texts('amira', text);
  for (const act of ['taken-on', 'seen', 'decided', 'contacted'] as const) await story.does('priya', act);
  const said = { outcome: 'Supported by us', reason: 'spoke with her', toldYoungPerson: 'yes' };
  await story.acts.close({ concern: story.newestConcern(), by: 'priya', ...said });
  await story.passes(1);
  ignoreAll(story);
}

function ignoreAll(story: Story): void {
  for (const who of ['amira', 'sam', 'bea', 'cora', 'priya', 'dev', 'mo']) story.ignores(who);
}

describeRecords('words that outlive their term', (record) => {
  it('small talk is gone after a year: its rows, its place and the chain stay, and a dated entry says so', async () => {
    const story = await beginStory(record(), { at: AT, roster: ROSTER });
    await story.texts('amira', 'going to football later');
    ignoreAll(story);
    await nightOf(story, '2027-11-16');
    expect(await textsOf(record())).toEqual(['going to football later']);
    expect(story.shows('words-destroyed')).toEqual([]);
    await nightOf(story, '2027-11-18');
    expect(await textsOf(record())).toEqual(['']);
    expect(await count(record(), 'messages where text_sealed is not null or words_salt is not null')).toBe(0);
    expect(await count(record(), 'deliveries where line_id is not null and text_sealed is not null')).toBe(0);
    expect(await count(record(), 'assessments where words_sealed is not null')).toBe(0);
    expect(await count(record(), 'lines where conversation_sealed is not null')).toBe(0);
    const [destroyed] = story.shows('words-destroyed');
    expect(destroyed).toMatchObject({ at: '2027-11-18T05:00:00.000Z', data: { messages: 1, approvedBy: 'draft' } });
    expect(await verifyChain(record().db, destroyed!.line)).toMatchObject({ ok: true });
    const log = [{ day: '2027-11-18', lines: 1, counts: { messages: 1 }, approvedBy: ['draft'] }];
    expect(await staffViews(record()).keeping('amira')).toMatchObject({ destroyed: log });
    expect(await staffViews(record()).keeping('jay')).toMatchObject({ destroyed: [] });
  });

  it('of everybody’s lines, some at a time and the next a while later: nobody who writes at night stands behind all of them', async () => {
    const oneAtATime = (parts: ServiceParts): ServiceParts => {
      const transaction: typeof parts.record.transaction = (work, options) =>
        parts.record.transaction((tx) => {
          const { retention } = tx;
          const linesWithWordsBefore: typeof retention.linesWithWordsBefore = (before, behind) =>
            retention.linesWithWordsBefore(before, behind, 1);
          return work({ ...tx, retention: { ...retention, linesWithWordsBefore } });
        }, options);
      return { ...parts, record: { ...parts.record, transaction } };
    };
    const story = await beginStory(record(), { at: AT, roster: ROSTER, wrap: oneAtATime });
    for (const who of ['amira', 'jay', 'cerys']) await story.texts(who, 'going to football later');
    for (const who of ['jay', 'cerys']) story.ignores(who);
    ignoreAll(story);
    await nightOf(story, '2027-11-18');
    expect(story.shows('words-destroyed')).toHaveLength(3);
    const moments = story.shows('words-destroyed').map(({ at }) => Date.parse(at));
    expect(moments[1]! - moments[0]!).toBeGreaterThanOrEqual(20 * SECOND_MS);
    expect(moments[2]! - moments[1]!).toBeGreaterThanOrEqual(20 * SECOND_MS);
  });

  it('a night with nothing left to destroy writes nothing', async () => {
    const story = await beginStory(record(), { at: AT, roster: ROSTER });
    await story.texts('amira', 'going to football later');
    ignoreAll(story);
    await nightOf(story, '2027-11-18');
    await nightOf(story, '2027-11-19');
    expect(story.shows('words-destroyed')).toHaveLength(1);
  });

  it('nothing of an open concern goes, however old, nor what was said around it', async () => {
    const story = await beginStory(record(), { at: AT, roster: ROSTER });
    await story.texts('amira', 'not a good week');
    await story.texts('amira', 'my dad hit me last night');
    ignoreAll(story);
    await nightOf(story, '2060-01-01');
    expect(await textsOf(record())).toEqual(['not a good week', 'my dad hit me last night']);
    expect(story.shows('words-destroyed')).toEqual([]);
    ignoreAll(story);
  });

  it('a closed one is kept until she is 25, with its decision; then its words go too', async () => {
    const story = await beginStory(record(), { at: AT, roster: ROSTER });
    await aClosedConcern(story, 'my dad hit me last night');
    await nightOf(story, '2037-05-31');
    expect(await textsOf(record())).toEqual(['my dad hit me last night']);
    await nightOf(story, '2037-06-02');
    expect(await textsOf(record())).toEqual(['']);
    expect(await count(record(), 'concerns where closing_sealed is not null')).toBe(0);
    expect(story.shows('words-destroyed').at(-1)?.data).toMatchObject({ concerns: 1, messages: 1 });
    const concern = await record().record.transaction((tx) => tx.concerns.get(story.newestConcern()));
    expect(concern?.closed).toMatchObject({ by: 'priya', reason: '' });
  });

  it('while a legal hold stands nothing is destroyed; lifted by name and with a reason, the term runs again', async () => {
    const story = await beginStory(record(), { at: AT, roster: ROSTER });
    await story.texts('amira', 'going to football later');
    ignoreAll(story);
    const hold = { youngPerson: 'amira', by: 'cora', reason: 'letter of a solicitor' };
    expect(await story.acts.placeHold(hold)).toEqual({ result: 'recorded' });
    await nightOf(story, '2028-11-18');
    expect(await textsOf(record())).toEqual(['going to football later']);
    const [standing] = (await staffViews(record()).keeping(null)).holds;
    expect(standing).toMatchObject({ youngPerson: 'amira', reason: 'letter of a solicitor', lifted: null });
    const id = String(story.shows('hold-placed')[0]?.data['hold']);
    expect(await story.acts.liftHold({ hold: id, by: 'mo', reason: 'the claim is settled' })).toEqual({
      result: 'recorded',
    });
    await nightOf(story, '2028-11-19');
    expect(await textsOf(record())).toEqual(['']);
    expect(story.shows('hold-placed', 'hold-lifted').map((one) => one.data['by'])).toEqual(['cora', 'mo']);
    expect(await count(record(), `legal_holds where reason_sealed like '%solicitor%'`)).toBe(0);
  });

  it('one hold can keep everybody, as an inquiry asks', async () => {
    const story = await beginStory(record(), { at: AT, roster: ROSTER });
    await story.texts('amira', 'going to football later');
    ignoreAll(story);
    await story.acts.placeHold({ youngPerson: null, by: 'mo', reason: 'the inquiry has written' });
    await nightOf(story, '2028-11-18');
    expect(await textsOf(record())).toEqual(['going to football later']);
  });

  it('is for administrators and data protection leads, with a reason, and only once lifted', async () => {
    const story = await beginStory(record(), { at: AT, roster: ROSTER });
    const place = (by: string, reason = 'a claim') => story.acts.placeHold({ youngPerson: 'amira', by, reason });
    expect(await place('priya')).toEqual({ result: 'refused', why: 'no-part-in-it' });
    expect(await place('mo', ' ')).toEqual({ result: 'refused', why: 'says-too-little' });
    const unknown = { youngPerson: 'nobody', by: 'mo', reason: 'a claim' };
    expect(await story.acts.placeHold(unknown)).toEqual({ result: 'refused', why: 'not-found' });
    await place('mo');
    const hold = String(story.shows('hold-placed')[0]?.data['hold']);
    const lift = (by: string) => story.acts.liftHold({ hold, by, reason: 'over' });
    expect(await lift('sam')).toEqual({ result: 'refused', why: 'no-part-in-it' });
    expect(await lift('mo')).toEqual({ result: 'recorded' });
    expect(await lift('mo')).toEqual({ result: 'refused', why: 'not-found' });
  });

  it('an unknown number that wrote goes with its words, after a year; nothing says any longer who it was', async () => {
    const story = await beginStory(record(), { at: AT, roster: ROSTER });
    await story.texts('+447700900321', 'who is this');
    ignoreAll(story);
    await nightOf(story, '2027-11-16');
    expect(await count(record(), 'lines where unknown_phone_sealed is not null')).toBe(1);
    await nightOf(story, '2027-11-18');
    expect(await count(record(), 'lines where unknown_phone_sealed is not null')).toBe(0);
    expect(story.shows('words-destroyed').at(-1)?.data).toMatchObject({ messages: 1, numbers: 1 });
  });

  it('a text of staff goes after six years; one a rule heard something in stays', async () => {
    const story = await beginStory(record(), { at: AT, roster: ROSTER });
    await story.texts('sam', 'running ten minutes late');
    await story.texts('sam', 'he told me his dad hit him last night');
    ignoreAll(story);
    await nightOf(story, '2032-11-16');
    expect(await count(record(), 'staff_replies where text_sealed is not null')).toBe(2);
    await nightOf(story, '2032-11-18');
    expect(await count(record(), `staff_replies where text_sealed is not null and level <> 'none'`)).toBe(1);
    expect(await count(record(), 'staff_replies where text_sealed is not null')).toBe(1);
    expect(story.shows('identities-destroyed').at(-1)?.data).toMatchObject({ staffReplies: 1, contacts: 0 });
    expect(await verifyChain(record().db, null)).toMatchObject({ ok: true });
    const [night] = (await staffViews(record()).keeping(null)).destroyed;
    expect(night).toMatchObject({ day: '2032-11-18', counts: { staffReplies: 1 } });
  });

  it('without approved terms nothing is looked for', async () => {
    const story = await beginStory(record(), {
      at: AT,
      roster: ROSTER,
      wrap: (parts) => ({ ...parts, house: { ...parts.house, retention: null } }),
    });
    await story.texts('amira', 'going to football later');
    ignoreAll(story);
    await nightOf(story, '2060-01-01');
    expect(await textsOf(record())).toEqual(['going to football later']);
    expect(await count(record(), `errands where kind = 'look-for-outlived'`)).toBe(0);
  });
});
