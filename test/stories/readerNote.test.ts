import { movableClock } from '../../src/clock';
import { createReader } from '../../src/readers';
import type { Roster } from '../../src/vocabulary';
import { ModelServer, type Answer } from '../harness/modelServer';
import { describeRecords, type TestRecord } from '../harness/record';
import { STORY_ROSTER } from '../harness/roster';
import { beginStory, type Story } from '../harness/story';

/** A Tuesday, ten minutes before Amira's check-in. */
const AT = '2026-11-17T16:50:00.000Z';
const MORNING = '2026-11-18T08:30:00.000Z';
const APPROVAL = {
  assessmentReference: 'DPIA-7',
  contract: 'C-12',
  region: 'UK',
  retention: 'none',
  date: '2026-11-01',
  name: 'Mo Ellis',
};
const APPROVED: Roster = { ...STORY_ROSTER, organisation: { ...STORY_ROSTER.organisation, modelApproval: APPROVAL } };
const HARMLESS: Answer = {
  says: { level: 'none', kinds: [], about: 'self', sure: true, quote: '', adults_meant: [] },
};

let model: ModelServer;
beforeEach(async () => void (model = await ModelServer.start(HARMLESS)));
afterEach(() => model.close());

/** Amira's check-in from its first question to what she wants Sam to know, with a stand-in model. */
async function checkIn(record: TestRecord, roster: Roster, lastWord: string, timeLimitMs = 60_000): Promise<Story> {
  const log = { info: () => {}, warn: () => {}, error: () => {} };
  const parts = { apiKey: 'k', baseUrl: model.url, model: 'pinned-1', clock: movableClock(AT), log, timeLimitMs };
  const story = await beginStory(record, {
    at: AT,
    roster,
    wrap: (made) => ({ ...made, reader: createReader(parts) }),
  });
  await story.texts('amira', 'hi');
  await story.service.acts.planAhead({ watchRoster: false });
  await story.passes(12);
  for (const words of ['7', 'got picked for the team with dave', 'maths is killing me lol', 'finish my essay', 'no']) {
    await story.texts('amira', words);
  }
  await story.texts('amira', lastWord);
  return story;
}

/** The note as Sam reads it, and when it went. */
async function noteOf(story: Story): Promise<{ readonly text: string; readonly sentAt: string | null }> {
  await story.passesUntil('2026-11-18T09:00:00.000Z');
  const sent = story.shows('note-sent');
  expect(sent).toHaveLength(1);
  const note = await story.record.record.transaction((tx) => tx.notes.get(String(sent[0]?.data['note'])));
  return note ?? { text: '', sentAt: null };
}

const line = (message: string, quote: string, text = `They say "${quote}".`) => ({ text, message, quote });
const draftsAt = (story: Story) => story.shows('note-drafted').map((one) => one.data['ended']);

describeRecords('a drafted note', (record) => {
  it('shows the lines that quote what was said, under the words themselves, and no other line', async () => {
    const story = await checkIn(record(), APPROVED, 'OK');
    model.next({
      says: {
        sentences: [
          line('m1', 'picked for the team with [person-1]'),
          line('m2', 'maths is killing me', 'They may be at risk: see a doctor.'),
          line('m2', 'hates school'),
        ],
      },
    });
    const { text, sentAt } = await noteOf(story);
    expect(sentAt).toBe(MORNING);
    expect(text).toContain('Not going well: "maths is killing me lol"');
    expect(text).toMatch(/Drafted by a language model.*\nThey say "picked for the team with dave"\.$/s);
    expect(text).not.toMatch(/at risk|doctor|hates school/);
  });

  it('goes to the practitioner only: the young person hears nothing of it', async () => {
    const story = await checkIn(record(), APPROVED, 'OK');
    const heard = story.phone('amira').length;
    model.next({ says: { sentences: [line('m1', 'picked for the team')] } });
    await noteOf(story);
    expect(story.phone('amira')).toHaveLength(heard);
  });

  it('never holds, nor shows the model, what was kept back', async () => {
    const story = await checkIn(record(), APPROVED, 'KEEP 2');
    model.next({ says: { sentences: [line('m2', 'maths is killing me')] } });
    const { text } = await noteOf(story);
    expect(text).not.toContain('maths');
    const drafting = model.asked.filter((one) => one.words.includes('"answers"'));
    expect(drafting).toHaveLength(1);
    expect(drafting[0]?.words).not.toContain('maths');
  });

  test.each<[string, Answer, string]>([
    ['is slow', { silent: true }, 'too-slow'],
    ['is wrong', { raw: 'All is well.' }, 'not-understood'],
    ['refuses', { refuses: true }, 'refused'],
    ['is down', { status: 503 }, 'failed'],
  ])('by a model that %s is the plain note, on time', async (_what, fault, ended) => {
    const story = await checkIn(record(), APPROVED, 'OK', 'silent' in fault ? 500 : 60_000);
    model.otherwise = fault;
    const { text, sentAt } = await noteOf(story);
    expect(sentAt).toBe(MORNING);
    expect(text).not.toContain('language model');
    expect(draftsAt(story)).toEqual([ended]);
  });

  it('is not even asked for without a recorded approval', async () => {
    const story = await checkIn(record(), STORY_ROSTER, 'OK');
    const { text, sentAt } = await noteOf(story);
    expect(sentAt).toBe(MORNING);
    expect(text).not.toContain('language model');
    expect(model.asked).toEqual([]);
  });
});
