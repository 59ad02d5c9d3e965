import type { Taken } from '../harness/storyCarrier';
import { describeRecords } from '../harness/record';
import { beginStory } from '../harness/story';

/** Sunday night. */
const NIGHT = '2026-11-22T23:40:00.000Z';
const TUESDAY = '2026-11-17T14:00:00.000Z';
const MINUTE_MS = 60_000;

/** Two of a kind within a minute of each other, for one person. */
function together(taken: readonly Taken[]): readonly string[] {
  return taken
    .filter((one, place) => place > 0 && Date.parse(one.at) - Date.parse(taken[place - 1]!.at) < MINUTE_MS)
    .map(({ at, text }) => `${at} ${text}`);
}

describeRecords('whoever is asked again', (record) => {
  it('at night, after silence: one text and one call a round, and everybody all the same', async () => {
    const story = await beginStory(record(), { at: NIGHT });
    await story.texts('amira', 'my dad hit me last night');
    await story.passes(90);
    expect(story.shows('safe-now-silent')).toHaveLength(1);
    for (const who of ['priya', 'dev', 'mo']) {
      for (const by of ['sms', 'voice'] as const) {
        expect([who, by, together(story.phone(who, by))]).toEqual([who, by, []]);
        expect(story.phone(who, by).length).toBeGreaterThan(4);
      }
    }
  });

  it('after "not sure": who has it hears of that answer once', async () => {
    const story = await beginStory(record(), { at: TUESDAY });
    await story.texts('amira', 'my dad hit me last night');
    await story.does('sam', 'taken-on');
    await story.does('sam', 'seen');
    await story.passes(1);
    for (const who of ['sam', 'priya', 'amira']) story.ignores(who);
    await story.texts('amira', '3');
    expect(story.shows('safe-now-answered').map((one) => one.data['answer'])).toEqual(['not-sure']);
    story.hears('sam', /more has come/);
    await story.passes(40);
    expect(story.phone('sam').filter((one) => /more has come/.test(one.text))).toHaveLength(1);
  });
});
