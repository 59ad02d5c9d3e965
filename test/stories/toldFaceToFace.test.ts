import type { Talk } from '../../src/vocabulary';
import { staffViews } from '../../src/record/views';
import { describeRecords } from '../harness/record';
import { beginStory, type Story } from '../harness/story';

/** A Tuesday morning: Sam, the mentor, is there, and Priya leads. */
const AT = '2026-11-17T10:00:00.000Z';
const WORDS = 'I am at my nan’s. He does not know where I am.';

describeRecords('what a young person tells their mentor face to face', (record) => {
  /** Told by text, and asked whether they are safe; Sam has read it. */
  async function toldByText(): Promise<Story> {
    const story = await beginStory(record(), { at: AT });
    await story.texts('amira', 'my dad hit me last night');
    await story.does('sam', 'seen');
    await story.passes(3);
    for (const who of ['amira', 'sam', 'priya', 'dev']) story.ignores(who);
    return story;
  }

  async function notes(story: Story, safe: Talk['safe'], by = 'sam', concern = story.newestConcern()) {
    const result = await story.acts.noteTalk({
      concern,
      by,
      spokenAt: story.clock.now(),
      way: 'face-to-face',
      safe,
      words: WORDS,
    });
    await story.passes(0);
    return result;
  }

  const concernOf = (story: Story, id = story.newestConcern()) =>
    story.record.record.transaction((tx) => tx.concerns.get(id));
  const shown = async (story: Story) => (await staffViews(record()).concern(story.newestConcern()))!;

  it('"yes, I am safe" stands with who heard it and when, in their own words, and they have heard a human', async () => {
    const story = await toldByText();
    expect(await notes(story, 'yes')).toEqual({ result: 'recorded' });
    const { talks, summary } = await shown(story);
    expect(talks).toMatchObject([{ by: 'sam', way: 'face-to-face', safe: 'yes', words: WORDS, apart: false }]);
    expect(summary.acts).toContainEqual(expect.objectContaining({ act: 'contacted', by: 'sam' }));
    expect(story.shows('talk-noted')[0]?.data).toEqual({
      concern: story.newestConcern(),
      practitioner: 'sam',
      way: 'face-to-face',
      safe: 'yes',
      spokenAt: talks[0]!.spokenAt,
    });
    story.hearsNothing('amira');
  });

  it('ends the wait for an answer by text, and is not taken for silence', async () => {
    const story = await toldByText();
    await notes(story, 'yes');
    for (const who of ['sam', 'priya']) story.ignores(who);
    await story.passes(25);
    expect(story.shows('safe-now-silent')).toEqual([]);
  });

  it('is more to read for whoever holds the concern, and no news for who noted it', async () => {
    const story = await toldByText();
    expect((await concernOf(story))?.case.holder).toBe('priya');
    await story.does('priya', 'seen');
    await story.passes(16);
    for (const who of ['sam', 'priya']) story.ignores(who);
    await notes(story, 'yes');
    await story.passes(0.5);
    story.hears('priya', /more has come for ref/);
    story.hearsNothing('sam');
  });

  it('lowers nothing: what was danger is danger until a lead has decided', async () => {
    const story = await toldByText();
    await story.texts('amira', '2');
    for (const who of ['amira', 'sam', 'priya', 'dev']) story.ignores(who);
    await notes(story, 'yes');
    expect((await concernOf(story))?.level).toBe('immediate');
    await story.passes(4);
    story.rings('priya');
  });

  it('"no" is danger now, and the lead is rung; they have been heard all the same', async () => {
    const story = await toldByText();
    await notes(story, 'no');
    story.hears('priya', /needs you NOW/);
    story.rings('priya');
    expect(story.shows('concern-raised').at(-1)?.data).toMatchObject({ level: 'immediate', because: 'talk' });
    const acts = (await concernOf(story))?.case.acts ?? [];
    expect(acts.map(({ act, by }) => `${act} ${by}`)).toEqual(['contacted sam']);
  });

  it('"not sure" is read by the lead within minutes', async () => {
    const story = await toldByText();
    await story.does('priya', 'seen');
    for (const who of ['sam', 'priya', 'amira']) story.ignores(who);
    await notes(story, 'not-sure');
    story.hears('priya', /needs you by/);
    story.rings('priya');
  });

  it('"yes" to a person does not silence a later "no" from the phone', async () => {
    const story = await toldByText();
    await notes(story, 'yes');
    for (const who of ['sam', 'priya', 'amira']) story.ignores(who);
    await story.texts('amira', '2');
    story.hears('amira', /^Call 999 now/);
    expect((await concernOf(story))?.level).toBe('immediate');
  });

  it('is not noted by somebody with no part in it, and nothing is left of the attempt', async () => {
    const story = await toldByText();
    expect(await notes(story, 'no', 'martin')).toEqual({ result: 'refused', why: 'no-part-in-it' });
    expect((await shown(story)).talks).toEqual([]);
    expect((await concernOf(story))?.level).toBe('urgent');
  });

  it('noted by whoever it turned out to be about is kept apart: no call, no act, and no wait that ends', async () => {
    const story = await beginStory(record(), { at: AT });
    await story.texts('amira', 'someone touched me');
    const hint = story.newestConcern();
    await story.does('sam', 'seen');
    await story.texts('amira', 'it was sam he touched me');
    for (const who of ['amira', 'sam', 'priya', 'dev']) story.ignores(who);
    expect(await notes(story, 'yes', 'sam', hint)).toEqual({ result: 'recorded' });
    const { talks, summary } = (await staffViews(record()).concern(hint))!;
    expect(talks).toMatchObject([{ by: 'sam', apart: true }]);
    expect(summary.keptApart).toMatchObject([{ by: 'sam', pressed: 'contacted' }]);
    expect(summary.acts.filter(({ act }) => act === 'contacted')).toEqual([]);
    expect(story.shows('talk-noted')).toEqual([]);
  });
});
