import { marksToReview } from '../../src/app/alone/markedVerdicts';
import { staffViews } from '../../src/record/views';
import { staffBook } from '../../src/record/doors/staffBook';
import { review } from '../../src/tools/rules/review';
import { NOTHING_READ } from '../../src/acts/judge/judgeMessage';
import { describeRecords } from '../harness/record';
import { beginStory } from '../harness/story';

describeRecords('a disclosure that only a reader saw', (record) => {
  const today = {
    judge: () => NOTHING_READ,
    nearMisses: () =>
      [{ rule: 'told-in-pieces', level: 'urgent', found: ['the thing'], because: 'of its parts' }] as const,
  };

  /** A young person's words, which no rule hears, and what her mentor sees in them an hour later. */
  async function missedByTheRules() {
    const story = await beginStory(record(), { at: '2026-11-24T15:00:00.000Z' });
    await story.texts('amira', 'it rained at training again');
    await story.texts('amira', 'sam the thing with the blue bag is on again');
    await story.passes(60);
    const message = String(story.shows('message-assessed').at(-1)?.data['message']);
    const note = 'the blue bag is what the older lads had her carry in May';
    await story.acts.reportMissed({ message, by: 'sam', level: 'urgent', reason: note });
    await story.passes(0.5);
    return { story, message, note };
  }

  test('it is a concern from then on, and the review holds the message, what came before, and what the reader saw', async () => {
    const { story, message, note } = await missedByTheRules();
    expect(story.shows('concern-opened')).toMatchObject([{ data: { message, level: 'urgent' } }]);
    const [only, ...others] = (await marksToReview(record(), 'priya', story.clock.now())) ?? [];
    expect(others).toEqual([]);
    expect(only).toMatchObject({
      mark: { verdict: 'missed', by: 'sam', note },
      concern: { id: story.newestConcern(), level: 'urgent' },
      messages: [{ id: message, before: ['it rained at training again'], assessments: [{ level: 'none' }] }],
    });
    expect(only!.staff).toContain('Sam');
    expect(await staffViews(record()).openConcerns()).toMatchObject([
      { foundByReadingAt: story.shows('missed-disclosure-reported')[0]!.at, moodFellAt: null },
    ]);
    const told = review([only!], today);
    expect(told).toMatch(/blue bag is on again" \(1 before it\)\n {4}judged none by the rules, no rule spoke/);
    expect(told).toMatch(/nearly told-in-pieces \(urgent\): heard "the thing"; of its parts/);
    expect(told).toMatch(/1 missed, 0 wrong, 0 unclear/);
  });

  test('the newest mark comes first, a right verdict is not reviewed, and no mark changes a concern', async () => {
    const { story } = await missedByTheRules();
    const concern = story.newestConcern();
    const before = await record().record.transaction((tx) => tx.concerns.get(concern));
    await story.passes(1);
    for (const verdict of ['right', 'wrong', 'unclear'] as const) {
      await staffBook(record()).markVerdict({ concern, by: 'priya', verdict, note: '' }, story.clock.now());
    }
    const marked = (await marksToReview(record(), 'priya', story.clock.now())) ?? [];
    expect(marked.map(({ mark }) => mark.verdict)).toEqual(['unclear', 'wrong', 'missed']);
    expect(await record().record.transaction((tx) => tx.concerns.get(concern))).toEqual(before);
  });

  test('each concern read is kept as a read; one kept from the reader is not among them, nor is anything for a stranger', async () => {
    const { story } = await missedByTheRules();
    const now = story.clock.now();
    await marksToReview(record(), 'priya', now);
    expect(story.shows('case-read')).toMatchObject([{ data: { by: 'priya', page: 'review' } }]);
    await record().record.transaction(async (tx) => {
      const concern = (await tx.concerns.get(story.newestConcern()))!;
      await tx.concerns.save({ ...concern, hiddenFrom: ['sam'] });
    });
    expect(await marksToReview(record(), 'sam', now)).toEqual([]);
    expect(story.shows('case-read')).toHaveLength(1);
    expect(await marksToReview(record(), 'nobody-here', now)).toBeNull();
  });
});
