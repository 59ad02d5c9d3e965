import { describeRecords } from '../harness/record';
import { beginStory, type Story } from '../harness/story';

/** A Sunday evening, and the Monday morning after it. */
const SUNDAY = '2026-11-22T18:00:00.000Z';
const MONDAY = '2026-11-23T09:00:30.000Z';

describeRecords('the weekly list', (record) => {
  async function begins(): Promise<Story> {
    const story = await beginStory(record(), { at: SUNDAY });
    await story.acts.planAhead({ watchRoster: false });
    return story;
  }

  test('is told to the lead on duty on Monday at nine, as a number and an address, week after week', async () => {
    const story = await begins();
    await story.texts('noor', 'the girls in my form keep being mean to me');
    await story.does('sam', 'seen');
    story.hearsNothing('priya');
    await story.passesUntil(MONDAY);
    const told = story.hears('priya', /^Harbour Youth: your weekly list is ready\. Still open: 1\./);
    expect(told.at.slice(0, 16)).toBe('2026-11-23T09:00');
    expect(told.text).toContain('https://bv.example/staff/weekly');
    for (const other of ['priya', 'dev', 'mo', 'cora']) story.hearsNothing(other);
    await story.passesUntil('2026-11-30T09:00:30.000Z');
    story.hears('priya', /your weekly list is ready/);
  });

  test('is not told where nothing is in it, and stands for the next Monday all the same', async () => {
    const story = await begins();
    await story.passesUntil(MONDAY);
    for (const who of ['priya', 'dev', 'mo', 'sam']) story.hearsNothing(who);
    await story.texts('noor', 'the girls in my form keep being mean to me');
    await story.does('sam', 'seen');
    await story.passesUntil('2026-11-30T09:00:30.000Z');
    story.hears('priya', /your weekly list is ready\. Still open: 1\./);
  });

  test('counts for the second what is hidden from the lead', async () => {
    const story = await begins();
    await record().record.transaction(async (tx) => {
      const line = await tx.lines.lockOf('noor', SUNDAY, 'line-noor');
      await tx.lines.save({ ...line, notThem: ['priya'] });
    });
    await story.texts('noor', 'the girls in my form keep being mean to me');
    await story.does('sam', 'seen');
    await story.passesUntil(MONDAY);
    story.hearsNothing('priya');
    story.hears('dev', /your weekly list is ready\. Still open: 1\./);
  });
});
