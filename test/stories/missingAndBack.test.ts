import { staffViews } from '../../src/record/views';
import { describeRecords } from '../harness/record';
import { beginStory, type Story } from '../harness/story';

/** A Tuesday afternoon; she comes back at 2pm, so the talk has to be offered by 2pm on Friday. */
const AT = '2026-11-17T12:00:00.000Z';
const SINCE = '2026-11-16T20:00:00.000Z';

const marks = (story: Story, by: string) => story.acts.markMissing({ youngPerson: 'amira', by, since: SINCE });
const back = (story: Story) => story.acts.confirmReturn({ youngPerson: 'amira', by: 'priya' });

/** She was missing, and is back since 2pm on Tuesday; what was said till then is heard. */
async function isBack(story: Story): Promise<void> {
  await marks(story, 'sam');
  await story.passesUntil('2026-11-17T14:00:00.000Z');
  await back(story);
  await story.passes(1);
  for (const who of ['sam', 'cora', 'priya', 'amira']) story.ignores(who);
}

describeRecords('marking a young person missing', (record) => {
  it('is for anybody with a part in it; the others and the lead are told, the young person is not', async () => {
    const story = await beginStory(record(), { at: AT });
    expect(await marks(story, 'martin')).toEqual({ result: 'refused', why: 'no-part-in-it' });
    expect(await marks(story, 'sam')).toEqual({ result: 'recorded' });
    expect(await marks(story, 'cora')).toEqual({ result: 'refused', why: 'missing-already' });
    await story.passes(1);
    story.hears('priya', /a colleague has marked something(?!.*missing)/);
    story.hears('cora', /has been marked missing/, 'email');
    expect(story.shows('marked-missing').map((one) => one.data)).toEqual([{ practitioner: 'sam', since: SINCE }]);
    story.ends();
  });

  it('makes whatever they write urgent from then on, and ends check-ins until they are back', async () => {
    const story = await beginStory(record(), { at: AT });
    await marks(story, 'priya');
    await story.passes(1);
    for (const who of ['sam', 'cora', 'priya']) story.ignores(who);
    await story.acts.startCheckIn({ youngPerson: 'amira', why: 'now' });
    expect(story.shows('check-in-not-started').at(-1)?.data['why']).toBe('missing');
    await story.texts('amira', 'hi');
    story.hears('priya', /needs you NOW/);
  });
});

describeRecords('the return talk', (record) => {
  it('nobody has noted that it was offered: the mentor and the coordinator hear a day before, the lead in the last hours', async () => {
    const story = await beginStory(record(), { at: AT });
    await isBack(story);
    await story.passesUntil('2026-11-19T13:59:00.000Z');
    story.hearsNothing('sam', 'email');
    await story.passesUntil('2026-11-19T14:01:00.000Z');
    for (const who of ['sam', 'cora']) story.hears(who, /by 2pm tomorrow\. Nobody has noted/, 'email');
    story.hearsNothing('priya');
    await story.passesUntil('2026-11-20T08:01:00.000Z');
    for (const who of ['sam', 'cora']) story.hears(who, /by 2pm\. Nobody has noted/, 'email');
    story.hears('priya', /by 2pm/);
    story.ignores('amira');
    await story.passesUntil('2026-11-21T12:00:00.000Z');
    for (const who of ['sam', 'cora']) story.hearsNothing(who, 'email');
    story.hearsNothing('priya');
  });

  it('somebody has noted how it went: nobody is reminded, and it is noted once', async () => {
    const story = await beginStory(record(), { at: AT });
    await isBack(story);
    const owed = async () => (await staffViews(story.record).history('amira'))?.returnTalk;
    expect(await owed()).toMatchObject({ until: '2026-11-20T14:00:00.000Z', offered: true, notedApartBy: [] });
    const noted = { youngPerson: 'amira', by: 'sam', outcome: 'said-no' } as const;
    expect(await story.acts.recordReturnTalk(noted)).toEqual({ result: 'recorded' });
    expect(await story.acts.recordReturnTalk(noted)).toEqual({ result: 'refused', why: 'no-talk-open' });
    expect(await owed()).toBeNull();
    story.ignores('amira');
    await story.passesUntil('2026-11-21T12:00:00.000Z');
    for (const who of ['sam', 'cora']) story.hearsNothing(who, 'email');
    expect(story.shows('return-talk-recorded').map((one) => one.data['outcome'])).toEqual(['said-no']);
  });

  it('is asked for by day: nobody is reminded in the night of a talk that cannot be had in it', async () => {
    const story = await beginStory(record(), { at: AT });
    await marks(story, 'sam');
    await story.passesUntil('2026-11-18T03:00:00.000Z');
    await back(story);
    await story.passes(1);
    for (const who of ['sam', 'cora', 'priya', 'amira']) story.ignores(who);
    await story.passesUntil('2026-11-19T17:01:00.000Z');
    for (const who of ['sam', 'cora']) story.hears(who, /by 3am on Saturday/, 'email');
    story.hearsNothing('priya');
    await story.passesUntil('2026-11-20T21:01:00.000Z');
    story.hears('priya', /by 3am/);
  });

  it('missing again before it was had: the next return offers it anew', async () => {
    const story = await beginStory(record(), { at: AT });
    await isBack(story);
    await story.passesUntil('2026-11-18T20:00:00.000Z');
    await story.acts.markMissing({ youngPerson: 'amira', by: 'sam', since: '2026-11-18T19:00:00.000Z' });
    await story.passes(1);
    for (const who of ['cora', 'priya', 'amira']) story.ignores(who);
    await story.passesUntil('2026-11-20T16:00:00.000Z');
    for (const who of ['sam', 'cora']) story.hearsNothing(who, 'email');
    await back(story);
    await story.passes(1);
    for (const who of ['sam', 'cora']) story.hears(who, /by 4pm on Monday/, 'email');
  });

  it('somebody who is kept from them notes nothing', async () => {
    const story = await beginStory(record(), { at: AT });
    await isBack(story);
    await story.texts('amira', 'sam touched me in the car');
    expect(await story.acts.recordReturnTalk({ youngPerson: 'amira', by: 'sam', outcome: 'had' })).toEqual({
      result: 'recorded',
    });
    expect(story.shows('return-talk-recorded')).toEqual([]);
    expect(story.shows('act-kept-apart').at(-1)?.data['pressed']).toBe('return-talk-recorded');
    expect((await staffViews(story.record).history('amira'))?.returnTalk?.notedApartBy).toEqual(['sam']);
  });
});
