import { describeRecords } from '../harness/record';
import { beginStory } from '../harness/story';

const AT = '2026-11-17T10:00:00.000Z';

describeRecords('"not Martin"', (record) => {
  it('is obeyed within a disclosure: the lead is told and reads it, Martin is not told', async () => {
    const story = await beginStory(record(), { at: AT });
    await story.texts('jay', 'dont tell martin but my dad hit me last night');
    await story.passes(25);
    expect(story.phone('martin')).toEqual([]);
    expect(story.phone('martin', 'voice')).toEqual([]);
    expect(story.phone('jay')[0]?.text).toMatch(/^(?!.*Martin).*Priya, on call, is being told/s);
    story.hears('priya', /needs you/);
    expect(await story.does('martin', 'seen')).toMatchObject({ result: 'refused' });
  });

  it('without harm is obeyed for what follows, tells the lead, and has a person check by the second safe way', async () => {
    const story = await beginStory(record(), { at: AT });
    await story.texts('jay', 'hi');
    story.ignores('jay');
    await story.texts('jay', 'dont tell martin');
    story.hears('jay', /From now on we won't tell Martin.*Text UNDO/);
    story.hears('priya', /check with them by their second safe way by.*tomorrow|second safe way by/);
    await story.texts('jay', 'my dad hit me last night');
    await story.passes(25);
    expect(story.phone('martin')).toEqual([]);
    expect(story.phone('martin', 'voice')).toEqual([]);
  });

  it('can be undone by the young person: the check is called off', async () => {
    const story = await beginStory(record(), { at: AT });
    await story.texts('jay', 'hi');
    await story.texts('jay', 'dont tell martin');
    await story.texts('jay', 'UNDO');
    story.ignores('jay');
    story.ignores('priya');
    await story.passesUntil('2026-11-18T12:00:00.000Z');
    story.ends();
    expect(story.shows('not-them-asked').map((one) => one.data['undo'])).toEqual([false, true]);
  });

  it('means the one who was named: "dont tell cora" withholds Cora, and their mentor stays', async () => {
    const story = await beginStory(record(), { at: AT });
    await story.texts('amira', 'dont tell cora');
    story.hears('amira', /From now on we won't tell Cora/);
    story.hears('amira', /Sam can read what you text/);
    expect(story.shows('not-them-asked').at(-1)?.data['who']).toEqual(['cora']);
    await story.texts('amira', 'my dad hit me last night');
    story.hears('sam', /needs you/);
    await story.passes(30);
    expect(story.phone('cora')).toEqual([]);
  });

  it('without a name means their mentor, who is named in the answer', async () => {
    const story = await beginStory(record(), { at: AT });
    await story.texts('jay', 'dont tell my mentor');
    story.hears('jay', /From now on we won't tell Martin/);
    expect(story.shows('not-them-asked').at(-1)?.data['who']).toEqual(['martin']);
  });

  it('said of the lead on duty tells the next one of the check', async () => {
    const story = await beginStory(record(), { at: AT });
    await story.texts('amira', 'dont tell priya');
    story.hears('dev', /second safe way/);
    story.hearsNothing('priya');
  });

  it.each(['dont tell my mentor but my dad hit me last night', 'my dad hit me last night. not martin please'])(
    'within a disclosure is checked by a person as well: "%s"',
    async (words) => {
      const story = await beginStory(record(), { at: AT });
      await story.texts('jay', words);
      story.hears('priya', /needs you/);
      story.hears('priya', /second safe way/);
      await story.passes(60);
      for (const by of ['sms', 'voice', 'email'] as const) expect(story.phone('martin', by)).toEqual([]);
    },
  );

  it("of a worry keeps that very worry out of the mentor's morning list", async () => {
    const story = await beginStory(record(), { at: AT });
    await story.texts('amira', 'dont tell my mentor. they keep picking on me at school');
    story.hears('amira', /From now on we won't tell Sam/);
    await story.passes(60 * 24);
    for (const by of ['sms', 'voice', 'email'] as const) expect(story.phone('sam', by)).toEqual([]);
  });

  it('after a disclosure takes what is open out of their hands: nobody who was not to be told goes on being rung', async () => {
    const story = await beginStory(record(), { at: AT });
    await story.texts('amira', 'my dad hit me last night');
    await story.texts('amira', '1');
    ['amira', 'sam', 'priya'].forEach((who) => story.ignores(who));
    await story.texts('amira', 'i want priya not sam');
    story.hears('amira', /From now on we won't tell Sam/);
    story.hears('priya', /./);
    await story.passes(60);
    for (const by of ['sms', 'voice', 'email'] as const) story.hearsNothing('sam', by);
  });

  it('and short is said to be obeyed, also in the shadow of what was told', async () => {
    const story = await beginStory(record(), { at: AT });
    await story.texts('amira', 'my dad hit me last night');
    await story.texts('amira', '1');
    story.ignores('amira');
    await story.texts('amira', 'dont tell sam');
    story.hears('amira', /From now on we won't tell Sam/);
  });
});
