import { describeRecords } from '../harness/record';
import { beginStory, type Story } from '../harness/story';

const AT = '2026-11-17T10:00:00.000Z';
const ALLEGATION = 'sam touched my leg in the car and said keep it secret';

/** A disclosure about home has been read by their mentor, and they have said that they are safe. */
async function homeIsKnown(story: Story): Promise<void> {
  await story.texts('amira', 'my dad hit me last night');
  await story.texts('amira', '1');
  await story.does('sam', 'seen');
  ['amira', 'sam', 'priya'].forEach((who) => story.ignores(who));
}

describeRecords('two concerns open at once', (record) => {
  it('an allegation is answered as what it is: who will not see it, who will, and whether they are safe', async () => {
    const story = await beginStory(record(), { at: AT });
    await homeIsKnown(story);
    await story.texts('amira', ALLEGATION);
    story.hears('amira', /Sam will not see this\. Priya.* will read it by .*Are you safe right now\?/);
    story.hearsNothing('amira');
  });

  it('their answer is heard of the one they were asked about, and what they ask then is answered of it too', async () => {
    const story = await beginStory(record(), { at: AT });
    await homeIsKnown(story);
    await story.texts('amira', ALLEGATION);
    story.ignores('amira');
    await story.texts('amira', '1');
    story.hears('amira', /^Thank you\. Priya will still read your words by/);
    await story.texts('amira', 'who did you tell');
    story.hears('amira', /^So far we have told Priya\./);
    await story.texts('amira', 'has anyone read it');
    story.hears('amira', /^Not yet\. Priya will read it by/);
  });

  it('a "no" raises what was asked about last, and leaves no question waiting in the other', async () => {
    const story = await beginStory(record(), { at: AT });
    await story.texts('amira', 'my dad hit me last night');
    await story.texts('amira', ALLEGATION);
    story.ignores('amira');
    await story.texts('amira', '2');
    story.hears('amira', /^Call 999 now/);
    const raised = story.shows('concern-raised');
    expect(raised.map((one) => one.data['level'])).toEqual(['immediate']);
    expect(raised[0]?.data['concern']).toBe(story.newestConcern());
    await story.passes(25);
    expect(story.shows('safe-now-silent')).toEqual([]);
    story.hearsNothing('sam', 'voice');
  });

  it('what is added about the first is not asked about anew', async () => {
    const story = await beginStory(record(), { at: AT });
    await homeIsKnown(story);
    await story.texts('amira', ALLEGATION);
    await story.texts('amira', '1');
    story.ignores('amira');
    await story.texts('amira', 'and my dad hit me again and my arm hurts');
    expect(story.hears('amira', /will see this too/).text).not.toMatch(/safe right now/);
  });
});
