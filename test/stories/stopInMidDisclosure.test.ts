import { describeRecords } from '../harness/record';
import { beginStory } from '../harness/story';

const AT = '2026-11-17T10:00:00.000Z';

describeRecords('STOP in the middle of a disclosure', (record) => {
  it('ends the texts at once and never the concern: the lead hears, and only the second safe way is left', async () => {
    const story = await beginStory(record(), { at: AT });
    await story.texts('amira', 'my dad hit me last night');
    ['amira', 'sam', 'priya'].forEach((who) => story.ignores(who));
    await story.texts('amira', 'STOP');
    story.hears('priya', /needs you by 10\.30am/);
    await story.passes(5);
    await story.does('priya', 'seen');
    await story.passes(10);
    story.hearsNothing('amira');
    expect(story.shows('concern-closed')).toEqual([]);
    expect(story.shows('stopped')).toHaveLength(1);
  });

  it('is undone by START the next day: they are greeted, told the limits, and the concern is still there', async () => {
    const story = await beginStory(record(), { at: AT });
    await story.texts('amira', 'my dad hit me last night');
    await story.texts('amira', 'STOP');
    await story.does('priya', 'seen');
    await story.does('priya', 'taken-on');
    await story.does('priya', 'decided');
    await story.does('priya', 'contacted');
    story.ignores('amira');
    await story.passesUntil('2026-11-18T16:00:00.000Z');
    story.hearsNothing('amira');
    await story.texts('amira', 'START');
    story.hears('amira', /./);
    story.hears('amira', /Between Visits/);
    story.hearsNothing('amira');
    const open = await story.record.record.transaction(async (tx) => tx.concerns.get(story.newestConcern()));
    expect(open?.closed).toBeNull();
  });

  it('is undone by START before it was answered: texts are on, and what is said next is answered', async () => {
    const story = await beginStory(record(), { at: AT });
    await story.textsAndGoesOn('amira', 'STOP');
    await story.passes(6 / 60);
    await story.textsAndGoesOn('amira', 'START');
    await story.passes(3 / 60);
    await story.texts('amira', 'soz hit the wrong thing');
    story.hears('amira', /texts are on again/);
    story.ignores('amira');
    expect(story.shows('stopped')).toHaveLength(1);
    await story.texts('amira', 'my dad hit me last night');
    story.hears('amira', /Are you safe right now\?/);
  });

  it('after START counts, before it was answered: nothing more is sent', async () => {
    const story = await beginStory(record(), { at: AT });
    for (const word of ['STOP', 'START', 'STOP']) await story.textsAndGoesOn('amira', word);
    await story.passes(1);
    await story.texts('amira', 'hi');
    story.hearsNothing('amira');
  });

  it('does not stop detection: what is texted afterwards is judged and raised', async () => {
    const story = await beginStory(record(), { at: AT });
    await story.texts('amira', 'STOP');
    await story.texts('amira', 'my dad hit me last night');
    story.hears('sam', /needs you by/);
    story.hears('priya', /needs you by/);
    story.hearsNothing('amira');
    await story.passes(10);
    story.rings('sam');
    story.rings('priya');
    await story.does('priya', 'seen');
    await story.passes(15);
    ['bea', 'priya'].forEach((who) => story.ignores(who));
    story.isQuiet();
    await story.passes(5);
    story.hears('dev', /needs you NOW/);
    story.rings('dev');
    story.ends();
  });

  it('leaves nothing on record as promised, shown or said that could not be sent', async () => {
    const story = await beginStory(record(), { at: AT });
    await story.texts('amira', 'STOP');
    await story.texts('amira', 'my dad hit me last night');
    await story.passes(90);
    expect(story.shows('commitment-made', 'limits-shown', 'said-to-young-person')).toEqual([]);
    await story.does('priya', 'seen');
    await story.does('priya', 'taken-on');
    expect(story.shows('commitment-made', 'commitment-kept', 'sent-to-young-person')).toEqual([]);
  });

  it('after START they hear who knows of what they told meanwhile', async () => {
    const story = await beginStory(record(), { at: AT });
    await story.texts('amira', 'STOP');
    await story.texts('amira', 'my dad hit me last night');
    story.hearsNothing('amira');
    await story.texts('amira', 'START');
    story.hears('amira', /texts are on again/);
    story.hears('amira', /automatic, not a person/);
    story.hears('amira', /^So far we have told (?:Priya and Sam|Sam and Priya)\./);
    story.hearsNothing('amira');
  });

  it('says at START who knows of what was told while nothing could be sent, in an open concern too', async () => {
    const story = await beginStory(record(), { at: AT });
    await story.texts('amira', 'my dad hit me last night');
    await story.texts('amira', 'STOP');
    await story.texts('amira', 'he is kicking my door in');
    story.ignores('amira');
    await story.texts('amira', 'START');
    story.hears('amira', /texts are on again/);
    story.hears('amira', /^So far we have told/);
  });

  it('answers what was told meanwhile in full, once texts may go again', async () => {
    const story = await beginStory(record(), { at: AT });
    await story.texts('amira', 'STOP');
    await story.texts('amira', 'my dad hit me last night');
    await story.texts('amira', 'START');
    story.ignores('amira');
    await story.texts('amira', 'he did it again. my dad hit me');
    story.hears('amira', /Are you safe right now\?/);
  });

  it('does not count a promise that was missed as admitted: it is kept as missed, and admitted after START', async () => {
    const story = await beginStory(record(), { at: AT });
    await story.texts('amira', 'my dad hit me last night');
    await story.texts('amira', 'STOP');
    await story.passes(60);
    expect(story.shows('commitment-admitted-late')).toEqual([]);
    expect(story.shows('commitment-missed').map((one) => one.data['what'])).toEqual(['will-read']);
    expect(story.shows('commitment-made')).toHaveLength(1);
    story.ignores('amira');
    await story.texts('amira', 'START');
    story.hears('amira', /./);
    story.hears('amira', /^So far we have told Priya, Sam/);
    story.hearsNothing('amira');
    await story.passes(1);
    story.hears('amira', /^We said Sam would read it by 10\.30am\. That hasn't happened/);
    expect(story.shows('commitment-admitted-late').map((one) => one.data['what'])).toEqual(['will-read']);
  });

  it('ends the promise to text: it is not what they want now', async () => {
    const story = await beginStory(record(), { at: AT });
    await story.texts('amira', 'my dad hit me last night');
    await story.passesUntil('2026-11-17T10:30:00.000Z');
    expect(story.shows('commitment-made').map((one) => one.data['what'])).toEqual(['will-read', 'will-text']);
    await story.texts('amira', 'STOP');
    expect(story.shows('commitment-let-go').map((one) => one.data)).toMatchObject([
      { what: 'will-text', because: 'texts-ended' },
    ]);
    await story.does('dev', 'taken-on');
    await story.passes(30);
    expect(story.shows('commitment-kept', 'commitment-missed')).toEqual([]);
  });
});
