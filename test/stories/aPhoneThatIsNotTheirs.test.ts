import { describeRecords } from '../harness/record';
import { STORY_ROSTER } from '../harness/roster';
import { beginStory, type Story } from '../harness/story';

const AT = '2026-11-17T10:00:00.000Z';
const ROSTER = {
  ...STORY_ROSTER,
  youngPeople: STORY_ROSTER.youngPeople.map((one) =>
    one.id === 'amira' ? { ...one, codeWord: 'pineapple', checkWord: 'kettle' } : one,
  ),
};

/** Every word a phone showed, for looking for names in. */
const allOn = (story: Story, who: string) =>
  story
    .phone(who)
    .map((one) => one.text)
    .join(' ');

describeRecords('a phone that is not theirs', (record) => {
  it('"this isnt amira wrong number": nothing is said of anybody, texts stop, and the lead hears as that row says', async () => {
    const story = await beginStory(record(), { at: AT });
    await story.texts('amira', 'this isnt amira wrong number');
    story.hears('amira', /^OK, thanks for your message\.$/);
    story.hears('priya', /a message waits to be read by 2pm/);
    await story.texts('amira', 'who is amira');
    story.hears('amira', /^OK, thanks for your message\.$/);
    await story.passes(60);
    story.hearsNothing('priya', 'voice');
    await story.does('priya', 'taken-on');
    await story.does('priya', 'seen');
    await story.acts.startCheckIn({ youngPerson: 'amira', why: 'now' });
    await story.passes(1);
    story.ignores('priya');
    expect(story.shows('check-in-not-started').at(-1)?.data).toMatchObject({ why: 'phone-not-theirs' });
    expect(allOn(story, 'amira')).not.toMatch(/Amira|Sam|Priya|visit/i);
    story.hearsNothing('amira');
    expect(story.shows('concern-opened').map((one) => one.data['pathway'])).toEqual(['phone-not-theirs-alone-day']);
  });

  it('at night wakes nobody: the lead reads of it in the morning, and it is asked for in office hours', async () => {
    const story = await beginStory(record(), { at: '2026-11-17T23:40:00.000Z' });
    await story.texts('amira', 'wrong number mate');
    story.hears('amira', /^OK, thanks for your message\.$/);
    await story.passesUntil('2026-11-18T08:59:59.000Z');
    story.hears('sam', /.*/);
    story.isQuiet();
    await story.passesUntil('2026-11-18T13:00:00.000Z');
    story.hears('priya', /a message waits to be read by 1pm/);
    story.hears('priya', /needs you NOW|waits to be read/);
    story.hears('dev', /needs you NOW|waits to be read/);
    expect(story.phone('priya', 'voice')).toEqual([]);
  });

  it('that tells of harm afterwards is heard as ever, with the lead’s clocks of a phone that is not theirs', async () => {
    const story = await beginStory(record(), { at: AT });
    await story.texts('amira', 'this isnt amira wrong number');
    ['amira', 'priya'].forEach((who) => story.ignores(who));
    await story.passes(60);
    await story.texts('amira', 'my dad hit me last night');
    story.hears('amira', /^OK, thanks for your message\.$/);
    story.hears('sam', /needs you by 11\.35am/);
    story.hears('priya', /needs you by 11\.35am/);
    await story.passes(10);
    story.rings('priya');
    expect(story.shows('concern-opened').map((one) => one.data['nature'])).toEqual(['phone-not-theirs', 'disclosure']);
  });

  it('with a worry open it is new risk as well', async () => {
    const story = await beginStory(record(), { at: AT });
    await story.texts('amira', 'a boy in my class keeps asking me for pics');
    story.ignores('amira');
    await story.passes(60);
    await story.texts('amira', 'wrong number');
    story.hears('priya', /needs you by 11\.35am/);
    await story.passes(10);
    story.rings('priya');
    expect(story.shows('concern-opened')).toHaveLength(1);
  });

  it('with a concern open it is new risk: the holder is told at once, and no text about it follows', async () => {
    const story = await beginStory(record(), { at: AT });
    await story.texts('amira', 'my dad hit me last night');
    ['amira', 'sam', 'priya'].forEach((who) => story.ignores(who));
    await story.passes(4);
    await story.texts('amira', 'sorry wrong number mate');
    story.hears('amira', /^OK, thanks for your message\.$/);
    story.hears('priya', /needs you by 10\.30am/);
    await story.does('priya', 'seen');
    await story.passes(2);
    story.hearsNothing('amira');
    expect(story.shows('delivery-refused').at(-1)?.data).toMatchObject({ why: 'phone-not-theirs' });
  });

  it('is judged all the same, and danger told from it is answered with 999 and no name', async () => {
    const story = await beginStory(record(), { at: AT });
    await story.texts('amira', 'this is her mum who is this');
    story.ignores('amira');
    story.ignores('priya');
    await story.texts('amira', 'ive taken loads of tablets i want to die');
    story.hears('priya', /needs you NOW/);
    expect(story.hears('amira', /^Call 999 now/).text).not.toMatch(/Priya|Sam/);
  });

  it('a joke to be deleted, once something urgent is open, may be somebody else: nothing more is said to that phone', async () => {
    const story = await beginStory(record(), { at: AT });
    await story.texts('amira', 'lol only joking delete it');
    expect(story.shows('phone-not-theirs')).toEqual([]);
    await story.texts('amira', 'my dad hit me last night');
    story.ignores('amira');
    await story.texts('amira', 'lol joke delete it');
    story.hears('amira', /^OK, thanks for your message\.$/);
    expect(story.shows('phone-not-theirs')).toHaveLength(1);
  });

  it('is theirs again by the check word they agreed, and by nothing else they may write', async () => {
    const story = await beginStory(record(), { at: AT, roster: ROSTER });
    await story.texts('amira', 'wrong number');
    await story.texts('amira', 'no wait it is me');
    story.hears('amira', /^OK, thanks/);
    story.hears('amira', /^OK, thanks/);
    await story.texts('amira', 'its me. Kettle');
    expect(story.hears('amira', /./).text).not.toMatch(/^OK, thanks for your message/);
    expect(story.shows('phone-theirs-again')).toHaveLength(1);
  });

  it('and when somebody who has spoken with them closes it; closing it without that gives nothing back', async () => {
    for (const spoken of [false, true]) {
      await record().reset();
      const story = await beginStory(record(), { at: AT });
      await story.texts('amira', 'wrong number');
      const concern = story.newestConcern();
      for (const act of ['taken-on', 'seen', 'decided'] as const) await story.does('priya', act);
      if (spoken) await story.does('priya', 'contacted');
      const closing = { by: 'priya', outcome: 'looked into', reason: 'spoke at school', toldYoungPerson: 'yes' };
      expect(await story.acts.close({ concern, ...closing })).toEqual({ result: 'closed' });
      expect(story.shows('phone-theirs-again')).toHaveLength(spoken ? 1 : 0);
      story.ignores('amira');
      story.ignores('priya');
      story.ends();
    }
  });

  it('the code word says that somebody is watching: the answer gives nothing away, and no text follows it', async () => {
    const story = await beginStory(record(), { at: AT, roster: ROSTER });
    await story.texts('amira', 'got any pineapple?');
    story.hears('amira', /^OK, thanks for your message\.$/);
    story.hears('priya', /needs you NOW.*Do not ring or text this phone/);
    await story.does('priya', 'seen');
    await story.passes(30);
    story.hearsNothing('amira');
  });
});
