import { describeRecords } from '../harness/record';
import { beginStory } from '../harness/story';

describeRecords('a picture', (record) => {
  it('is never opened: they are asked for words, and by day the coordinator looks within four working hours', async () => {
    const story = await beginStory(record(), { at: '2026-11-17T10:00:00.000Z' });
    await story.texts('amira', '', { kind: 'picture' });
    story.hears('amira', /Nobody can open those here and we have not looked\. Can you tell us in words\?/);
    story.hears('amira', /automatic, not a person/);
    story.hears('cora', /by 2pm/);
    await story.does('cora', 'seen');
    await story.passes(30 * 60);
    story.ends();
  });

  it("at night waits for nine o'clock", async () => {
    const story = await beginStory(record(), { at: '2026-11-17T23:00:00.000Z' });
    await story.texts('amira', '', { kind: 'picture' });
    story.ignores('amira');
    await story.passesUntil('2026-11-18T08:59:59.000Z');
    story.isQuiet();
    await story.passesUntil('2026-11-18T09:00:00.000Z');
    story.hears('cora', /Harbour Youth/);
    story.ends();
  });

  it('with words that disclose is a disclosure', async () => {
    const story = await beginStory(record(), { at: '2026-11-17T10:00:00.000Z' });
    await story.texts('amira', 'my dad hit me last night', { kind: 'picture' });
    story.hears('sam', /needs you by/);
    story.hears('priya', /needs you by/);
    story.hears('amira', /Thank you for telling us/);
  });

  it('in an open concern goes to whoever holds it', async () => {
    const story = await beginStory(record(), { at: '2026-11-17T10:00:00.000Z' });
    await story.texts('amira', 'my dad hit me last night');
    await story.does('priya', 'seen');
    await story.does('priya', 'taken-on');
    ['amira', 'sam', 'priya'].forEach((who) => story.ignores(who));
    await story.texts('amira', '', { kind: 'picture' });
    story.hears('priya', /more has come/);
    story.hearsNothing('cora');
    story.hears('amira', /we have not looked/);
  });

  it('from a number nobody knows is answered as one, and asked for in words', async () => {
    const story = await beginStory(record(), { at: '2026-11-17T23:00:00.000Z' });
    await story.texts('+447700900999', '', { kind: 'picture' });
    story.hears('+447700900999', /Nobody can open those here and we have not looked\. Can you tell us in words\?/);
    story.hears('+447700900999', /automatic, not a person/);
    story.ends();
  });
});
