import { describeRecords } from '../harness/record';
import { STORY_ROSTER } from '../harness/roster';
import { beginStory } from '../harness/story';

/** A sentence that asks, with "where" in it. */
const ASKS_WHERE = /\bwhere\b[^.!]*\?/i;

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

  it('is offered a talk with a person of their choice once a human knows that they are back, and check-ins come again', async () => {
    const story = await beginStory(record(), { at: '2026-11-17T22:30:00.000Z', roster: ROSTER });
    const back = (by: string) => story.acts.confirmReturn({ youngPerson: 'amira', by });
    expect(await back('sam')).toEqual({ result: 'refused', why: 'no-part-in-it' });
    expect(await back('priya')).toEqual({ result: 'recorded' });
    expect(await back('cora')).toEqual({ result: 'refused', why: 'not-missing' });
    await story.passes(1);
    for (const who of ['sam', 'cora']) story.hears(who, /is back.*offers them a talk.*by 10.30pm on Friday/s, 'email');
    story.hearsNothing('amira');
    await story.passesUntil('2026-11-18T08:01:00.000Z');
    story.hears('amira', /^Hi Amira\. You can have a talk with a person you pick/);
    await story.texts('amira', 'PERSON');
    story.hears('amira', /Sam/);
    story.hears('sam', /has asked for a person/, 'email');
    await story.acts.startCheckIn({ youngPerson: 'amira', why: 'now' });
    expect(story.shows('check-in-started')).toHaveLength(1);
  });

  it('is offered it by a person where no text may go to the phone', async () => {
    const story = await beginStory(record(), { at: '2026-11-17T10:00:00.000Z', roster: ROSTER });
    await story.texts('amira', 'STOP');
    for (const who of ['amira', 'sam', 'cora', 'priya']) story.ignores(who);
    await story.acts.confirmReturn({ youngPerson: 'amira', by: 'priya' });
    await story.passes(1);
    for (const who of ['sam', 'cora']) story.hears(who, /No text can go.*second safe way/s, 'email');
    story.hearsNothing('amira');
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
    ).not.toMatch(ASKS_WHERE);
    await story.passesUntil('2026-11-17T17:00:30.000Z');
    expect(story.shows('check-in-not-started').map((one) => one.data['why'])).toEqual(['missing']);
  });
});
