import { describeRecords } from '../harness/record';
import { beginStory } from '../harness/story';

describeRecords('two missed check-ins', (record) => {
  it('are told to the mentor once, and to the young person not at all', async () => {
    const story = await beginStory(record(), { at: '2026-11-03T16:59:00.000Z' });
    await story.acts.planAhead({ watchRoster: false });
    await story.passesUntil('2026-11-10T17:01:00.000Z');
    story.hearsNothing('sam');
    await story.passesUntil('2026-11-17T17:01:00.000Z');
    story.hears('sam', /has missed two check-ins\. Please see how they are in your own way/);
    await story.passesUntil('2026-11-24T17:01:00.000Z');
    story.hearsNothing('sam');
    expect(
      story
        .phone('amira')
        .map((one) => one.text)
        .join(' '),
    ).not.toMatch(/miss|sorry you|haven't heard/i);
    expect(story.shows('going-quiet-told')).toHaveLength(1);
  });
});
