import { type Roster } from '../../src/vocabulary';
import { describeRecords } from '../harness/record';
import { STORY_ROSTER } from '../harness/roster';
import { beginStory, type Story } from '../harness/story';

/** A Tuesday morning: Sam works, and so does Priya. */
const AT = '2026-11-17T10:00:00.000Z';
const ALL = ['amira', 'sam', 'bea', 'cora', 'priya', 'dev', 'mo'];

describeRecords('a text that only brings back what was told before, once that is closed', (record) => {
  /** Told, read, decided, spoken about and closed by Priya, an hour and a half later. */
  async function closed(told = 'my dad hit me last night', roster: Roster = STORY_ROSTER): Promise<Story> {
    const story = await beginStory(record(), { at: AT, roster });
    await story.texts('amira', told);
    await story.texts('amira', '1');
    const concern = story.newestConcern();
    for (const act of ['taken-on', 'seen', 'decided', 'contacted'] as const) await story.does('priya', act);
    await story.passes(90);
    const closing = { outcome: 'referred', reason: 'with social care', toldYoungPerson: 'by Priya' };
    expect(await story.acts.close({ concern, by: 'priya', ...closing })).toEqual({ result: 'closed' });
    await story.passes(30);
    ALL.forEach((who) => story.ignores(who));
    return story;
  }

  const concernOf = (story: Story) =>
    record().record.transaction((tx) => tx.concerns.get(String(story.shows('concern-opened')[0]?.data['concern'])));

  it.each(['yes', 'it was a joke', 'dont tell anyone', 'never mind'])(
    '"%s" opens nothing of old words: whoever closed it hears that there is more, and it stands with what is closed',
    async (text) => {
      const story = await closed();
      await story.texts('amira', text);
      story.hears('priya', /is closed, and there is more to read with it\. .* opening again/);
      const [amira] = story.phone('amira').slice(-1);
      expect(amira?.text).not.toMatch(/^Thank you for telling us/);
      story.ignores('amira');
      story.ends();
      expect(story.shows('concern-opened')).toHaveLength(1);
      expect((await concernOf(story))?.messages).toHaveLength(3);
      expect((await concernOf(story))?.closed).not.toBeNull();
    },
  );

  it('several in a quarter of an hour are one text to them, and a later one is another', async () => {
    const story = await closed();
    for (const text of ['yes', 'it was a joke', 'dont tell anyone']) await story.texts('amira', text);
    story.hears('priya', /is closed/);
    story.hearsNothing('priya');
    await story.passes(15);
    await story.texts('amira', 'it was a joke');
    story.hears('priya', /is closed/);
    expect((await concernOf(story))?.messages).toHaveLength(6);
  });

  it('at an hour when whoever closed it is off, whoever leads hears it', async () => {
    const priyaByDay = { duty: 'lead', practitioner: 'priya', from: AT, to: '2026-11-17T18:00:00.000Z' } as const;
    const devAtNight = {
      duty: 'lead',
      practitioner: 'dev',
      from: priyaByDay.to,
      to: '2026-11-18T08:00:00.000Z',
    } as const;
    const others = STORY_ROSTER.shifts.filter(({ duty }) => duty !== 'lead');
    const story = await closed('my dad hit me last night', {
      ...STORY_ROSTER,
      shifts: [priyaByDay, devAtNight, ...others],
    });
    await story.passesUntil('2026-11-17T23:00:00.000Z');
    ALL.forEach((who) => story.ignores(who));
    await story.texts('amira', 'it was a joke');
    story.hears('dev', /is closed/);
    for (const by of ['sms', 'voice'] as const) story.hearsNothing('priya', by);
    story.hearsNothing('dev', 'voice');
  });

  it.each(['it happened again', 'hes got a knife', 'tonight too', 'please help', 'it wasnt a joke'])(
    'but what is told anew, or said to be so now, is a concern of its own: %s',
    async (text) => {
      const story = await closed();
      await story.texts('amira', text);
      expect(story.shows('concern-opened')).toHaveLength(2);
      expect(story.shows('written-after-closing')).toEqual([]);
      story.hears('sam', /needs you/);
    },
  );

  it('"yes" to a person who has written in the thread since is one, too: nobody knows what they asked', async () => {
    const story = await closed();
    await story.acts.writeInThread({ youngPerson: 'amira', by: 'sam', words: 'Has it happened again?', reason: null });
    await story.passes(1);
    await story.texts('amira', 'yes');
    expect(story.shows('concern-opened')).toHaveLength(2);
  });

  it('behind a closed allegation it is heard by the lead alone', async () => {
    const story = await closed('sam touched me on the bum');
    await story.texts('amira', 'it was a joke');
    story.hears('priya', /is closed/);
    for (const who of ['sam', 'bea', 'cora']) story.hearsNothing(who);
    expect(story.shows('concern-opened')).toHaveLength(1);
  });

  it('is told as something new where nobody is there whom it is not kept from', async () => {
    const story = await closed('sam touched me on the bum', {
      ...STORY_ROSTER,
      shifts: STORY_ROSTER.shifts.slice(0, 1),
    });
    await record().record.transaction(async (tx) => {
      const { version, ...rest } = await tx.roster.snapshot();
      await tx.roster.replace({ version, ...rest, shifts: [] });
    });
    await story.passesUntil('2026-11-18T02:00:00.000Z');
    await story.texts('amira', 'it was a joke');
    expect(story.shows('concern-opened')).toHaveLength(2);
  });
});
