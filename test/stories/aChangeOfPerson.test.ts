import { staffViews } from '../../src/record/views';
import type { Roster, YoungPerson, Practitioner } from '../../src/vocabulary';
import { describeRecords } from '../harness/record';
import { STORY_ROSTER } from '../harness/roster';
import { beginStory, type Story } from '../harness/story';

/** A Tuesday morning. */
const AT = '2026-11-17T10:00:00.000Z';
const HOUR = 60;

function roster(amira: Partial<YoungPerson>, sam: Partial<Practitioner> = {}): Roster {
  return {
    ...STORY_ROSTER,
    practitioners: STORY_ROSTER.practitioners.map((one) => (one.id === 'sam' ? { ...one, ...sam } : one)),
    youngPeople: STORY_ROSTER.youngPeople.map((one) => (one.id === 'amira' ? { ...one, checkIns: [], ...amira } : one)),
  };
}

/** Only what the story is about: Sam's other young people hear of his leave too. */
function ignoreOthers(story: Story): void {
  ['cerys', 'noor', 'jay'].forEach((one) => story.ignores(one));
}

describeRecords('a change of person', (record) => {
  it('leave: who stands in, from when to when, said once and beforehand', async () => {
    const leave = [{ from: '2026-11-23', to: '2026-11-27' }];
    const story = await beginStory(record(), { at: AT, roster: roster({}, { leave }) });
    await story.acts.planAhead({ watchRoster: true });
    await story.passesUntil('2026-11-19T23:00:00.000Z');
    story.hearsNothing('amira');
    await story.passesUntil('2026-11-20T08:30:00.000Z');
    story.hears(
      'amira',
      /^Hi Amira\. Sam is away from Monday 23 Nov and back on Monday 30 Nov\. Bea is standing in and can read what/,
    );
    expect(await staffViews(record()).toldOfLeave('sam', leave[0]!.from)).toEqual(expect.arrayContaining(['amira']));
    expect(await staffViews(record()).toldOfLeave('sam', '2026-12-24')).toEqual([]);
    await story.passes(5 * HOUR);
    ignoreOthers(story);
    story.ends();
  });

  it('leave the mentor would not have worked in is no change', async () => {
    const leave = [{ from: '2026-11-21', to: '2026-11-22' }];
    const story = await beginStory(record(), { at: AT, roster: roster({}, { leave }) });
    await story.acts.planAhead({ watchRoster: true });
    await story.passesUntil('2026-11-20T12:00:00.000Z');
    story.hearsNothing('amira');
  });

  it('a new mentor: by name beforehand; from that day they read it, and the limits are said in full', async () => {
    const nextMentor = { who: 'bea', from: '2026-11-18' };
    const story = await beginStory(record(), { at: AT, roster: roster({ nextMentor }) });
    await story.texts('amira', 'hi');
    story.ignores('amira');
    await story.acts.planAhead({ watchRoster: true });
    await story.passes(1);
    story.hears('amira', /^Hi Amira\. From Wednesday 18 Nov Bea will be your mentor\. .* Till then it is Sam\./);
    await story.passesUntil('2026-11-18T09:30:00.000Z');
    await story.texts('amira', 'hi again');
    story.hears('amira', /automatic, not a person.* Bea can read what you text/);
  });

  it('an ending: said beforehand; no check-in after its day, and the door stays open', async () => {
    const story = await beginStory(record(), { at: AT, roster: roster({ endsOn: '2026-11-24' }) });
    await story.acts.planAhead({ watchRoster: true });
    await story.passes(1);
    story.hears('amira', /^Hi Amira\. Our last check-in is on Tuesday 24 Nov\. .* You can still text here after\./);
    await story.passesUntil('2026-11-25T08:00:00.000Z');
    story.ignores('amira');
    await story.acts.startCheckIn({ youngPerson: 'amira', why: 'slot' });
    await story.passes(1);
    story.hearsNothing('amira');
    expect(story.shows('check-in-not-started').at(-1)?.data['why']).toBe('ended');
    await story.texts('amira', 'hi');
    story.hears('amira', /Between Visits/);
  });

  it.each([
    ['the last check-in names no next one', '2026-11-24', /^That's fine\. You can text here any time\.$/],
    ['any other check-in names the next', null, /^That's fine\. Next check-in is at 5pm on Tuesday/],
  ] as const)('%s', async (_what, endsOn, said) => {
    const person = { endsOn, checkIns: [{ weekday: 2, at: '17:00' }] };
    const story = await beginStory(record(), { at: '2026-11-24T17:00:00.000Z', roster: roster(person) });
    await story.acts.startCheckIn({ youngPerson: 'amira', why: 'now' });
    for (const answer of ['5', 'skip', 'skip', 'skip']) await story.texts('amira', answer);
    story.ignores('amira');
    await story.texts('amira', 'skip');
    story.hears('amira', said);
  });

  it('somebody an allegation is about is not named, and leave and ending are told all the same', async () => {
    const leave = [{ from: '2026-11-18', to: '2026-11-20' }];
    const story = await beginStory(record(), { at: AT, roster: roster({ endsOn: '2026-11-24' }, { leave }) });
    await story.texts('amira', 'sam touched me in the car');
    story.ignores('amira');
    await story.acts.planAhead({ watchRoster: true });
    await story.passes(1);
    story.hears(
      'amira',
      /^Hi Amira\. From Wednesday 18 Nov till Monday 23 Nov it is Bea you hear from\. Bea can read what you have/,
    );
    story.hears('amira', /^Hi Amira\. Our last check-in is on Tuesday 24 Nov\. You can still text here after\.$/);
    story.hearsNothing('amira');
  });

  it('a phone that may be read names whoever comes, and not the mentor', async () => {
    const leave = [{ from: '2026-11-18', to: '2026-11-20' }];
    const story = await beginStory(record(), { at: AT, roster: roster({ style: 'discreet' }, { leave }) });
    await story.acts.planAhead({ watchRoster: true });
    await story.passes(1);
    story.hears('amira', /^Hi Amira\. From Wednesday 18 Nov till Monday 23 Nov it is Bea you hear from\.(?!.*Sam)/);
  });
});

describeRecords('a helpline number past its check date', (record) => {
  it('is told to administrators every day until it is mended', async () => {
    const story = await beginStory(record(), { at: '2027-03-01T10:00:00.000Z' });
    const told = () => story.phone('mo', 'email').filter((one) => /past its check date/.test(one.text));
    await story.acts.planAhead({ watchRoster: true });
    await story.passes(1);
    expect(told()).toHaveLength(1);
    await story.passes(24 * HOUR);
    expect(told()).toHaveLength(2);
    expect(story.phone('mo', 'email').some((one) => /Nobody is on the rota/.test(one.text))).toBe(false);
    story.ignores('mo');
    story.hearsNothing('priya', 'email');
  });
});
