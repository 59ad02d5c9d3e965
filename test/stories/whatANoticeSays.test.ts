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
    story.hears('priya', /automatic call.*There is a message to read now\./, 'voice');
  });

  it('of an hour of another day, which day: four working hours from half past three end tomorrow', async () => {
    const story = await beginStory(record(), { at: '2026-11-17T15:30:00.000Z' });
    await story.texts('amira', '', { kind: 'picture' });
    story.hears('cora', /waits to be read by 11\.30am tomorrow\./);
  });

  it('of an hour past midnight, the hour alone: it is still tonight', async () => {
    const story = await beginStory(record(), { at: '2026-11-17T23:50:00.000Z' });
    await story.texts('amira', 'my dad hit me last night');
    story.hears('priya', /needs you by 12\.05am\./);
  });

  it('in a call as in the text beside it: by when it is to be read, and what has become of it', async () => {
    const story = await beginStory(record(), { at: AT });
    await story.texts('amira', 'my dad hit me last night');
    await story.passes(11);
    story.hears('sam', /needs you by 10\.30am/);
    story.hears('sam', /automatic call.*There is a message to read by 10\.30am\./, 'voice');
    story.ignores('priya');
    await story.does('sam', 'taken-on');
    await story.passes(11);
    story.hears('sam', /was taken on and has not been opened/);
    story.hears('sam', /automatic call.*It was taken on and has not been opened\./, 'voice');
  });

  it('in a call at night to whoever opted in: whom to ring first, and not to go alone', async () => {
    const wakes = STORY_ROSTER.practitioners.map((one) => (one.id === 'sam' ? { ...one, wakeFor: 'immediate' } : one));
    const roster = { ...STORY_ROSTER, practitioners: wakes as typeof STORY_ROSTER.practitioners };
    const story = await beginStory(record(), { at: '2026-11-17T23:30:00.000Z', roster });
    await story.texts('amira', 'he is outside my door with a knife');
    story.hears(
      'sam',
      /automatic call.*to read now\. Please ring Priya first, do not go out or reply alone\./,
      'voice',
    );
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

  it('in the morning, that somebody has read it, by name, or that nobody has', async () => {
    for (const isRead of [true, false]) {
      await record().reset();
      const story = await beginStory(record(), { at: '2026-11-17T23:30:00.000Z' });
      await story.texts('amira', 'my dad hit me last night');
      if (isRead) for (const act of ['taken-on', 'seen', 'decided'] as const) await story.does('priya', act);
      await story.passesUntil('2026-11-18T08:00:00.000Z');
      story.hears(
        'sam',
        isRead ? /came in the night.*Priya has read it/ : /came in the night.*Nobody has opened it yet/,
      );
    }
  });

  it('in the morning nothing to a mentor who led in the night and has read it then', async () => {
    const shifts = [{ duty: 'lead', practitioner: 'sam', from: AT, to: '2027-01-01T00:00:00.000Z' }] as const;
    const roster = { ...STORY_ROSTER, shifts: [...HANDED_OVER.shifts.slice(0, 1), ...shifts] };
    const story = await beginStory(record(), { at: '2026-11-17T23:30:00.000Z', roster });
    await story.texts('amira', 'my dad hit me last night');
    for (const act of ['taken-on', 'seen', 'decided', 'contacted'] as const) await story.does('sam', act);
    story.ignores('sam');
    await story.passesUntil('2026-11-18T12:00:00.000Z');
    story.hearsNothing('sam');
  });
});
