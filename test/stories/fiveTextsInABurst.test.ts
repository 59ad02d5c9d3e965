import { describeRecords } from '../harness/record';
import { beginStory } from '../harness/story';

const AT = '2026-11-17T10:00:00.000Z';

describeRecords('five texts in a burst', (record) => {
  it('get one reply, after the last of them has been quiet for twelve seconds', async () => {
    const story = await beginStory(record(), { at: AT });
    for (const text of ['so', 'today', 'we had', 'football and', 'it was ok']) {
      await story.textsAndGoesOn('amira', text);
      await story.passes(5 / 60);
    }
    story.hearsNothing('amira');
    await story.passes(7 / 60);
    story.hears('amira', /automatic, not a person/);
    story.hears('amira', /Do you want to tell us more/);
    expect(story.shows('message-assessed').map((one) => one.data['of'])).toContain('message');
    await story.passes(5);
    story.ends();
  });

  it('wait 45 seconds at the longest, however long they go on', async () => {
    const story = await beginStory(record(), { at: AT });
    for (let seconds = 0; seconds < 50; seconds += 10) {
      await story.textsAndGoesOn('amira', 'and then');
      await story.passes(10 / 60);
    }
    expect(story.hears('amira', /automatic/).at).toBe('2026-11-17T10:00:45.000Z');
  });

  it('are judged one by one at once: a disclosure among them has told people before the reply', async () => {
    const story = await beginStory(record(), { at: AT });
    await story.textsAndGoesOn('amira', 'so');
    await story.textsAndGoesOn('amira', 'my dad hit me last night');
    await story.passes(2 / 60);
    story.hears('sam', /needs you by/);
    story.hears('priya', /needs you by/);
    story.hearsNothing('amira');
    await story.textsAndGoesOn('amira', 'dont know what to do');
    await story.passes(0.5);
    story.hears('amira', /Thank you for telling us/);
    story.hears('amira', /automatic, not a person/);
    story.ends();
  });

  it('with danger in them are answered at once', async () => {
    const story = await beginStory(record(), { at: AT });
    await story.textsAndGoesOn('amira', 'so');
    await story.textsAndGoesOn('amira', 'ive taken loads of tablets');
    await story.passes(1 / 60);
    story.hears('amira', /Call 999 now/);
  });
});
