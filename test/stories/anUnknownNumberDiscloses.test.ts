import { describeRecords } from '../harness/record';
import { beginStory } from '../harness/story';

const STRANGER = '+447700900999';

describeRecords('an unknown number that discloses', (record) => {
  it('is put in front of the lead as urgent as anybody, and told who we are; nobody guesses who they are', async () => {
    const story = await beginStory(record(), { at: '2026-11-17T10:00:00.000Z' });
    await story.texts(STRANGER, 'my dad hit me last night');
    story.hears('priya', /needs you by 10\.30am/);
    story.hears(STRANGER, /./);
    story.ignores(STRANGER);
    expect(story.shows('concern-opened')[0]?.data).toMatchObject({ nature: 'unknown-sender', level: 'urgent' });
    expect(
      story
        .phone(STRANGER)
        .map((one) => one.text)
        .join(' '),
    ).not.toMatch(/Sam|Amira|Martin/);
    await story.does('priya', 'seen');
    story.hears(STRANGER, /Priya read your message/);
    story.ends();
  });

  it('in danger is told to call 999 at once', async () => {
    const story = await beginStory(record(), { at: '2026-11-17T23:00:00.000Z' });
    await story.textsAndGoesOn(STRANGER, 'ive taken loads of tablets');
    await story.passes(1 / 60);
    story.hears(STRANGER, /999/);
    story.hears('priya', /needs you NOW/);
    story.rings('priya');
  });
});
