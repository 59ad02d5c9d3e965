import { staffViews } from '../../src/record/views';
import { describeRecords } from '../harness/record';
import { beginStory, type Story } from '../harness/story';

/** A Tuesday; Amira's check-in is at 17:00 that day. */
const AT = '2026-11-17T10:00:00.000Z';

async function afterAWrongNumber(story: Story, text = 'this isnt amira wrong number'): Promise<void> {
  await story.texts('amira', text);
  for (const act of ['taken-on', 'seen', 'decided', 'contacted'] as const) await story.does('priya', act);
  for (const who of ['amira', 'priya', 'sam', 'bea']) story.ignores(who);
}

const says = (story: Story, by: string, how: 'face-to-face' | 'second-safe-way' = 'face-to-face') =>
  story.acts.giveBackPhone({ youngPerson: 'amira', by, how });

describeRecords('the phone is theirs again', (record) => {
  it('their mentor has spoken with them: nothing is sent because of it, and the next check-in comes at its hour', async () => {
    const story = await beginStory(record(), { at: AT });
    await afterAWrongNumber(story);
    expect(await says(story, 'sam')).toEqual({ result: 'recorded' });
    expect(story.shows('phone-theirs-again').map((one) => one.data)).toEqual([{ by: 'sam', how: 'face-to-face' }]);
    await story.passesUntil('2026-11-17T16:59:00.000Z');
    story.hearsNothing('amira');
    await story.acts.planAhead({ watchRoster: false });
    await story.passesUntil('2026-11-17T17:01:00.000Z');
    story.hears('amira', /Amira/);
  });

  it('what they write is answered as ever from then on, and their practitioner is named again', async () => {
    const story = await beginStory(record(), { at: AT });
    await afterAWrongNumber(story);
    await says(story, 'cora', 'second-safe-way');
    await story.texts('amira', 'WHO');
    expect(story.hears('amira', /./).text).not.toMatch(/^OK, thanks for your message/);
    expect(
      story
        .phone('amira')
        .map((one) => one.text)
        .join(' '),
    ).toMatch(/Sam/);
    story.ignores('amira');
  });

  it('STOP is not lifted by anybody here: texts go again only after START from that phone', async () => {
    const story = await beginStory(record(), { at: AT });
    await afterAWrongNumber(story);
    await story.texts('amira', 'STOP');
    story.ignores('amira');
    story.ignores('priya');
    await says(story, 'priya');
    await story.acts.startCheckIn({ youngPerson: 'amira', why: 'now' });
    await story.passes(1);
    story.hearsNothing('amira');
    expect(story.shows('check-in-not-started').at(-1)?.data).toMatchObject({ why: 'stopped' });
    await story.texts('amira', 'START');
    story.ignores('amira');
    await story.acts.startCheckIn({ youngPerson: 'amira', why: 'now' });
    await story.passes(1);
    story.hears('amira', /./);
    story.ignores('amira');
  });

  it('START from a phone that is not theirs gives nothing back', async () => {
    const story = await beginStory(record(), { at: AT });
    await afterAWrongNumber(story);
    await story.texts('amira', 'STOP');
    await story.texts('amira', 'START');
    story.ignores('amira');
    story.ignores('priya');
    await story.acts.startCheckIn({ youngPerson: 'amira', why: 'now' });
    expect(story.shows('check-in-not-started').at(-1)?.data).toMatchObject({ why: 'phone-not-theirs' });
  });

  it('is not said by a volunteer, by somebody who has no part in it, or of a phone that was never marked', async () => {
    const story = await beginStory(record(), { at: AT });
    await story.texts('amira', 'hi');
    story.ignores('amira');
    expect(await says(story, 'sam')).toEqual({ result: 'refused', why: 'not-marked' });
    expect(await says(story, 'nobody')).toEqual({ result: 'refused', why: 'not-found' });
    expect(await says(story, 'martin')).toEqual({ result: 'refused', why: 'no-part-in-it' });
    await story.texts('jay', 'wrong number');
    ['jay', 'priya'].forEach((who) => story.ignores(who));
    const volunteer = { youngPerson: 'jay', by: 'martin', how: 'face-to-face' } as const;
    expect(await story.acts.giveBackPhone(volunteer)).toEqual({
      result: 'refused',
      why: 'volunteers-do-not-decide',
    });
    expect(story.shows('phone-theirs-again')).toEqual([]);
  });

  it('pressed by somebody the young person has accused, it changes nothing, and to them it looks done', async () => {
    const story = await beginStory(record(), { at: AT });
    await afterAWrongNumber(story);
    await story.texts('amira', 'it is me. sam touched me and said not to tell');
    ['amira', 'priya', 'dev', 'mo'].forEach((who) => story.ignores(who));
    expect(await says(story, 'sam')).toEqual({ result: 'recorded' });
    expect(story.shows('phone-theirs-again')).toEqual([]);
    expect(story.shows('act-kept-apart').map((one) => one.data)).toEqual([
      { practitioner: 'sam', pressed: 'phone-theirs-again' },
    ]);
    const history = await staffViews(record()).history('amira');
    expect(history).toMatchObject({ notTheirsAt: expect.any(String), givenBackApartBy: ['sam'] });
  });
});
