import type { JoiningTogether } from '../../src/acts';
import type { Roster, YoungPerson } from '../../src/vocabulary';
import { describeRecords } from '../harness/record';
import { STORY_ROSTER } from '../harness/roster';
import { beginStory, type Story } from '../harness/story';

/** A Tuesday after school; the check-in is at five. */
const AT = '2026-11-17T15:30:00.000Z';

const MOTHER = { name: 'Sana Khan', relation: 'mother', phone: '+447700900401' };

function roster(amira: Partial<YoungPerson> = {}): Roster {
  const youngPeople = STORY_ROSTER.youngPeople.map((one) =>
    one.id === 'amira' ? { ...one, joinedAt: null, secondSafeWay: null, ...amira } : one,
  );
  return { ...STORY_ROSTER, youngPeople };
}

const AGREED: JoiningTogether = {
  youngPerson: 'amira',
  by: 'sam',
  dateOfBirth: '2011-04-09',
  safeHours: { from: '09:00', to: '20:00' },
  secondSafeWay: 'The front desk of the youth club',
  checkWord: 'kettle',
  codeWord: 'umbrella',
  carers: [{ ...MOTHER, knowsAboutService: true, mayBeContacted: false }],
  understanding: 'Said in her own words what has to go further, and asked about her brother.',
};

async function amiraNow(story: Story): Promise<YoungPerson | undefined> {
  const { youngPeople } = await story.record.record.transaction((tx) => tx.roster.snapshot());
  return youngPeople.find((one) => one.id === 'amira');
}

describeRecords('joining, face to face with the mentor', (record) => {
  it('comes before any check-in; the limits come to the phone while they sit together, then the check-in at its hour', async () => {
    const story = await beginStory(record(), { at: AT, roster: roster() });
    await story.acts.planAhead({ watchRoster: false });
    await story.texts('amira', 'hi');
    story.ignores('amira');
    expect(await story.acts.join(AGREED)).toEqual({ result: 'recorded' });
    await story.passes(0.1);
    story.hears(
      'amira',
      /^Hi Amira\. This is Between Visits\. It's automatic, not a person\. Sam can read what you text/,
    );
    story.hearsNothing('amira');
    expect(story.shows('limits-shown').at(-1)?.data['form']).toBe('full');
    expect(story.shows('joined').map((one) => one.data)).toEqual([
      { practitioner: 'sam', under13: false, nightLeads: ['priya'] },
    ]);
    const { by, youngPerson, understanding, ...agreed } = AGREED;
    const joining = { with: by, toldOfAtNight: ['priya'], understanding };
    expect(await amiraNow(story)).toMatchObject({ id: youngPerson, joinedAt: expect.any(String), ...agreed, joining });
    await story.passesUntil('2026-11-17T17:00:30.000Z');
    story.hears('amira', /How are you/);
    expect(story.shows('check-in-started')).toHaveLength(1);
  });

  it('is done once, by those who know them, and shows its words before without sending any', async () => {
    const story = await beginStory(record(), { at: AT, roster: roster() });
    const words = await story.acts.wordsOfJoining({ youngPerson: 'amira' });
    expect(words.join('\n')).toMatch(/Who reads it: Sam\..*Priya, who is on call/s);
    await story.passes(1);
    story.hearsNothing('amira');
    expect(await story.acts.join({ ...AGREED, by: 'martin' })).toEqual({ result: 'refused', why: 'no-part-in-it' });
    expect(await story.acts.join(AGREED)).toEqual({ result: 'recorded' });
    expect(await story.acts.join(AGREED)).toEqual({ result: 'refused', why: 'joined-already' });
  });

  it.each([
    ['under 11 is for another service', '2015-11-18', 'too-young'],
    ['from 18 on is for another service', '2008-11-17', 'too-old'],
  ] as const)('%s', async (_who, dateOfBirth, why) => {
    const story = await beginStory(record(), { at: AT, roster: roster() });
    expect(await story.acts.join({ ...AGREED, dateOfBirth })).toEqual({ result: 'refused', why });
    await story.passes(1);
    story.hearsNothing('amira');
    expect((await amiraNow(story))?.joinedAt).toBeNull();
  });

  it('under 13 wants a parent or carer who knows, or the coordinator or a lead who joins with them', async () => {
    const story = await beginStory(record(), { at: AT, roster: roster() });
    const nobodyKnows = { ...MOTHER, knowsAboutService: false, mayBeContacted: false };
    const young = { ...AGREED, dateOfBirth: '2014-05-01', carers: [nobodyKnows] };
    expect(await story.acts.join(young)).toEqual({ result: 'refused', why: 'carer-must-know' });
    expect(await story.acts.join({ ...young, by: 'cora' })).toEqual({ result: 'recorded' });
    expect(story.shows('joined').at(-1)?.data['under13']).toBe(true);
  });

  it('is recorded where no text may go to the phone, and then nothing is sent', async () => {
    const story = await beginStory(record(), { at: AT, roster: roster() });
    await story.texts('amira', 'STOP');
    story.ignores('amira');
    expect(await story.acts.join(AGREED)).toEqual({ result: 'recorded' });
    await story.passes(1);
    story.hearsNothing('amira');
  });
});
