import { describeRecords } from '../harness/record';
import { beginStory } from '../harness/story';

describeRecords('limits before anything', (record) => {
  it('says what must be passed on, and to whom, before any question is asked', async () => {
    const story = await beginStory(record(), { at: '2026-11-17T10:00:00.000Z' });
    await story.texts('amira', 'hi');
    const limits = story.hears('amira', /automatic, not a person.*Sam.*we have to tell Sam and Priya/s);
    const question = story.hears('amira', /Do you want to tell us more\?/);
    expect(story.phone('amira')).toEqual([limits, question]);
    expect(story.shows('limits-shown')[0]?.data).toMatchObject({ form: 'full', template: 'limits-full' });
    story.ends();
  });

  it('answers a first message that is itself a disclosure first, with the limits in the same reply', async () => {
    const story = await beginStory(record(), { at: '2026-11-17T10:00:00.000Z' });
    await story.texts('amira', 'my dad hit me last night');
    story.hears('amira', /Thank you for telling us.*Are you safe right now\?/s);
    story.hears('amira', /automatic, not a person/);
    story.hears('sam', /needs you by 10\.30am/);
    story.hears('priya', /needs you by 10\.30am/);
    story.ends();
  });

  it('says one line instead for 28 days, and all of it again after that', async () => {
    const story = await beginStory(record(), { at: '2026-11-17T10:00:00.000Z' });
    await story.texts('amira', 'hi');
    story.ignores('amira');
    await story.passes(7 * 60);
    await story.texts('amira', 'hello again');
    story.hears('amira', /^Between Visits \(automatic\)\. Sam can read this\. If someone isn't safe we pass it on\./);
    await story.passesUntil('2026-12-15T10:01:00.000Z');
    await story.texts('amira', 'hi');
    story.hears('amira', /automatic, not a person.*we have to tell Sam and Priya/s);
    story.hears('amira', /Do you want to tell us more\?/);
    story.ends();
  });
});
