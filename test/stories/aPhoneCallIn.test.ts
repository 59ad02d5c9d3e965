import { describeRecords } from '../harness/record';
import { beginStory } from '../harness/story';

const AT = '2026-11-17T10:00:00.000Z';
const CALL = { provider: 'twilio-voice', channel: 'voice', kind: 'call' } as const;

describeRecords('a phone call in', (record) => {
  it('is a message like any other: kept, looked at by a person, and answered by voice alone', async () => {
    const story = await beginStory(record(), { at: AT });
    await story.texts('amira', '', CALL);
    expect(story.shows('message-received')[0]?.data).toMatchObject({ channel: 'voice', kind: 'call' });
    story.hears('cora', /by 2pm/);
    story.hearsNothing('amira');
    story.ends();
  });

  it('is answered with whom to ring now, and that a person is told: by no name, for anyone may be listening', async () => {
    const story = await beginStory(record(), { at: AT });
    const call = story.incoming(story.phoneOf('amira'), '', CALL);
    await story.acts.receiveFromPhone(call);
    const said = await story.acts.answerCaller(call);
    expect(said.text).toMatch(
      /If you are in danger, hang up and call 999.*Childline.*We will tell a person here that you rang\.$/,
    );
    expect(said.text).not.toMatch(/Cora|Sam|Priya/);
    const next = story.incoming(story.phoneOf('amira'), '', CALL);
    expect((await story.acts.answerCaller(next)).text).not.toMatch(/We will tell/);
  });

  it('from a phone that is not theirs hears nothing of who is told', async () => {
    const story = await beginStory(record(), { at: AT });
    await story.texts('amira', 'my dad hit me last night');
    await story.texts('amira', 'this is her mum, who is this');
    const call = story.incoming(story.phoneOf('amira'), '', CALL);
    await story.acts.receiveFromPhone(call);
    expect((await story.acts.answerCaller(call)).text).not.toMatch(/We will tell/);
  });

  it('is answered in one language from its first word to its last', async () => {
    const story = await beginStory(record(), { at: AT });
    const call = story.incoming(story.phoneOf('cerys'), '', CALL);
    await story.acts.receiveFromPhone(call);
    const said = await story.acts.answerCaller(call);
    expect(said.language).toBe('en');
    expect(said.text).toMatch(/To talk to someone now: Childline/);
  });

  it('while a concern is open goes to whoever holds it', async () => {
    const story = await beginStory(record(), { at: AT });
    await story.texts('amira', 'my dad hit me last night');
    await story.does('priya', 'seen');
    await story.does('priya', 'taken-on');
    ['amira', 'sam', 'priya'].forEach((who) => story.ignores(who));
    await story.texts('amira', '', CALL);
    story.hears('priya', /more has come/);
    story.ends();
  });

  it('from a number nobody knows is kept too', async () => {
    const story = await beginStory(record(), { at: AT });
    await story.texts('+447700900999', '', CALL);
    expect(story.shows('message-received')).toHaveLength(1);
    story.hears('cora', /by 2pm/);
    story.ends();
  });
});
