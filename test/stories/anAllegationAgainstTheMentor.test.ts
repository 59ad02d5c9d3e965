import { describeRecords } from '../harness/record';
import { beginStory } from '../harness/story';

const AT = '2026-11-17T10:00:00.000Z';

describeRecords('an allegation against the mentor', (record) => {
  it("is the lead's alone: the mentor, the cover and the coordinator hear nothing, ever", async () => {
    const story = await beginStory(record(), { at: AT });
    await story.texts('amira', 'sam touched me');
    story.hears('priya', /needs you by 10\.30am/);
    story.hears('amira', /Sam will not see this\. Priya, who is in charge of safety, is being told now/);
    story.hears('amira', /automatic, not a person/);
    await story.texts('amira', '1');
    story.hears('amira', /Priya/);
    await story.passesUntil('2026-11-17T10:10:00.000Z');
    story.rings('priya');
    story.isQuiet();
    await story.passesUntil('2026-11-17T10:20:00.000Z');
    story.hears('priya', /more has come/);
    story.rings('priya');
    story.hears('dev', /needs you NOW/);
    story.rings('dev');
    story.isQuiet();
    await story.passesUntil('2026-11-17T10:40:00.000Z');
    story.hears('mo', /needs you NOW/);
    story.rings('mo');
    await story.passes(60);
    for (const who of ['sam', 'bea', 'cora', 'martin']) {
      for (const by of ['sms', 'voice', 'email'] as const) expect(story.phone(who, by)).toEqual([]);
    }
  });

  it('goes on in words that tell of harm only because of it: they are the lead’s alone too', async () => {
    const story = await beginStory(record(), { at: AT });
    await story.texts('amira', 'sam makes me sit on his lap and rubs my leg');
    await story.passes(2);
    await story.texts('amira', 'i have to see him on wednesday');
    expect(story.shows('message-assessed').at(-1)?.data['level']).toBe('urgent');
    expect(story.shows('concern-opened')).toHaveLength(1);
    for (const who of ['sam', 'bea', 'cora', 'martin']) expect(story.phone(who, 'sms')).toEqual([]);
    await story.texts('amira', 'my dad hits me as well');
    expect(story.shows('concern-opened')).toHaveLength(2);
    story.hears('bea', /needs you/);
  });

  it("ends the mentor's view at the very message, and refuses whatever they do in it", async () => {
    const story = await beginStory(record(), { at: AT });
    await story.texts('amira', 'sam touched me');
    const [message] = story.shows('message-received');
    expect(story.shows('view-ended').map((one) => one.data)).toEqual([
      { practitioner: 'sam', message: message?.data['message'] },
    ]);
    for (const act of ['seen', 'taken-on', 'decided', 'contacted'] as const) {
      expect(await story.does('sam', act)).toEqual({ result: 'refused', why: 'left-out-of-it' });
    }
    story.ignores('amira');
    story.ignores('priya');
    story.ends();
  });

  it('without a name, tells them nobody reads along but whoever was told', async () => {
    const story = await beginStory(record(), { at: AT });
    await story.texts('amira', 'one of the workers from your place has been messaging me asking for pics');
    story.hears('amira', /The person you mean will not see this\. Priya, who is in charge of safety/);
    const limits = story.hears('amira', /Priya, on call, can read what you text/);
    expect(limits.text).not.toMatch(/Cora|Sam|Bea/);
  });

  it('and decided, is talked about by whoever decided, when they ask', async () => {
    const story = await beginStory(record(), { at: AT });
    await story.texts('amira', 'sam touched me');
    await story.texts('amira', '1');
    await story.does('priya', 'taken-on');
    await story.does('priya', 'seen');
    await story.does('priya', 'decided');
    story.ignores('amira');
    await story.texts('amira', 'what happens now?');
    story.hears('amira', /Priya has made a plan.*Priya will talk to you about it/);
  });

  it.each(['2', 'no hes here', 'not sure'])('stays so when "safe now?" is answered with "%s"', async (answer) => {
    const story = await beginStory(record(), { at: AT });
    await story.texts('amira', 'sam touched me');
    const allegation = story.newestConcern();
    await story.texts('amira', answer);
    expect(story.newestConcern()).toBe(allegation);
    await story.passes(30);
    for (const by of ['sms', 'voice', 'email'] as const) expect(story.phone('sam', by)).toEqual([]);
    expect(story.phone('priya', 'voice').length).toBeGreaterThan(0);
  });

  it('ends what reaches the mentor of anything told later, about whomever it is', async () => {
    const story = await beginStory(record(), { at: AT });
    for (const words of ['sam touched me', 'my dad hit me last night', 'they keep picking on me at school']) {
      await story.texts('amira', words);
      for (const act of ['taken-on', 'seen', 'decided', 'contacted'] as const) await story.does('priya', act);
    }
    await story.passes(60 * 24);
    for (const by of ['sms', 'voice', 'email'] as const) expect(story.phone('sam', by)).toEqual([]);
  });

  it('is not answered anew by harmless words later on, nor is a time given that has gone by', async () => {
    const story = await beginStory(record(), { at: AT });
    await story.texts('amira', 'sam touched me');
    await story.texts('amira', '1');
    for (const act of ['taken-on', 'seen', 'decided', 'contacted'] as const) await story.does('priya', act);
    story.ignores('amira');
    await story.passes(60 * 26);
    await story.texts('amira', 'hi');
    const said = story
      .phone('amira')
      .slice(-2)
      .map((one) => one.text);
    expect(said.join(' ')).not.toMatch(/will read it by|will not see this|Are you safe/);
  });

  it('leaves the lead alone to be named when they ask for a person: nobody else is told', async () => {
    const story = await beginStory(record(), { at: AT });
    await story.texts('amira', 'sam touched me');
    story.ignores('amira');
    await story.texts('amira', 'PERSON');
    const said = story.hears('amira', /We are telling Priya, on call, that you want a person/);
    expect(said.text).not.toMatch(/Cora|Sam/);
  });

  it('nor the mentor when it is about somebody else: nobody is named as reading it but the lead', async () => {
    const story = await beginStory(record(), { at: AT });
    await story.texts('amira', 'bea slapped me when we were in her car');
    story.hears('amira', /Bea will not see this\. Priya, who is in charge of safety/);
    expect(story.hears('amira', /Priya, on call, can read what you text/).text).not.toMatch(/Cora|Sam/);
    await story.passes(1);
    await story.texts('amira', '1');
    story.hears('amira', /^Thank you\. Priya will still read your words/);
    await story.texts('amira', 'is bea going to find out');
    story.hears('amira', /^Bea can't see what you send here about this\. So far we have told Priya\./);
    await story.passesUntil('2026-11-17T10:30:00.000Z');
    story.hears('amira', /^Sorry, Priya is late|^We said Priya would read it/);
  });

  it('or against somebody else’s, said to be ours by a first name alone, is the lead’s too', async () => {
    const story = await beginStory(record(), { at: AT });
    await story.texts('amira', 'martin from your place hit me');
    story.hears('priya', /needs you by 10\.30am/);
    story.hears('amira', /Martin will not see this\. Priya, who is in charge of safety/);
    await story.passes(60);
    for (const who of ['martin', 'sam', 'bea', 'cora']) {
      for (const by of ['sms', 'voice', 'email'] as const) expect(story.phone(who, by)).toEqual([]);
    }
  });
});
