import { describeRecords } from '../harness/record';
import { beginStory } from '../harness/story';

const NIGHT = '2026-11-17T23:40:00.000Z';
const asked = async (record: Parameters<typeof beginStory>[0]) => {
  const story = await beginStory(record, { at: NIGHT });
  await story.texts('amira', 'i cut myself again last night');
  await story.texts('amira', '1');
  expect(story.phone('amira').at(-1)?.text).toMatch(/Are you thinking of ending your life\?/);
  for (const who of ['amira', 'priya']) story.ignores(who);
  return story;
};

describeRecords('"are you thinking of ending your life?"', (record) => {
  it.each(['yes', '1', 'yeah'])('"%s" is danger now: 999 first, and everybody of that row is told', async (says) => {
    const story = await asked(record());
    await story.texts('amira', says);
    story.hears('amira', /^Call 999 now/);
    story.hears('priya', /needs you NOW/);
    story.rings('priya');
    story.hears('sam', /ring Priya first/);
    expect(story.shows('concern-raised').at(-1)?.data).toMatchObject({ level: 'immediate', because: 'safe-now' });
  });

  it('"not sure" is read in minutes', async () => {
    const story = await asked(record());
    await story.texts('amira', 'dunno');
    story.hears('amira', /We are ringing Priya now/);
    story.hears('priya', /needs you by/);
    story.rings('priya');
  });

  it('"no" is thanked for, and nothing more is asked', async () => {
    const story = await asked(record());
    await story.texts('amira', 'no');
    expect(story.hears('amira', /Thank you for telling us/).text).not.toMatch(/\?/);
    story.hearsNothing('amira');
    expect(story.shows('concern-raised')).toEqual([]);
  });
});
