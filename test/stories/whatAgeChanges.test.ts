import type { Roster, YoungPerson } from '../../src/vocabulary';
import { describeRecords } from '../harness/record';
import { STORY_ROSTER } from '../harness/roster';
import { beginStory } from '../harness/story';

/** A Tuesday morning. */
const AT = '2026-11-17T10:00:00.000Z';
/** A worry for the next visit, from somebody of fifteen. */
const ASKED_FOR_PICTURES = 'a boy in my class keeps asking me for pics';

function roster(amira: Partial<YoungPerson>): Roster {
  const youngPeople = STORY_ROSTER.youngPeople.map((one) => (one.id === 'amira' ? { ...one, ...amira } : one));
  return { ...STORY_ROSTER, youngPeople };
}

describeRecords('a young person under 13', (record) => {
  it.each([
    ['the day before the 13th birthday it is urgent', '2013-11-18', 'urgent'],
    ['on the 13th birthday it is a worry, as from anybody', '2013-11-17', 'worry'],
    ['where nobody wrote down the birthday it is a worry', null, 'worry'],
  ] as const)('tells of something sexual: %s', async (_when, dateOfBirth, level) => {
    const story = await beginStory(record(), { at: AT, roster: roster({ dateOfBirth }) });
    await story.texts('amira', ASKED_FOR_PICTURES);
    expect(story.shows('concern-opened').map((one) => one.data['level'])).toEqual([level]);
    if (level === 'urgent') story.hears('priya', /a message needs you by/);
    else story.hearsNothing('priya');
  });

  it('tells of a kiss with somebody of fifteen, which from anybody older is nothing', async () => {
    const opened = async (dateOfBirth: string): Promise<unknown[]> => {
      const story = await beginStory(record(), { at: AT, roster: roster({ dateOfBirth }) });
      await story.texts('amira', 'my boyfriend is 15 and we kissed');
      return story.shows('concern-opened').map((one) => one.data['level']);
    };
    expect([await opened('2013-11-18'), await opened('2013-11-17')]).toEqual([['urgent'], []]);
  });

  it('is told, when asking what stays private, that anything about sex goes further', async () => {
    const story = await beginStory(record(), { at: AT, roster: roster({ dateOfBirth: '2014-05-01' }) });
    await story.texts('amira', 'PRIVATE');
    story.hears('amira', /Has to go further: .*anything about sex/s);
  });
});

describeRecords('the 18th birthday', (record) => {
  it('is no surprise: the team hears half a year and four weeks before, the young person four weeks before', async () => {
    const story = await beginStory(record(), { at: AT, roster: roster({ dateOfBirth: '2009-05-10', checkIns: [] }) });
    await story.acts.planAhead({ watchRoster: true });
    await story.passes(1);
    for (const who of ['sam', 'cora']) story.hears(who, /Their last check-in is on Sunday 9 May/, 'email');
    await story.passes(24 * 60);
    story.hearsNothing('sam', 'email');
    expect(story.shows('ending-planned-by-age').map((one) => one.data['on'])).toEqual(['2027-05-09']);
    story.restarts();
    story.clock.moveTo('2027-04-12T10:00:00.000Z');
    await story.passes(1);
    for (const who of ['sam', 'cora']) story.hears(who, /an ending to plan|Their last check-in is on/, 'email');
    story.hears('amira', /^Hi Amira\. Our last check-in is on Sunday 9 May\./);
    story.ignores('mo');
    story.ends();
  });

  it('is the end of check-ins and not of being heard', async () => {
    const story = await beginStory(record(), { at: AT, roster: roster({ dateOfBirth: '2008-11-24' }) });
    await story.acts.planAhead({ watchRoster: true });
    await story.passesUntil('2026-11-24T17:00:30.000Z');
    story.ignores('priya');
    expect(story.shows('check-in-not-started').map((one) => one.data['why'])).toEqual(['ended']);
    await story.texts('amira', 'my dad hit me last night');
    story.hears('priya', /a message needs you by/);
  });

  it('cuts off nobody who was of age before anybody could plan an ending', async () => {
    const story = await beginStory(record(), { at: AT, roster: roster({ dateOfBirth: '2008-11-17' }) });
    await story.acts.planAhead({ watchRoster: true });
    await story.passesUntil('2026-11-17T17:00:30.000Z');
    expect(story.shows('check-in-started')).toHaveLength(1);
    expect(story.shows('ending-planned-by-age')).toEqual([]);
  });

  it('changes nothing where people have planned another day', async () => {
    const planned = roster({ dateOfBirth: '2008-12-01', endsOn: '2027-03-31' });
    const story = await beginStory(record(), { at: AT, roster: planned });
    await story.acts.planAhead({ watchRoster: true });
    await story.passes(1);
    story.hearsNothing('sam', 'email');
    expect(story.shows('ending-planned-by-age')).toEqual([]);
  });
});
