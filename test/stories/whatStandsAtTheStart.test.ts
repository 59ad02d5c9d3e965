import type { Roster, YoungPerson } from '../../src/vocabulary';
import { describeRecords } from '../harness/record';
import { STORY_ROSTER } from '../harness/roster';
import { beginStory, type Story } from '../harness/story';

/** A Tuesday morning; Amira's check-in is at five. */
const AT = '2026-11-17T10:00:00.000Z';

function roster(amira: Partial<YoungPerson>): Roster {
  const youngPeople = STORY_ROSTER.youngPeople.map((one) => (one.id === 'amira' ? { ...one, ...amira } : one));
  return { ...STORY_ROSTER, youngPeople };
}

const lastDayOf = async (story: Story): Promise<string | null | undefined> => {
  const { youngPeople } = await story.record.record.transaction((tx) => tx.roster.snapshot());
  return youngPeople.find((one) => one.id === 'amira')?.endsOn;
};

const checkInsPlanned = (story: Story): Promise<readonly string[]> =>
  story.record.record.transaction((tx) => tx.errands.waitingFor('check-in'));

describeRecords('what stands in a row when the service starts', (record) => {
  it('is the last day of whoever comes of age, before anything has fallen due; starting again says it to nobody anew', async () => {
    const story = await beginStory(record(), { at: AT, roster: roster({ dateOfBirth: '2009-05-10' }) });
    await story.acts.planAhead({ watchRoster: false });
    expect(await lastDayOf(story)).toBe('2027-05-09');
    expect(story.shows('ending-planned-by-age').map((one) => one.data['on'])).toEqual(['2027-05-09']);
    await story.acts.planAhead({ watchRoster: false });
    expect(story.shows('ending-planned-by-age', 'team-told-of-birthday')).toHaveLength(2);
  });

  it('is no last day while it is too far off to plan, or where nobody wrote down the birthday', async () => {
    for (const dateOfBirth of ['2013-05-10', null]) {
      await record().reset();
      const story = await beginStory(record(), { at: AT, roster: roster({ dateOfBirth }) });
      await story.acts.planAhead({ watchRoster: false });
      expect(await lastDayOf(story)).toBeFalsy();
      story.ends();
    }
  });

  it('is the next check-in of everybody who has any, once, and of somebody who has joined since', async () => {
    const story = await beginStory(record(), { at: AT, roster: roster({ checkIns: [] }) });
    await story.acts.planAhead({ watchRoster: false });
    const before = await checkInsPlanned(story);
    expect(before).not.toContain('amira');
    await story.record.record.transaction((tx) => tx.roster.replace(STORY_ROSTER));
    await story.acts.planAhead({ watchRoster: false });
    await story.acts.planAhead({ watchRoster: false });
    expect([...(await checkInsPlanned(story))].sort()).toEqual([...before, 'amira'].sort());
    await story.passesUntil('2026-11-17T17:00:30.000Z');
    expect(story.shows('check-in-started')).toHaveLength(1);
  });
});
