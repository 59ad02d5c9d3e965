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
});
