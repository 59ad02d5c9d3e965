import { describeRecords } from '../harness/record';
import { beginStory } from '../harness/story';

const DAY = '2026-11-17T10:00:00.000Z';
const BEFORE_EIGHT = '2026-11-18T07:50:00.000Z';

describeRecords('several kinds in one burst', (record) => {
  it('have helplines named at once when one of them is suicide, whichever was told first', async () => {
    const story = await beginStory(record(), { at: DAY });
    await story.textsAndGoesOn('amira', 'my mate got raped last week');
    await story.textsAndGoesOn('amira', 'and my dad hits me');
    await story.textsAndGoesOn('amira', 'i dont want to be alive');
    await story.passes(0.5);
    story.hears('amira', /Thank you for telling us/);
    story.hears('amira', /Childline 0800 1111/);
  });

  it('with danger in them promise a call in the concern in which somebody is being rung', async () => {
    const story = await beginStory(record(), { at: DAY });
    await story.texts('amira', 'my stepdad keeps hitting me');
    story.ignores('amira');
    await story.textsAndGoesOn('amira', 'and sam touches me in the car');
    await story.textsAndGoesOn('amira', 'hes outside my door with a knife right now');
    await story.passes(0.5);
    story.hears('amira', /Call 999 now/);
    story.ignores('amira');
    await story.passes(8);
    story.hearsNothing('amira');
  });
});

describeRecords('somebody who was promised, and is accused afterwards', (record) => {
  it('is not named as late: the lead is, who reads it in their place', async () => {
    const story = await beginStory(record(), { at: DAY });
    await story.texts('amira', 'my stepdad keeps hitting me');
    await story.texts('amira', 'sam touches me in the car');
    story.ignores('amira');
    await story.passes(60);
    const said = story.phone('amira').filter((one) => one.at > '2026-11-17T10:05:00.000Z');
    expect(said.length).toBeGreaterThan(0);
    for (const { text } of said) expect(text).not.toMatch(/\bSam\b/);
  });

  it('nor is their hearing of it in the morning admitted as missed: they were not to hear', async () => {
    const story = await beginStory(record(), { at: BEFORE_EIGHT });
    await story.texts('amira', 'my stepdad keeps hitting me');
    story.hears('amira', /Sam hears at 8am/);
    await story.texts('amira', 'sam touches me in the car');
    story.ignores('amira');
    await story.does('priya', 'seen');
    await story.passesUntil('2026-11-18T08:02:00.000Z');
    const said = story.phone('amira').filter((one) => one.at > '2026-11-18T07:59:00.000Z');
    for (const { text } of said) expect(text).not.toMatch(/\bSam\b/);
    expect(story.shows('commitment-let-go').length).toBeGreaterThan(0);
  });
});
