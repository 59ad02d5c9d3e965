import { describeRecords } from '../harness/record';
import { beginStory } from '../harness/story';

describeRecords('a hint first, the name later, while the accused holds the concern', (record) => {
  it("takes it out of their hands without a word to them: what they held is the lead's, nothing new reaches them", async () => {
    const story = await beginStory(record(), { at: '2026-11-17T10:00:00.000Z' });
    await story.texts('amira', 'someone touched me');
    await story.replies('sam', '{code} 1');
    await story.does('sam', 'seen');
    const hint = story.newestConcern();
    expect((await story.record.record.transaction((tx) => tx.concerns.get(hint)))?.case.holder).toBe('sam');
    ['amira', 'sam', 'priya'].forEach((who) => story.ignores(who));

    await story.texts('amira', 'it was sam he touched me');
    expect(story.newestConcern()).not.toBe(hint);
    const concern = await story.record.record.transaction((tx) => tx.concerns.get(hint));
    expect(concern?.hiddenFrom).toContain('sam');
    expect(concern?.case.holder).toBe('priya');
    story.hears('priya', /needs you/);
    expect(story.shows('view-ended')[0]?.data).toMatchObject({ practitioner: 'sam' });
    expect(await story.does('sam', 'contacted', hint)).toEqual({ result: 'refused', why: 'left-out-of-it' });
    await story.texts('amira', 'please help');
    await story.passes(60);
    for (const by of ['sms', 'voice', 'email'] as const) story.hearsNothing('sam', by);
  });

  it('takes back what was on its way to them', async () => {
    const story = await beginStory(record(), { at: '2026-11-17T10:00:00.000Z' });
    await story.textsAndGoesOn('amira', 'someone touched me');
    await story.textsAndGoesOn('amira', 'it was sam he touched me');
    await story.passes(60);
    for (const by of ['sms', 'voice', 'email'] as const) expect(story.phone('sam', by)).toEqual([]);
    expect(story.phone('priya').length).toBeGreaterThan(0);
  });
});
