import { describeRecords } from '../harness/record';
import { beginStory, withCommon } from '../harness/story';

describeRecords('taken on but never opened', (record) => {
  it("is nobody's again after ten minutes, and whoever took it and the lead hear so at once", async () => {
    const story = await beginStory(record(), { at: '2026-11-17T10:00:00.000Z' });
    await story.texts('amira', 'my dad hit me last night');
    await story.texts('amira', '1');
    ['amira', 'sam', 'priya'].forEach((who) => story.ignores(who));
    await story.replies('sam', '{code} 1');
    story.hears('sam', /is yours\. Please read it within 10 minutes/);
    await story.passesUntil('2026-11-17T10:10:59.000Z');
    story.isQuiet();
    await story.passesUntil('2026-11-17T10:11:00.000Z');
    story.hears('sam', /was taken on and has not been opened/);
    story.rings('sam');
    story.hears('priya', /was taken on and has not been opened/);
    story.rings('priya');
    expect(story.shows('act-reopened')[0]?.data).toMatchObject({ act: 'taken-on', reason: 'not-opened' });
    story.ends();
  });

  it('says how long they have as the pathway of their case has it', async () => {
    const story = await beginStory(record(), {
      at: '2026-11-17T10:00:00.000Z',
      wrap: (parts) => ({ ...parts, house: withCommon(parts.house, { openWithinMinutes: 25 }) }),
    });
    await story.texts('amira', 'my dad hit me last night');
    await story.texts('amira', '1');
    ['amira', 'sam', 'priya'].forEach((who) => story.ignores(who));
    await story.replies('sam', '{code} 1');
    story.hears('sam', /is yours\. Please read it within 25 minutes/);
    await story.passesUntil('2026-11-17T10:25:59.000Z');
    expect(story.shows('act-reopened')).toEqual([]);
    await story.passesUntil('2026-11-17T10:26:00.000Z');
    story.hears('sam', /was taken on and has not been opened/);
    expect(story.shows('act-reopened')).toHaveLength(1);
  });
});
