import { describeRecords } from '../harness/record';
import { beginStory } from '../harness/story';

describeRecords('two webhooks at once', (record) => {
  it('of one young person are kept in one order, and make one concern and one reply', async () => {
    const story = await beginStory(record(), { at: '2026-11-17T10:00:00.000Z' });
    const phone = story.phoneOf('amira');
    const results = await Promise.all([
      story.acts.receiveFromPhone(story.incoming(phone, 'my dad hit me last night')),
      story.acts.receiveFromPhone(story.incoming(phone, 'he hit me with a belt')),
    ]);
    expect(results.map((one) => one.received)).toEqual(['kept', 'kept']);
    await story.passes(0.5);
    expect(story.shows('message-received').map((one) => one.data['seq'])).toEqual([1, 2]);
    expect(story.shows('concern-opened')).toHaveLength(1);
    story.hears('amira', /Thank you for telling us/);
    story.hears('amira', /automatic, not a person/);
    story.hears('sam', /needs you by/);
    story.hears('priya', /needs you by/);
    story.ends();
  });

  it('with the same provider id are one message', async () => {
    const story = await beginStory(record(), { at: '2026-11-17T10:00:00.000Z' });
    const sent = story.incoming(story.phoneOf('amira'), 'hi');
    const results = await Promise.all([story.acts.receiveFromPhone(sent), story.acts.receiveFromPhone(sent)]);
    expect(results.map((one) => one.received).sort()).toEqual(['again', 'kept']);
    await story.passes(0.5);
    story.hears('amira', /automatic, not a person/);
    story.hears('amira', /Do you want to tell us more/);
    story.ends();
  });
});
