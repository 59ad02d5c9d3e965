import { describeRecords } from '../harness/record';
import { beginStory } from '../harness/story';

const AT = '2026-11-17T10:00:00.000Z';
const AGAIN = 'my dad hits me';

describeRecords('told again, once the hour they were given has passed', (record) => {
  it('an hour still to come is given for it, and whoever holds it has heard before that', async () => {
    const story = await beginStory(record(), { at: AT });
    await story.texts('amira', 'my dad hit me last night');
    await story.texts('amira', '1');
    for (const act of ['taken-on', 'seen'] as const) await story.does('priya', act);
    await story.passesUntil('2026-11-17T11:40:00.000Z');
    for (const who of ['amira', 'sam', 'priya', 'dev']) story.ignores(who);
    await story.texts('amira', AGAIN);
    expect(story.hears('amira', /^Thank you for telling us/).text).toMatch(/by 12\.\d\dpm/);
    await story.passesUntil('2026-11-17T12:00:00.000Z');
    story.hears('priya', /more has come/);
  });

  it('where nobody has read it for hours, none of those is given', async () => {
    const story = await beginStory(record(), { at: AT });
    await story.texts('amira', 'my dad hit me last night');
    await story.passesUntil('2026-11-17T13:00:00.000Z');
    for (const who of ['amira', 'sam', 'priya']) story.ignores(who);
    await story.texts('amira', AGAIN);
    expect(story.hears('amira', /^Thank you for telling us/).text).toMatch(/by 1\.\d\dpm\. Are you safe/);
    const [promised] = story.shows('commitment-made').slice(-1);
    expect(String(promised?.data['until']) > '2026-11-17T13:00:00.000Z').toBe(true);
  });

  it('a worry in it too', async () => {
    const story = await beginStory(record(), { at: AT });
    await story.texts('amira', 'i made myself sick after tea again so i dont get fat');
    await story.passesUntil('2026-11-17T13:00:00.000Z');
    for (const who of ['amira', 'sam', 'priya']) story.ignores(who);
    await story.texts('amira', 'i havent eaten for a day so i get thin');
    expect(story.hears('amira', /will read it by|will read your/).text).toMatch(/by 1\.\d\dpm/);
  });
});
