import { describeRecords } from '../harness/record';
import { beginStory, type Story } from '../harness/story';

const DAY = '2026-11-17T10:00:00.000Z';
const NIGHT = '2026-11-17T23:00:00.000Z';

async function writes(story: Story, by: string, words: string, reason: 'danger-now' | null = null, who = 'amira') {
  const written = await story.acts.writeInThread({ youngPerson: who, by, words, reason });
  await story.passes(0.5);
  return written;
}

function ignoreAll(story: Story): void {
  ['amira', 'jay', 'sam', 'martin', 'bea', 'cora', 'priya', 'dev', 'mo'].forEach((one) => story.ignores(one));
}

describeRecords('a person in the thread', (record) => {
  it('is announced by first name, once, and the service falls silent', async () => {
    const story = await beginStory(record(), { at: DAY });
    await story.texts('amira', 'hi');
    story.ignores('amira');
    expect(await writes(story, 'sam', 'Hi Amira, shall we meet at four?')).toEqual({ result: 'recorded' });
    story.hears('amira', /^Sam is here now and will text you\. Sam is a person, not automatic\.$/);
    story.hears('amira', /^Sam: Hi Amira, shall we meet at four\?$/);
    await story.texts('amira', 'yes pls');
    story.hears('sam', /an answer has come in the talk you are in\. Read it: /);
    await writes(story, 'sam', 'See you then.');
    story.hears('amira', /^Sam: See you then\.$/);
    story.ends();
  });

  it('who has finished says so, and from then on the service says again that it is automatic', async () => {
    const story = await beginStory(record(), { at: DAY });
    await writes(story, 'sam', 'Just checking in with you.');
    story.ignores('amira');
    await story.acts.leaveThread({ youngPerson: 'amira', by: 'sam' });
    await story.passes(0.5);
    story.hears('amira', /^Sam has gone now\. From here it is Between Visits again, automatic\./);
    await story.texts('amira', 'hello');
    story.hears('amira', /automatic/);
  });

  it('who goes without a word is gone after half an hour, and what they left is answered', async () => {
    const story = await beginStory(record(), { at: DAY });
    await writes(story, 'sam', 'How is it going?');
    await story.passes(20);
    await story.texts('amira', 'are you still there');
    ignoreAll(story);
    await story.passes(12);
    story.hears('amira', /^Sam has gone now/);
    story.hears('amira', /automatic/);
  });

  it('does not silence detection: danger is told as ever, part by part and in the whole of a burst', async () => {
    const story = await beginStory(record(), { at: DAY });
    await writes(story, 'sam', 'How is it going?');
    ignoreAll(story);
    await story.texts('amira', 'my dad hit me last night');
    expect(story.shows('concern-opened')).toHaveLength(1);
    story.hears('priya', /needs you/);
    story.hearsNothing('amira');
  });

  it('is no reason to be silent where life is in danger: 999 is said, and they are still there', async () => {
    const story = await beginStory(record(), { at: DAY });
    await writes(story, 'sam', 'How is it going?');
    ignoreAll(story);
    await story.texts('amira', 'hes got a knife at my door');
    story.hears('amira', /^Call 999 now/);
    ignoreAll(story);
    await writes(story, 'sam', 'I am ringing them too. Stay in your room.');
    story.hears('amira', /^Sam: I am ringing them too/);
  });

  it('has contacted them: that act is recorded, and its clock stops', async () => {
    const story = await beginStory(record(), { at: NIGHT });
    await story.texts('amira', 'my dad hit me last night');
    await writes(story, 'priya', 'I have read it. Are you in your room?', 'danger-now');
    const acts = story.shows('act-recorded').map((one) => [one.data['act'], one.data['by']]);
    expect(acts).toEqual([['contacted', 'priya']]);
  });

  it('who is not their own practitioner gives a reason, and it is stored', async () => {
    const story = await beginStory(record(), { at: NIGHT });
    expect(await writes(story, 'priya', 'Hello')).toEqual({ result: 'refused', why: 'says-too-little' });
    await writes(story, 'priya', 'Hello', 'danger-now');
    expect(story.shows('person-wrote').map((one) => one.data)).toEqual([
      { practitioner: 'priya', reason: 'danger-now', came: true, keptAgainst: 0 },
    ]);
  });

  it('the one it is about reads no more of it: the service answers again, and they can write nothing', async () => {
    const story = await beginStory(record(), { at: DAY });
    await writes(story, 'martin', 'Want a lift home?', null, 'jay');
    ignoreAll(story);
    await story.texts('jay', 'martin touched me in the car');
    story.hears('jay', /Martin will not see this/);
    story.hearsNothing('martin');
    expect(await writes(story, 'martin', 'Jay?', null, 'jay')).toEqual({ result: 'refused', why: 'left-out-of-it' });
  });

  it('no text goes after STOP, whoever writes it; and nobody without a place towards them writes at all', async () => {
    const story = await beginStory(record(), { at: DAY });
    expect(await writes(story, 'martin', 'Hi', 'danger-now')).toEqual({ result: 'refused', why: 'no-part-in-it' });
    await story.texts('amira', 'STOP');
    ignoreAll(story);
    expect(await writes(story, 'sam', 'Hi')).toEqual({ result: 'refused', why: 'cannot-be-texted' });
    story.hearsNothing('amira');
  });
});
