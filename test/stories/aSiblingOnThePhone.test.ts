import { describeRecords } from '../harness/record';
import { beginStory, type Story } from '../harness/story';

/** A Tuesday morning: Sam works. */
const AT = '2026-11-17T10:00:00.000Z';

const allOn = (story: Story, who: string) =>
  story
    .phone(who)
    .map((one) => one.text)
    .join(' ');

describeRecords('a brother or sister on the phone', (record) => {
  it('is told nothing of anybody, whatever they ask, and no text follows', async () => {
    const story = await beginStory(record(), { at: AT });
    await story.texts('amira', 'its her sister, shes asleep');
    for (const asked of ['what is this number', 'who is sam', 'did she tell u about dad', 'help', 'check in'])
      await story.texts('amira', asked);
    expect(new Set(story.phone('amira').map((one) => one.text))).toEqual(new Set(['OK, thanks for your message.']));
    expect(story.shows('phone-not-theirs')).toHaveLength(1);
  });

  it('and what they tell is heard as ever: by the practitioner and by the lead', async () => {
    const story = await beginStory(record(), { at: AT });
    await story.texts('amira', 'im amiras brother');
    story.ignores('priya');
    await story.passes(5);
    await story.texts('amira', 'dad hit her with his belt last night');
    expect(allOn(story, 'amira')).not.toMatch(/Sam|Priya|safe|fault/);
    story.hears('sam', /needs you by/);
    story.hears('priya', /needs you by/);
  });

  it('in the very text in which they say who they are, too', async () => {
    const story = await beginStory(record(), { at: AT });
    await story.texts('amira', 'its amiras brother i need to tell someone. dad hit her with his belt last night');
    expect(allOn(story, 'amira')).toBe('OK, thanks for your message.');
    story.hears('sam', /needs you by/);
    story.hears('priya', /needs you by/);
    expect(story.shows('concern-opened').map((one) => one.data['level'])).toEqual(['urgent']);
    expect(story.shows('phone-not-theirs')).toHaveLength(1);
  });

  it('beside an open disclosure is new risk: the holder is told, and nothing more is asked of that phone', async () => {
    const story = await beginStory(record(), { at: AT });
    await story.texts('amira', 'my dad hit me last night');
    ['amira', 'sam', 'priya'].forEach((who) => story.ignores(who));
    await story.passes(2);
    await story.texts('amira', 'its lily amiras sister she asleep what do u want');
    story.hears('amira', /^OK, thanks for your message\.$/);
    story.hears('priya', /needs you by/);
    await story.passes(60);
    story.hearsNothing('amira');
  });
});
