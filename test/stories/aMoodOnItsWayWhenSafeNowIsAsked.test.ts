import { describeRecords } from '../harness/record';
import { beginStory } from '../harness/story';

const AT = '2026-11-17T10:00:00.000Z';

describeRecords('a mood "1" already on its way when "safe now?" is asked', (record) => {
  it('is not "yes, I am safe": nothing is answered by it', async () => {
    const story = await beginStory(record(), { at: AT });
    await story.textsAndGoesOn('amira', 'my dad hit me last night');
    await story.passesUntil('2026-11-17T10:00:14.000Z');
    story.hears('amira', /Are you safe right now\? Text 1 yes/);
    await story.textsAndGoesOn('amira', '1');
    await story.passes(1);
    expect(story.shows('safe-now-answered')).toEqual([]);
    const concern = await story.record.record.transaction((tx) => tx.concerns.get(story.newestConcern()));
    expect(concern?.safeNow?.answer).toBeNull();
  });

  it('five seconds after the carrier took the question a "1" is an answer, and lowers nothing', async () => {
    const story = await beginStory(record(), { at: AT });
    await story.textsAndGoesOn('amira', 'my dad hit me last night');
    await story.passesUntil('2026-11-17T10:00:18.000Z');
    await story.texts('amira', '1');
    expect(story.shows('safe-now-answered').map((one) => one.data['answer'])).toEqual(['yes']);
    const concern = await story.record.record.transaction((tx) => tx.concerns.get(story.newestConcern()));
    expect(concern).toMatchObject({ level: 'urgent', closed: null });
  });

  it('"no" makes it immediate: 999 is named and the lead is rung', async () => {
    const story = await beginStory(record(), { at: AT });
    await story.texts('amira', 'my dad hit me last night');
    ['amira', 'sam', 'priya'].forEach((who) => story.ignores(who));
    await story.texts('amira', 'no');
    story.hears('priya', /needs you NOW/);
    story.rings('priya');
    story.hears('sam', /needs you NOW/);
    story.rings('sam');
    story.hears('amira', /Call 999 now/);
  });

  it('twenty minutes of silence have it read in five', async () => {
    const story = await beginStory(record(), { at: AT });
    await story.texts('amira', 'my dad hit me last night');
    await story.passesUntil('2026-11-17T10:20:11.000Z');
    story.ignores('priya');
    await story.passesUntil('2026-11-17T10:20:12.000Z');
    expect(story.shows('safe-now-silent')).toHaveLength(1);
    story.hears('priya', /needs you/);
    // Her own twenty minutes ran out twelve seconds before: nobody is rung twice at once.
    const rung = story.phone('priya', 'voice').filter(({ at }) => at >= '2026-11-17T10:20:00.000Z');
    expect(rung).toHaveLength(1);
  });
});
