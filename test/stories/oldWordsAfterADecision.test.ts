import { describeRecords } from '../harness/record';
import { beginStory, type Story } from '../harness/story';

/** A Tuesday morning: Sam works. */
const AT = '2026-11-17T10:00:00.000Z';

describeRecords('a text that only brings back what was told before', (record) => {
  /** Told, taken on and read by Sam, decided by Priya, and spoken about. */
  async function decided(): Promise<Story> {
    const story = await beginStory(record(), { at: AT });
    await story.texts('amira', 'my dad hit me last night');
    await story.texts('amira', '1');
    await story.does('sam', 'taken-on');
    await story.does('sam', 'seen');
    await story.does('priya', 'seen');
    await story.does('priya', 'decided');
    await story.does('sam', 'contacted');
    await story.passes(20);
    ['sam', 'priya', 'amira'].forEach((who) => story.ignores(who));
    return story;
  }

  it.each(['dont tell anyone', 'yes', 'it was a joke'])(
    '"%s" reopens no decision: whoever holds it hears that there is more',
    async (text) => {
      const story = await decided();
      await story.texts('amira', text);
      story.ignores('amira');
      expect(story.shows('act-reopened')).toEqual([]);
      expect(story.shows('concern-opened')).toHaveLength(1);
      story.hears('sam', /more has come/);
      story.hearsNothing('priya');
      story.ends();
    },
  );

  it('is answered with who decided, not as if nobody had', async () => {
    const story = await decided();
    await story.texts('amira', 'dont tell anyone');
    story.hears('amira', /^Priya has made a plan/);
  });

  it.each(['my dad hit me again just after school', 'it happened again', 'he did it again'])(
    'but what is told anew reopens it, at the same level too: %s',
    async (text) => {
      const story = await decided();
      await story.texts('amira', text);
      expect(story.shows('act-reopened').map((one) => one.data['act'])).toEqual(['seen', 'decided']);
      story.hears('priya', /needs you/);
    },
  );

  it('and told of another child it opens a concern about that child', async () => {
    const story = await decided();
    await story.texts('amira', 'and my sister too');
    expect(story.shows('concern-opened').map((one) => one.data['about'])).toEqual(['self', 'other']);
    story.hears('priya', /needs you/);
  });

  it('behind an allegation opens nothing that others than the lead would hear of', async () => {
    const story = await beginStory(record(), { at: AT });
    await story.texts('amira', 'sam touched me on the bum');
    story.ignores('amira');
    story.ignores('priya');
    await story.texts('amira', 'person');
    story.ignores('amira');
    expect(story.shows('concern-opened').map((one) => one.data['nature'])).toEqual(['allegation']);
    for (const who of ['sam', 'bea', 'cora']) story.hearsNothing(who);
  });

  it('the next day a bare "yes" is no new telling, and what is answered as one names an hour that is to come', async () => {
    const story = await beginStory(record(), { at: AT });
    await story.texts('amira', 'my dad hit me last night');
    await story.texts('amira', '1');
    await story.passes(23 * 60);
    story.ignores('amira');
    await story.texts('amira', 'yes');
    story.hears('amira', /^Thank you\. Priya will see this too\./);
    story.ignores('amira');
    await story.texts('amira', 'it was a joke');
    story.hears('amira', /by 9\.45am/);
  });
});
