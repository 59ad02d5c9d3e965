import { describeRecords } from '../harness/record';
import { STORY_ROSTER } from '../harness/roster';
import { beginStory } from '../harness/story';

const AT = '2026-11-17T12:00:00.000Z';
/** Nobody leads from six tonight. */
const GAP = {
  ...STORY_ROSTER,
  shifts: STORY_ROSTER.shifts.map((shift) => ({ ...shift, to: '2026-11-17T18:00:00.000Z' })),
};

describeRecords('a restart with a gap in the rota', (record) => {
  it('starts, tells leads and administrators of the gap every hour, and goes on receiving', async () => {
    const story = await beginStory(record(), { at: AT, roster: GAP });
    story.restarts();
    await story.acts.planAhead({ watchRoster: true });
    await story.passes(1);
    for (const who of ['priya', 'dev', 'mo']) story.hears(who, /rota|duty|cover/i, 'email');
    story.isQuiet();
    await story.texts('amira', 'my dad hit me last night');
    story.hears('priya', /needs you by/);
    story.hears('sam', /needs you by/);
    await story.does('priya', 'seen');
    await story.does('priya', 'taken-on');
    await story.does('priya', 'decided');
    await story.does('sam', 'contacted');
    story.ignores('amira');
    await story.passes(60);
    for (const who of ['priya', 'dev', 'mo']) story.hears(who, /rota|duty|cover/i, 'email');
    expect(story.shows('roster-gap-found')).toHaveLength(2);
    story.ends();
  });

  it('tells of a gap in the manager’s duty alone, and does not say that nobody at all is there', async () => {
    const shifts = STORY_ROSTER.shifts.filter(({ duty }) => duty !== 'manager');
    const story = await beginStory(record(), { at: AT, roster: { ...STORY_ROSTER, shifts } });
    await story.acts.planAhead({ watchRoster: true });
    await story.passes(1);
    for (const who of ['priya', 'dev', 'mo']) story.hears(who, /Nobody holds one of the duties/, 'email');
    story.ends();
  });

  it('sends no check-in while nobody watches', async () => {
    const story = await beginStory(record(), { at: '2026-11-17T16:00:00.000Z', roster: { ...GAP, shifts: [] } });
    await story.acts.planAhead({ watchRoster: false });
    await story.passesUntil('2026-11-17T17:30:00.000Z');
    expect(story.shows('check-in-not-started').map((one) => one.data['why'])).toEqual(['unmonitored']);
    story.ends();
  });
});
