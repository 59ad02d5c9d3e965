import type { Carer, Roster } from '../../src/vocabulary';
import { describeRecords } from '../harness/record';
import { STORY_ROSTER } from '../harness/roster';
import { beginStory } from '../harness/story';

const AT = '2026-11-17T10:00:00.000Z';

function carer(name: string, relation: string): Carer {
  return { name, relation, phone: '+447700900301', knowsAboutService: true, mayBeContacted: true };
}

/** The roster of the stories, with these people in Amira's home. */
function withCarers(...carers: readonly Carer[]): Roster {
  const youngPeople = STORY_ROSTER.youngPeople.map((one) => (one.id === 'amira' ? { ...one, carers } : one));
  return { ...STORY_ROSTER, youngPeople };
}

describeRecords('somebody at home, called by name', (record) => {
  it.each(['lee hit me again', 'mr marsh hits me when hes drunk'])(
    'is heard as the stepdad he is: "%s" comes to the mentor',
    async (text) => {
      const story = await beginStory(record(), { at: AT, roster: withCarers(carer('Lee Marsh', 'stepdad')) });
      await story.texts('amira', text);
      story.hears('sam', /needs you/);
      expect(story.shows('message-assessed').at(-1)?.data).toMatchObject({
        level: 'urgent',
        kinds: ['physical-abuse'],
        about: 'self',
      });
    },
  );

  it('is nobody we know of in the text of another young person', async () => {
    const story = await beginStory(record(), { at: AT, roster: withCarers(carer('Lee Marsh', 'stepdad')) });
    await story.texts('jay', 'lee hit me again');
    expect(story.shows('concern-opened')).toEqual([]);
  });

  it('with the first name of the mentor may be either, so that the mentor never hears of it', async () => {
    const story = await beginStory(record(), { at: AT, roster: withCarers(carer('Sam Reed', 'stepdad')) });
    await story.texts('amira', 'sam gets in my bed when mums asleep');
    story.hears('priya', /needs you/);
    await story.passes(90);
    for (const who of ['sam', 'bea', 'cora', 'martin']) {
      for (const by of ['sms', 'voice', 'email'] as const) expect(story.phone(who, by)).toEqual([]);
    }
  });

  it('with the first name of the mentor is the one at home where the whole name is said', async () => {
    const story = await beginStory(record(), { at: AT, roster: withCarers(carer('Sam Reed', 'stepdad')) });
    await story.texts('amira', 'sam reed hit me again');
    story.hears('sam', /needs you/);
    expect(story.shows('concern-opened').at(-1)?.data['nature']).toBe('disclosure');
  });

  it('and only greeted or asked for by the first name of the mentor, keeps nothing from the mentor', async () => {
    const story = await beginStory(record(), { at: AT, roster: withCarers(carer('Sam Reed', 'stepdad')) });
    await story.texts('amira', 'hey sam my uncle hit me again');
    story.hears('sam', /needs you/);
    expect(story.shows('concern-opened').at(-1)?.data['nature']).toBe('disclosure');
  });

  it('is named in no log entry', async () => {
    const story = await beginStory(record(), { at: AT, roster: withCarers(carer('Lee Marsh', 'stepdad')) });
    await story.texts('amira', 'lee hit me again');
    const said = JSON.stringify(['message-assessed', 'concern-opened'].flatMap((name) => story.shows(name as never)));
    expect(said).not.toMatch(/lee|marsh|stepdad/iu);
    expect(story.errors).toEqual([]);
  });
});
