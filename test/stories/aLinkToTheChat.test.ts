import { staffViews } from '../../src/record/views';
import { describeRecords } from '../harness/record';
import { beginStory } from '../harness/story';

const AT = '2026-11-17T10:00:00.000Z';

describeRecords('a new link to the web chat', (record) => {
  const begin = () => beginStory(record(), { at: AT });

  it('may be made by their mentor, and it stands in the chain who asked for it; nothing is sent because of it', async () => {
    const story = await begin();
    expect(await story.acts.giveWebLink({ youngPerson: 'amira', by: 'sam' })).toEqual({ result: 'may-be-made' });
    expect(story.shows('web-link-given').map(({ data }) => data)).toEqual([{ practitioner: 'sam' }]);
    await story.passes(5);
    story.hearsNothing('amira');
  });

  it('is not for a mentor whose young person they are not', async () => {
    const story = await begin();
    const asked = await story.acts.giveWebLink({ youngPerson: 'amira', by: 'martin' });
    expect(asked).toEqual({ result: 'refused', why: 'no-part-in-it' });
    expect(story.shows('web-link-given')).toEqual([]);
  });

  it('asked for by whoever the young person told us about is kept apart in the log, and opens nothing', async () => {
    const story = await begin();
    await story.texts('amira', 'it was sam he touched me');
    for (const who of ['amira', 'priya', 'dev']) story.ignores(who);
    expect(await story.acts.giveWebLink({ youngPerson: 'amira', by: 'sam' })).toEqual({ result: 'kept-apart' });
    expect(story.shows('web-link-given')).toEqual([]);
    expect(story.shows('act-kept-apart').at(-1)?.data).toEqual({ practitioner: 'sam', pressed: 'web-link-given' });
  });

  it('asked for by somebody kept out is told to whoever leads, without a name, once a day however often it is pressed', async () => {
    const story = await begin();
    await story.texts('amira', 'dont tell sam');
    await story.passes(1);
    for (const who of ['amira', 'priya']) story.ignores(who);
    for (let n = 0; n < 3; n += 1) await story.acts.giveWebLink({ youngPerson: 'amira', by: 'sam' });
    await story.passes(1);
    story.hears('priya', /something was pressed here that did nothing/i);
    expect(story.phone('priya').at(-1)?.text).not.toMatch(/sam|amira|link to|chat/i);
    for (const who of ['priya', 'sam', 'amira', 'dev']) story.hearsNothing(who);
    await story.passes(24 * 60);
    for (const who of ['amira', 'priya']) story.ignores(who);
    await story.acts.giveWebLink({ youngPerson: 'amira', by: 'sam' });
    await story.passes(1);
    story.hears('priya', /something was pressed/i);
  });

  it('asked for by a lead who is kept out is told to the next behind them', async () => {
    const story = await begin();
    await story.texts('amira', 'dont tell priya');
    await story.passes(1);
    for (const who of ['amira', 'dev', 'mo']) story.ignores(who);
    await story.acts.giveWebLink({ youngPerson: 'amira', by: 'priya' });
    await story.passes(1);
    story.hears('dev', /something was pressed/i);
    story.hearsNothing('priya');
  });

  it('stands on the page for whoever leads until somebody hands over one that works', async () => {
    const story = await begin();
    const views = staffViews(record());
    const apart = async () => (await views.history('amira'))?.pressedApart;
    await story.texts('amira', 'dont tell sam');
    expect(await apart()).toEqual([]);
    await story.acts.giveWebLink({ youngPerson: 'amira', by: 'sam' });
    expect(await apart()).toMatchObject([{ by: 'sam', pressed: 'web-link-given' }]);
    expect((await views.caseload(['jay', 'amira'])).map((row) => row.pressedApart.length)).toEqual([0, 1]);
    await story.acts.giveWebLink({ youngPerson: 'amira', by: 'cora' });
    expect(await apart()).toEqual([]);
  });
});
