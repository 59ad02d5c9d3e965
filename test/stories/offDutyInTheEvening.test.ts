import { describeRecords } from '../harness/record';
import { beginStory } from '../harness/story';

describeRecords('a disclosure in the evening, the practitioner off duty', (record) => {
  it('gives the practitioner a quiet text, asks whoever stands in and the lead, and says so truly', async () => {
    const story = await beginStory(record(), { at: '2026-11-17T19:00:00.000Z' });
    await story.texts('amira', 'my dad hit me last night');
    story.hears('sam', /for when you are next in: Priya has a message.*Nothing is needed from you now/);
    story.hears('cora', /needs you by 7\.30pm/);
    story.hears('priya', /needs you by 7\.30pm/);
    story.hears('amira', /Sam is off now and has a message waiting\. Priya, on call, will read your words by 7\.30pm/);
    story.hears('amira', /automatic, not a person/);
    await story.texts('amira', '1');
    story.hears('amira', /Priya.*7\.30pm/);
    await story.passesUntil('2026-11-17T19:09:59.000Z');
    story.isQuiet();
    await story.passesUntil('2026-11-17T19:10:00.000Z');
    story.rings('cora');
    await story.passesUntil('2026-11-17T19:15:00.000Z');
    story.hears('priya', /more has come/);
    await story.passesUntil('2026-11-17T19:19:59.000Z');
    story.isQuiet();
    await story.passesUntil('2026-11-17T19:20:00.000Z');
    story.rings('priya');
    await story.replies('priya', '{code} 1');
    story.hears('priya', /is yours/);
    await story.does('priya', 'seen');
    story.hears('amira', /Priya read your message at 7\.2\dpm/);
    story.ends();
  });
});
