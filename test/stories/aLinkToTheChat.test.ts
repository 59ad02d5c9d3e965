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
});
