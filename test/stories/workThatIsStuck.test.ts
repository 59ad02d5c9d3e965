import { describeRecords } from '../harness/record';
import { beginStory } from '../harness/story';

describeRecords('work that fails again and again', (record) => {
  it('pages whoever leads now, once an hour however much of it there is', async () => {
    const story = await beginStory(record(), { at: '2026-11-17T10:00:00.000Z' });
    for (const id of ['one', 'two', 'three']) await story.acts.reportStuck({ kind: 'delivery', id });
    await story.passes(1);
    story.hears('priya', /could not deal with\. Please sign in/);
    story.hearsNothing('priya');
    await story.passes(60);
    await story.acts.reportStuck({ kind: 'errand', id: 'four' });
    await story.passes(1);
    story.hears('priya', /could not deal with/);
    expect(story.shows('work-stuck').map((one) => one.data['paged'])).toEqual([true, false, false, true]);
    story.ends();
  });
});
