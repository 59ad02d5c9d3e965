import { describeRecords } from '../harness/record';
import { STORY_ROSTER } from '../harness/roster';
import { beginStory } from '../harness/story';

const NO_SHIFTS = { ...STORY_ROSTER, shifts: [] };

const OUTSIDE = {
  ...NO_SHIFTS,
  organisation: { ...STORY_ROSTER.organisation, outsideContact: 'ruth' },
  practitioners: [
    ...STORY_ROSTER.practitioners,
    {
      ...STORY_ROSTER.practitioners[0]!,
      id: 'ruth',
      name: 'Ruth Carver',
      roles: ['other' as const],
      phone: '+447700900199',
    },
  ],
};

describeRecords('nobody on duty', (record) => {
  it('is not hidden behind a contact outside, who is asked all the same', async () => {
    const story = await beginStory(record(), { at: '2026-11-17T23:40:00.000Z', roster: OUTSIDE });
    await story.texts('amira', 'my dad hit me last night');
    story.hears('ruth', /needs you by/);
    story.hears('amira', /Nobody is on call right now/);
    expect(
      story
        .phone('amira')
        .map((one) => one.text)
        .join(' '),
    ).not.toMatch(/Ruth/);
  });

  it('costs no time: the coordinator stands in for the lead at once, and every empty seat is stored', async () => {
    const story = await beginStory(record(), { at: '2026-11-17T23:40:00.000Z', roster: NO_SHIFTS });
    await story.texts('amira', 'my dad hit me last night');
    story.hears('cora', /needs you by 11\.55pm/);
    story.rings('cora');
    expect(story.shows('nobody-on-duty').map((one) => one.data['as'])).toEqual(['duty-lead', 'second-lead', 'manager']);
    story.ignores('amira');
    story.ends();
  });

  it('tells the young person plainly that nobody is on call, with where to turn', async () => {
    const story = await beginStory(record(), { at: '2026-11-17T23:40:00.000Z', roster: NO_SHIFTS });
    await story.texts('amira', 'my dad hit me last night');
    story.hears(
      'amira',
      /Nobody is on call right now.*In danger call 999\. To talk to someone now:.*Are you safe right now\?/,
    );
    story.hears('amira', /Nobody is on call right now, so it may wait/);
    story.ignores('cora');
    story.ends();
  });

  it('and does not leave it at that: once that hour is past, that nobody has read it is admitted', async () => {
    const story = await beginStory(record(), { at: '2026-11-17T23:40:00.000Z', roster: NO_SHIFTS });
    await story.texts('amira', 'my dad hit me last night');
    await story.passesUntil('2026-11-18T09:29:59.000Z');
    story.hears('amira', /no one may read this before 9am tomorrow/);
    story.hears('amira', /automatic, not a person/);
    story.hearsNothing('amira');
    await story.passesUntil('2026-11-18T09:30:00.000Z');
    story.hears('amira', /^Sorry, Sam is late\. Cora has been asked\. More by 10\.30am\.$/);
    await story.does('sam', 'seen');
    story.hears('amira', /Sam read/);
    await story.passes(180);
    story.hearsNothing('amira');
  });

  it('nobody is late for them once it has been read', async () => {
    const story = await beginStory(record(), { at: '2026-11-17T23:40:00.000Z', roster: NO_SHIFTS });
    await story.texts('amira', 'my dad hit me last night');
    await story.passes(10);
    await story.does('cora', 'seen');
    await story.passes(1);
    story.ignores('amira');
    await story.passesUntil('2026-11-18T10:00:00.000Z');
    expect(story.shows('commitment-admitted-late')).toEqual([]);
  });
});
