import type { ServiceParts } from '../../src/app/service/createService';
import { describeRecords } from '../harness/record';
import { beginStory } from '../harness/story';

/** Rules with a fault that some words bring out. */
const wrap = (parts: ServiceParts): ServiceParts => ({
  ...parts,
  house: {
    ...parts.house,
    assess: (input) => {
      if (input.text.includes('purple')) throw new Error('a rule broke');
      return parts.house.assess(input);
    },
  },
});

describeRecords('rules that throw', (record) => {
  it('leave the message with a human: kept, marked, the lead paged once, every message with its own clock', async () => {
    const story = await beginStory(record(), { at: '2026-11-17T10:00:00.000Z', wrap });
    await story.texts('amira', 'the purple thing happened');
    story.hears('priya', /could not be read by machine and needs a person by 11am/);
    story.rings('priya');
    story.hears('amira', /We could not read that by machine, so a person will\. Priya will read it by 11am/);
    story.ignores('amira');
    await story.passes(5);
    await story.texts('noor', 'purple');
    expect(story.shows('message-could-not-be-assessed')).toHaveLength(2);
    expect(story.shows('concern-opened').map((one) => one.data['nature'])).toEqual([
      'could-not-be-assessed',
      'could-not-be-assessed',
    ]);
    story.ignores('noor');
    story.isQuiet();
    for (const concern of story.shows('concern-opened'))
      await story.does('priya', 'seen', String(concern.data['concern']));
    await story.passes(120);
    story.ends([/could not be assessed/]);
  });

  it('at night have it read within half an hour', async () => {
    const story = await beginStory(record(), { at: '2026-11-17T23:00:00.000Z', wrap });
    await story.texts('amira', 'the purple thing happened');
    story.hears('priya', /needs a person by 11\.30pm/);
    story.rings('priya');
    await story.passesUntil('2026-11-17T23:30:00.000Z');
    story.hears('priya', /needs you NOW/);
    story.rings('priya');
  });
});
