import type { ServiceParts } from '../../src/app/service/createService';
import { describeRecords } from '../harness/record';
import { beginStory } from '../harness/story';

const AT = '2026-11-17T10:00:00.000Z';

/** A judge that makes something urgent of `words`, on weak evidence; of anything else what the rules make of it. */
function guessingFrom(words: string) {
  return (parts: ServiceParts): ServiceParts => {
    const { assess } = parts.house;
    const guess: typeof assess = (input) =>
      input.text === words ? { ...assess({ ...input, text: 'my dad hits me' }), weak: true } : assess(input);
    return { ...parts, house: { ...parts.house, assess: guess } };
  };
}

describeRecords('five texts in a burst', (record) => {
  it('get one reply, after the last of them has been quiet for twelve seconds', async () => {
    const story = await beginStory(record(), { at: AT });
    for (const text of ['so', 'today', 'we had', 'football and', 'it was ok']) {
      await story.textsAndGoesOn('amira', text);
      await story.passes(5 / 60);
    }
    story.hearsNothing('amira');
    await story.passes(7 / 60);
    story.hears('amira', /automatic, not a person/);
    story.hears('amira', /Do you want to tell us more/);
    expect(story.shows('message-assessed').map((one) => one.data['of'])).toContain('message');
    await story.passes(5);
    story.ends();
  });

  it('wait 45 seconds at the longest, however long they go on', async () => {
    const story = await beginStory(record(), { at: AT });
    for (let seconds = 0; seconds < 50; seconds += 10) {
      await story.textsAndGoesOn('amira', 'and then');
      await story.passes(10 / 60);
    }
    expect(story.hears('amira', /automatic/).at).toBe('2026-11-17T10:00:45.000Z');
  });

  it('are judged one by one at once: a disclosure among them has told people before the reply', async () => {
    const story = await beginStory(record(), { at: AT });
    await story.textsAndGoesOn('amira', 'so');
    await story.textsAndGoesOn('amira', 'my dad hit me last night');
    await story.passes(2 / 60);
    story.hears('sam', /needs you by/);
    story.hears('priya', /needs you by/);
    story.hearsNothing('amira');
    await story.textsAndGoesOn('amira', 'dont know what to do');
    await story.passes(0.5);
    story.hears('amira', /Thank you for telling us/);
    story.hears('amira', /automatic, not a person/);
    story.ends();
  });

  it('are taken for what the plainest of them says, not for what was guessed from the one before it', async () => {
    const story = await beginStory(record(), { at: AT, wrap: guessingFrom('its about my stepdad') });
    for (const text of ['hi', 'its about my stepdad', 'he hits me with his belt']) {
      await story.textsAndGoesOn('amira', text);
      await story.passes(4 / 60);
    }
    await story.passes(0.2);
    story.hears('amira', /Thank you for telling us/);
    story.hears('amira', /automatic, not a person/);
  });

  it('are answered as a guess where none of them says it plainly', async () => {
    const story = await beginStory(record(), { at: AT, wrap: guessingFrom('its about my stepdad') });
    await story.textsAndGoesOn('amira', 'hi');
    await story.textsAndGoesOn('amira', 'its about my stepdad');
    await story.passes(0.3);
    story.hears('amira', /We may have got this wrong/);
  });

  it('with danger in them are answered at once', async () => {
    const story = await beginStory(record(), { at: AT });
    await story.textsAndGoesOn('amira', 'so');
    await story.textsAndGoesOn('amira', 'ive taken loads of tablets');
    await story.passes(1 / 60);
    story.hears('amira', /Call 999 now/);
  });
});
