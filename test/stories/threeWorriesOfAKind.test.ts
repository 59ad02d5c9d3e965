import { staffViews } from '../../src/record/views';
import type { Concern } from '../../src/vocabulary';
import { describeRecords } from '../harness/record';
import { beginStory, type Story } from '../harness/story';

/** Tuesdays after school. */
const FIRST = '2026-11-03T16:00:00.000Z';
const SECOND = '2026-11-10T16:00:00.000Z';
const THIRD = '2026-11-17T15:00:00.000Z';
const AN_HOUR_LATER = '2026-11-17T16:00:30.000Z';

describeRecords('three worries of a kind in 21 days', (record) => {
  /** Amira tells of it week by week; her mentor opens each the same day. */
  async function tellsOfIt(...moments: readonly string[]): Promise<Story> {
    const story = await beginStory(record(), { at: FIRST });
    for (const at of moments) {
      await story.passesUntil(at);
      await story.texts('amira', 'the girls in my form keep being mean to me');
      await story.does('sam', 'seen');
    }
    return story;
  }

  const openOf = (): Promise<readonly Concern[]> =>
    record().record.transaction(async (tx) => tx.concerns.openOf((await tx.lines.findOf('amira'))!.id));

  test('are told to the duty lead within the hours of the office, who is not rung; it stays a worry', async () => {
    const story = await tellsOfIt(FIRST, SECOND);
    await story.passesUntil(THIRD);
    for (const lead of ['priya', 'dev']) story.hearsNothing(lead);
    await story.texts('amira', 'the girls in my form keep being mean to me');
    await story.passesUntil(AN_HOUR_LATER);
    story.hears('priya', /^Harbour Youth: messages of the last three weeks are best read together/);
    for (const lead of ['priya', 'dev', 'mo']) {
      story.hearsNothing(lead);
      story.hearsNothing(lead, 'voice');
    }
    const [concern, ...others] = await openOf();
    expect(others).toEqual([]);
    expect(concern).toMatchObject({ level: 'worry', case: { holder: 'sam' } });
    expect(story.shows('repeated-worries-found')).toMatchObject([
      { data: { concern: concern!.id, kind: 'bullying', about: 'self', count: 3, days: 21 } },
    ]);
  });

  test('are told though the mentor closes the third within that hour, and the case ends all the same', async () => {
    const story = await tellsOfIt(FIRST, SECOND, THIRD);
    const [concern] = await openOf();
    const closing = { outcome: 'talked it through', reason: 'school knows', toldYoungPerson: 'face to face' };
    const closed = await story.acts.close({ concern: concern!.id, by: 'sam', ...closing });
    expect(closed).toEqual({ result: 'closed' });
    await story.passesUntil('2026-11-17T15:59:00.000Z');
    story.hearsNothing('priya');
    await story.passesUntil(AN_HOUR_LATER);
    story.hears('priya', /best read together/);
    await story.passes(14 * 24 * 60);
    story.hearsNothing('priya');
    story.hearsNothing('cora');
    const repeated = await staffViews(record()).repeatedWorries([concern!.line]);
    expect(repeated).toMatchObject([{ line: concern!.line, about: 'self', kind: 'bullying' }]);
  });

  test('are told once: a fourth and a fifth go to the mentor alone', async () => {
    const story = await tellsOfIt(FIRST, SECOND, THIRD, '2026-11-19T16:00:00.000Z', '2026-11-23T16:00:00.000Z');
    await story.passes(120);
    story.hears('priya', /best read together/);
    story.hearsNothing('priya');
    expect(story.shows('repeated-worries-found')).toHaveLength(1);
  });

  test('are not told to a lead whom the young person asked to leave out: the second hears of it', async () => {
    const story = await beginStory(record(), { at: FIRST });
    await record().record.transaction(async (tx) => {
      const line = await tx.lines.lockOf('amira', FIRST, 'line-amira');
      await tx.lines.save({ ...line, notThem: ['priya'] });
    });
    for (const at of [FIRST, SECOND, THIRD]) {
      await story.passesUntil(at);
      await story.texts('amira', 'the girls in my form keep being mean to me');
    }
    await story.passesUntil(AN_HOUR_LATER);
    expect(story.phone('priya')).toEqual([]);
    expect(story.phone('dev').map(({ text }) => text)).toContainEqual(expect.stringMatching(/best read together/));
  });

  test.each([
    ['said in one talk', [FIRST, '2026-11-03T16:20:00.000Z', '2026-11-03T16:40:00.000Z']],
    ['over more than 21 days', [FIRST, SECOND, '2026-11-24T16:01:00.000Z']],
  ])('are not found where they were %s', async (_how, moments) => {
    const story = await tellsOfIt(...moments);
    await story.passes(120);
    expect(story.shows('repeated-worries-found')).toEqual([]);
    expect(story.phone('priya').filter(({ text }) => text.includes('read together'))).toEqual([]);
  });
});
