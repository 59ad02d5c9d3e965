import { describeRecords } from '../harness/record';
import { STORY_ROSTER } from '../harness/roster';
import { beginStory } from '../harness/story';

/** A Tuesday morning: Sam works. */
const AT = '2026-11-17T10:00:00.000Z';
/** Priya leads until eight in the evening, Dev from then on. */
const AT_EIGHT = '2026-11-17T20:00:00.000Z';
const HANDED_OVER = {
  ...STORY_ROSTER,
  shifts: [
    ...STORY_ROSTER.shifts.filter((one) => one.duty === 'manager'),
    { duty: 'lead', practitioner: 'priya', from: '2026-01-01T00:00:00.000Z', to: AT_EIGHT },
    { duty: 'lead', practitioner: 'dev', from: AT_EIGHT, to: '2027-01-01T00:00:00.000Z' },
  ] as const,
};

describeRecords('what a notice says', (record) => {
  it('in danger now is "now", though the first row of an allegation names a time', async () => {
    const story = await beginStory(record(), { at: AT });
    await story.texts('amira', 'bea slapped me when we were in her car');
    story.hears('priya', /needs you by 10\.30am/);
    await story.passes(1);
    await story.texts('amira', '2');
    story.hears('priya', /needs you NOW/);
    story.rings('priya');
  });

  it('that it is theirs again, not only that more has come, when both are due at once', async () => {
    const story = await beginStory(record(), { at: AT });
    await story.texts('amira', 'my dad hit me last night');
    await story.texts('amira', '1');
    await story.passesUntil('2026-11-17T10:05:00.000Z');
    await story.does('priya', 'taken-on');
    story.ignores('priya');
    await story.passesUntil('2026-11-17T10:15:00.000Z');
    story.hears('priya', /was taken on and has not been opened/);
    story.rings('priya');
    story.hearsNothing('priya');
  });

  it('what is waiting, to whoever leads since eight and would otherwise only be rung', async () => {
    const story = await beginStory(record(), { at: '2026-11-17T19:45:00.000Z', roster: HANDED_OVER });
    await story.texts('amira', 'my dad hit me last night');
    await story.passesUntil('2026-11-17T20:05:00.000Z');
    expect(story.phone('dev')).toHaveLength(1);
    story.hears('dev', /a message needs you by 8\.15pm\. Ref/);
    story.rings('dev');
  });
});
