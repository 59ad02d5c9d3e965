import { DAY_MS, later } from '../../src/vocabulary';
import { staffViews } from '../../src/record/views';
import { describeRecords, type TestRecord } from '../harness/record';
import { beginStory, type Story } from '../harness/story';

/** Tuesday, at Amira's agreed time. */
const AT = '2026-11-24T17:00:00.000Z';

describeRecords('a mood that falls over several check-ins', (record) => {
  /** The moods of the weeks before, oldest first; then today's, as a text. */
  async function checksIn(earlier: readonly number[], today: string): Promise<Story> {
    const story = await beginStory(record(), { at: AT });
    await record().record.transaction(async (tx) => {
      for (const [index, mood] of earlier.entries()) {
        const startedAt = later(AT, (index - earlier.length) * 7 * DAY_MS);
        const when = { date: startedAt.slice(0, 10), slot: '17:00', startedAt, finishedAt: startedAt };
        await tx.checkIns.start({ id: `week-${index}`, youngPerson: 'amira', ...when, mood, answers: [] });
      }
    });
    await story.acts.startCheckIn({ youngPerson: 'amira', why: 'now' });
    await story.texts('amira', today);
    return story;
  }

  const concernsOf = (of: TestRecord) =>
    of.record.transaction(async (tx) => tx.concerns.openOf((await tx.lines.findOf('amira'))!.id));

  test('is a worry that the mentor reads in the morning; the check-in goes on, and nobody is rung', async () => {
    const story = await checksIn([8, 6], '3');
    const [concern] = await concernsOf(record());
    expect(concern).toMatchObject({ level: 'worry', nature: 'disclosure', about: 'self' });
    expect(concern!.case.pathway.id).toBe('worry');
    const kept = await record().record.transaction((tx) => tx.messages.assessmentsSince(concern!.line, AT));
    const reasons = kept.flatMap(({ because }) => because).filter(({ rule }) => rule === 'falling-mood');
    expect(reasons).toMatchObject([{ evidence: '3', level: 'worry' }]);
    expect(reasons[0]!.steps).toContain('mood fell over 3 check-ins: 8, 6, 3 of 10');
    expect(await staffViews(record()).openConcerns()).toMatchObject([
      { kinds: [], moodFellAt: expect.any(String), foundByReadingAt: null },
    ]);
    story.ignores('amira');
    for (const lead of ['priya', 'dev']) story.hearsNothing(lead);
    story.hearsNothing('sam', 'voice');
    await story.passesUntil('2026-11-25T08:30:30.000Z');
    expect(story.shows('digest-planned')).toMatchObject([{ data: { concern: concern!.id, practitioner: 'sam' } }]);
  });

  test('falls on: the worry that is open is joined, not doubled, and one already graver stays so', async () => {
    const story = await checksIn([8, 6], '3');
    await story.texts('amira', 'my stepdad hits me when mum is out');
    await story.does('priya', 'taken-on');
    await story.does('priya', 'contacted');
    await story.does('priya', 'decided');
    await story.passes(24 * 60);
    const [before] = await concernsOf(record());
    expect(before!.level).toBe('urgent');
    await story.acts.startCheckIn({ youngPerson: 'amira', why: 'now' });
    await story.texts('amira', '1');
    const [after, ...others] = await concernsOf(record());
    expect(others).toEqual([]);
    expect(after!.level).toBe('urgent');
    expect(after!.messages.length).toBeGreaterThan(before!.messages.length);
  });

  test.each([
    ['low, but no lower than it was', [3, 3], '3'],
    ['once', [8], '2'],
  ])('opens nothing when it is %s', async (_how, earlier, today) => {
    await checksIn(earlier, today);
    expect(await concernsOf(record())).toEqual([]);
  });
});
