import { describeRecords } from '../harness/record';
import { beginStory } from '../harness/story';

describeRecords('the same webhook twice', (record) => {
  it('is one message, one concern and one round of notices, whenever it comes again', async () => {
    const story = await beginStory(record(), { at: '2026-11-17T10:00:00.000Z' });
    const sent = story.incoming(story.phoneOf('amira'), 'my dad hit me last night');
    expect(await story.acts.receiveFromPhone(sent)).toMatchObject({ received: 'kept', level: 'urgent' });
    expect(await story.acts.receiveFromPhone(sent)).toEqual({ received: 'again' });
    await story.passes(0.5);
    expect(await story.acts.receiveFromPhone(sent)).toEqual({ received: 'again' });
    await story.passes(0.5);
    story.hears('sam', /needs you by/);
    story.hears('priya', /needs you by/);
    story.hears('amira', /Thank you for telling us/);
    story.hears('amira', /automatic, not a person/);
    expect(story.shows('message-received', 'concern-opened')).toHaveLength(2);
    expect(story.shows('message-received-again')).toHaveLength(2);
    story.ends();
  });

  it("of a practitioner's reply is one reply", async () => {
    const story = await beginStory(record(), { at: '2026-11-17T10:00:00.000Z' });
    await story.texts('amira', 'my dad hit me last night');
    story.ignores('amira');
    story.ignores('priya');
    const code = /Ref (\w{3})/.exec(story.hears('sam', /needs you by/).text)?.[1];
    const reply = story.incoming(story.phoneOf('sam'), `${code} 1`);
    await story.acts.receiveFromPhone(reply);
    await story.acts.receiveFromPhone(reply);
    await story.passes(0.5);
    story.hears('sam', /is yours/);
    expect(story.shows('act-recorded')).toHaveLength(1);
    story.ends();
  });
});
