import type { Roster } from '../../src/vocabulary';
import { describeRecords } from '../harness/record';
import { STORY_ROSTER } from '../harness/roster';
import { beginStory, type Story } from '../harness/story';

const DAY = '2026-11-17T10:00:00.000Z';
const NIGHT = '2026-11-17T22:30:00.000Z';

async function becomes(story: Story, roster: Roster): Promise<void> {
  await story.record.record.transaction((tx) => tx.roster.replace(roster));
}

function with_(id: string, change: object): Roster {
  const practitioners = STORY_ROSTER.practitioners.map((one) => (one.id === id ? { ...one, ...change } : one));
  return { ...STORY_ROSTER, practitioners };
}

function withMentor(mentor: string): Roster {
  const youngPeople = STORY_ROSTER.youngPeople.map((one) => (one.id === 'amira' ? { ...one, mentor } : one));
  return { ...STORY_ROSTER, youngPeople };
}

describeRecords('somebody goes, or comes, while a concern is open', (record) => {
  it('who is away in the morning after all is not texted on leave: it waits for their next day, and is admitted', async () => {
    const story = await beginStory(record(), { at: NIGHT });
    await story.texts('amira', 'my dad hit me last night');
    story.hears('amira', /Sam hears at 8am tomorrow/);
    await story.does('priya', 'seen');
    await becomes(story, with_('sam', { leave: [{ from: '2026-11-18', to: '2026-11-19' }] }));
    story.ignores('amira');
    await story.passesUntil('2026-11-18T08:30:00.000Z');
    story.hearsNothing('sam');
    story.hears('amira', /Sam/);
    story.hearsNothing('amira');
    await story.does('priya', 'taken-on');
    await story.does('priya', 'decided');
    await story.does('priya', 'contacted');
    await story.passesUntil('2026-11-20T08:01:00.000Z');
    story.hears('sam', /came in the night and waits for you/);
  });

  it('who has left is not called late: whoever reads it now is', async () => {
    const story = await beginStory(record(), { at: DAY });
    await story.texts('amira', 'my dad hit me last night');
    await story.texts('amira', '1');
    await becomes(story, with_('sam', { leftAt: '2026-11-17T10:05:00.000Z' }));
    story.ignores('amira');
    await story.passesUntil('2026-11-17T10:30:01.000Z');
    story.hears('amira', /^Sorry, Priya is late\./);
  });

  it('a new mentor is told by text first, and off duty without a clock: never rung about a text they did not get', async () => {
    const story = await beginStory(record(), { at: DAY });
    await story.texts('amira', 'my dad hit me last night');
    await becomes(story, withMentor('martin'));
    await story.passes(11);
    story.hears('martin', /needs you by 10\.30am/);
    story.rings('martin');
  });

  it('a new mentor who is off duty hears quietly', async () => {
    const story = await beginStory(record(), { at: DAY });
    await story.texts('amira', 'my dad hit me last night');
    const off = with_('martin', { hours: [{ weekday: 6, from: '10:00', to: '14:00' }] });
    await becomes(story, { ...withMentor('martin'), practitioners: off.practitioners });
    await story.passes(11);
    story.hears('martin', /./);
    story.hearsNothing('martin', 'voice');
  });
});

describeRecords('what presses is not said to press less', (record) => {
  it('whoever was told "now" and did nothing is not given a later hour when their silence is heard', async () => {
    const story = await beginStory(record(), { at: NIGHT });
    await story.texts('amira', 'my dad hit me last night');
    await story.passes(40);
    const texts = story.phone('priya').map((one) => one.text);
    const firstNow = texts.findIndex((text) => text.includes('NOW'));
    expect(firstNow).toBeGreaterThan(0);
    expect(texts.slice(firstNow).filter((text) => !text.includes('NOW'))).toEqual([]);
    expect(story.shows('safe-now-silent')).toHaveLength(1);
  });

  it('and is given the hour again once they have acted', async () => {
    const story = await beginStory(record(), { at: NIGHT });
    await story.texts('amira', 'my dad hit me last night');
    await story.passes(16);
    await story.does('priya', 'taken-on');
    await story.does('priya', 'seen');
    await story.does('priya', 'decided');
    story.ignores('priya');
    await story.texts('amira', 'and my uncle touched me last week');
    story.hears('priya', /needs you by/);
  });
});

describeRecords('more words at night', (record) => {
  it('wake no practitioner who took it on before: the lead on call hears of them while nobody has decided', async () => {
    const story = await beginStory(record(), { at: '2026-11-17T21:00:00.000Z' });
    await story.texts('amira', 'my dad hit me last night');
    await story.does('priya', 'seen');
    for (const act of ['seen', 'taken-on', 'contacted'] as const) await story.does('sam', act);
    await story.passesUntil('2026-11-17T22:00:00.000Z');
    ['sam', 'priya', 'amira'].forEach((who) => story.ignores(who));
    await story.texts('amira', 'ok thanks');
    await story.passes(1);
    story.hearsNothing('sam');
    story.hears('priya', /more has come/);
  });

  it('wait for the morning of whoever holds it, once it is decided', async () => {
    const story = await beginStory(record(), { at: DAY });
    await story.texts('amira', 'my dad hit me last night');
    await story.does('sam', 'seen');
    await story.does('sam', 'taken-on');
    for (const act of ['seen', 'decided', 'contacted'] as const) await story.does('priya', act);
    await story.passesUntil('2026-11-17T22:00:00.000Z');
    ['sam', 'priya', 'amira'].forEach((who) => story.ignores(who));
    await story.texts('amira', 'ok thanks');
    await story.passesUntil('2026-11-18T07:59:00.000Z');
    story.hearsNothing('sam');
    story.hearsNothing('priya');
    await story.passesUntil('2026-11-18T08:00:30.000Z');
    story.hears('sam', /more has come/);
  });
});
