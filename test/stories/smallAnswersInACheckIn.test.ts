import { describeRecords } from '../harness/record';
import { beginStory, type Story } from '../harness/story';

/** Tuesday, an hour before Amira's agreed time. */
const AT = '2026-11-17T16:00:00.000Z';

describeRecords('small answers behind a worry', (record) => {
  async function toldAWorry(words: string): Promise<Story> {
    const story = await beginStory(record(), { at: AT });
    await story.texts('amira', words);
    expect(story.shows('concern-opened').map(({ data }) => data['level'])).toEqual(['worry']);
    await story.passes(20 * 60);
    return story;
  }

  const levels = (story: Story) => story.shows('message-assessed').map(({ data }) => data['level']);

  it.each(['i feel so low and lost lately and crying all the time', 'just feel flat'])(
    'the next day they answer what they were asked, and tell nothing a second time: %s',
    async (words) => {
      const story = await toldAWorry(words);
      await story.acts.startCheckIn({ youngPerson: 'amira', why: 'now' });
      ['amira', 'sam', 'priya'].forEach((who) => story.ignores(who));
      for (const text of ['4', 'yes', 'nothing', 'idk', 'no']) await story.texts('amira', text);
      expect(levels(story)).toEqual(['worry', 'none', 'none', 'none', 'none', 'none']);
      expect(
        story
          .phone('amira')
          .map(({ text }) => text)
          .join('\n')
          .match(/Thank you for telling us/g),
      ).toHaveLength(1);
      expect(story.shows('digest-planned')).toHaveLength(1);
    },
  );

  it('a "yes" at the open door goes to whoever has the worry, and nobody is thanked for telling', async () => {
    const story = await toldAWorry('i feel so low and lost lately and crying all the time');
    await story.texts('amira', 'football was good');
    story.ignores('amira');
    await story.texts('amira', 'yes');
    story.hears('amira', /^OK\. Take your time\./);
    const concern = await record().record.transaction((tx) => tx.concerns.get(story.newestConcern()));
    expect(concern?.messages).toHaveLength(2);
    expect(story.shows('concern-opened')).toHaveLength(1);
  });

  it('but what is told in an answer is heard as ever', async () => {
    const story = await toldAWorry('i feel so low and lost lately and crying all the time');
    await story.acts.startCheckIn({ youngPerson: 'amira', why: 'now' });
    await story.texts('amira', '4');
    await story.texts('amira', 'yes my dad hit me again');
    expect(levels(story).at(-1)).toBe('urgent');
    await story.texts('amira', 'yes');
    expect(levels(story).at(-1)).toBe('none');
    expect(story.shows('safe-now-answered')).toHaveLength(1);
  });
});
