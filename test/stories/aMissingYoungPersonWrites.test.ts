import { describeRecords } from '../harness/record';
import { STORY_ROSTER } from '../harness/roster';
import { beginStory } from '../harness/story';

const ROSTER = {
  ...STORY_ROSTER,
  youngPeople: STORY_ROSTER.youngPeople.map((one) =>
    one.id === 'amira' ? { ...one, missingSince: '2026-11-16T20:00:00.000Z' } : one,
  ),
};

describeRecords('a young person marked missing writes', (record) => {
  it('is greeted, and practitioner and lead know in the first minute, whatever the words are', async () => {
    const story = await beginStory(record(), { at: '2026-11-17T10:00:00.000Z', roster: ROSTER });
    await story.texts('amira', 'hi');
    for (const who of ['sam', 'priya']) {
      story.hears(who, /needs you NOW/);
      story.rings(who);
    }
    story.hears('amira', /It's good to hear from you, Amira\. You're not in trouble with us\. Priya is being told/);
    story.ignores('amira');
    await story.passesUntil('2026-11-17T10:10:00.000Z');
    story.rings('sam');
    story.hears('bea', /needs you NOW/);
    story.rings('bea');
    story.hears('dev', /needs you NOW/);
    story.rings('dev');
    story.ignores('amira');
    story.isQuiet();
    await story.passesUntil('2026-11-17T10:20:00.000Z');
    story.hears('mo', /needs you NOW/);
    story.hearsNothing('bea');
    story.hearsNothing('bea', 'voice');
  });

  it('is not hunted for a place, and gets no check-in', async () => {
    const story = await beginStory(record(), { at: '2026-11-17T16:00:00.000Z', roster: ROSTER });
    await story.acts.planAhead({ watchRoster: false });
    await story.texts('amira', 'hi');
    await story.texts('amira', '1');
    expect(
      story
        .phone('amira')
        .map((one) => one.text)
        .join(' '),
    ).not.toMatch(/where are you/i);
    await story.passesUntil('2026-11-17T17:00:30.000Z');
    expect(story.shows('check-in-not-started').map((one) => one.data['why'])).toEqual(['missing']);
  });
});
