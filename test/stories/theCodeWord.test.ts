import { describeRecords } from '../harness/record';
import { STORY_ROSTER } from '../harness/roster';
import { beginStory } from '../harness/story';

const ROSTER = {
  ...STORY_ROSTER,
  youngPeople: STORY_ROSTER.youngPeople.map((one) => (one.id === 'amira' ? { ...one, codeWord: 'pineapple' } : one)),
};

describeRecords('the code word', (record) => {
  it('is danger now, whatever stands around it, and nobody is to ring or text that phone', async () => {
    const story = await beginStory(record(), { at: '2026-11-17T10:00:00.000Z', roster: ROSTER });
    await story.textsAndGoesOn('amira', 'yeah fine. did you get any Pineapple?');
    await story.passes(1 / 60);
    for (const who of ['sam', 'priya']) {
      story.hears(who, /needs you NOW.*Do not ring or text this phone/);
      story.rings(who);
    }
    expect(story.shows('concern-opened')[0]?.data).toMatchObject({ level: 'immediate' });
    expect(story.shows('message-assessed')[0]?.data).toMatchObject({ level: 'immediate', rules: [] });
  });

  it('is only that as a word of its own, and only theirs', async () => {
    const story = await beginStory(record(), { at: '2026-11-17T10:00:00.000Z', roster: ROSTER });
    await story.texts('amira', 'pineapples are nice');
    await story.texts('jay', 'pineapple');
    expect(story.shows('concern-opened')).toEqual([]);
  });
});
