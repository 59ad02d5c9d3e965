import { describeRecords } from '../harness/record';
import { beginStory } from '../harness/story';

describeRecords('a request for a person', (record) => {
  it('by day goes to their own practitioner, as was said', async () => {
    const story = await beginStory(record(), { at: '2026-11-17T10:00:00.000Z' });
    await story.texts('amira', 'hi');
    story.ignores('amira');
    await story.texts('amira', 'PERSON');
    story.hears('amira', /We are telling Sam now that you want a person/);
    story.hears('sam', /somebody you work with has asked for a person/);
    story.ends();
  });

  it('at night goes to whoever is on call; the practitioner finds an e-mail and is not woken', async () => {
    const story = await beginStory(record(), { at: '2026-11-17T23:00:00.000Z' });
    await story.texts('amira', 'PERSON');
    expect(
      story
        .phone('amira')
        .map((one) => one.text)
        .join(' '),
    ).toMatch(/We are telling Priya, on call, that you want a person/);
    story.ignores('amira');
    story.hears('priya', /has asked for a person/);
    story.hears('sam', /has asked for a person/, 'email');
    story.ends();
  });

  it('that is a complaint goes to the one who was named, never to the practitioner it may be about', async () => {
    const story = await beginStory(record(), { at: '2026-11-17T10:00:00.000Z' });
    await story.texts('amira', 'i want to make a complaint');
    expect(
      story
        .phone('amira')
        .map((one) => one.text)
        .join(' '),
    ).toMatch(/Cora will see this and a person will answer you by/);
    story.ignores('amira');
    story.hears('cora', /has asked for a person/);
    story.ends();
  });

  it('in the middle of an open concern is passed on, however it is put', async () => {
    const story = await beginStory(record(), { at: '2026-11-17T20:00:00.000Z' });
    await story.texts('amira', 'my uncle touches me');
    story.ignores('amira');
    story.ignores('priya');
    story.ignores('sam');
    await story.passes(2);
    await story.texts('amira', 'can i talk to someone');
    story.hears('amira', /We are telling Priya, on call, that you want a person/);
    story.hears('priya', /has asked for a person/);
    await story.texts('amira', 'is sam there');
    story.hears('amira', /Sam is off now and will see that you want to talk/);
  });

  it('for somebody else never reaches their own practitioner, who is in', async () => {
    const story = await beginStory(record(), { at: '2026-11-17T10:00:00.000Z' });
    await story.texts('amira', 'hi');
    story.ignores('amira');
    for (const words of ['can i talk to another person', 'can i talk to priya']) {
      await story.texts('amira', words);
      story.hears('amira', /We are telling Priya, on call, that you want a person/);
      story.hears('priya', /has asked for a person/);
      await story.passes(2);
    }
    for (const by of ['sms', 'voice', 'email'] as const) expect(story.phone('sam', by)).toEqual([]);
    story.ends();
  });

  it('after an allegation is never put to whom it is about', async () => {
    const story = await beginStory(record(), { at: '2026-11-17T10:00:00.000Z' });
    await story.texts('amira', 'sam touched me');
    story.ignores('amira');
    story.ignores('priya');
    await story.passes(2);
    for (const words of ['can i talk to sam', 'is sam there', 'can i talk to someone']) {
      await story.texts('amira', words);
      story.hears('amira', /We are telling Priya, on call, that you want a person/);
      await story.passes(2);
    }
    story.hears('priya', /has asked for a person/);
    for (const by of ['sms', 'voice', 'email'] as const) expect(story.phone('sam', by)).toEqual([]);
  });
});
