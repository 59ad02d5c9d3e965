import { describeRecords } from '../harness/record';
import { beginStory } from '../harness/story';

const AT = '2026-11-17T10:00:00.000Z';
/** Ordinary words, as many letters as the carrier hands over of one text. */
const LONG = 'we had art and then lunch and then we did maths again. '.repeat(40).slice(0, 1_600);

describeRecords('a text as long as the carrier hands over', (record) => {
  it('may lack its end: they are told, the coordinator looks, and whoever reads it sees so', async () => {
    const story = await beginStory(record(), { at: AT });
    await story.texts('amira', LONG);
    const heard = story.phone('amira').map((one) => one.text);
    expect(heard).toHaveLength(3);
    expect(heard.at(-1)).toMatch(/end may not have come through/);
    expect(heard.join(' ')).not.toMatch(/could not read|picture/);
    expect(story.shows('concern-opened')).toHaveLength(1);
  });

  it('that tells of harm is answered as what it tells, and the end is asked after', async () => {
    const story = await beginStory(record(), { at: AT });
    await story.texts('amira', `my dad hit me last night. ${LONG}`.slice(0, 1_600));
    const heard = story.phone('amira').map((one) => one.text);
    expect(heard[0]).toMatch(/Thank you for telling us/);
    expect(heard.length).toBeLessThanOrEqual(3);
    story.hears('sam', /needs you by/);
  });

  it('is not one of 1,500 letters', async () => {
    const story = await beginStory(record(), { at: AT });
    await story.texts('amira', LONG.slice(0, 1_500));
    expect(
      story
        .phone('amira')
        .map((one) => one.text)
        .join(' '),
    ).not.toMatch(/end may not have come/);
    expect(story.shows('concern-opened')).toHaveLength(0);
  });
});
