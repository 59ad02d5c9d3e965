import { staffViews } from '../../src/record/views';
import { staffingFor } from '../../src/rota';
import { Eye } from '../../src/staff/need-to-know/eye';
import { describeRecords } from '../harness/record';
import { beginStory, type Story } from '../harness/story';

describeRecords('a hint first, the name later, while the accused holds the concern', (record) => {
  it("takes it out of their hands without a word to them: what they held is the lead's, nothing new reaches them", async () => {
    const story = await beginStory(record(), { at: '2026-11-17T10:00:00.000Z' });
    await story.texts('amira', 'someone touched me');
    await story.replies('sam', '{code} 1');
    await story.does('sam', 'seen');
    const hint = story.newestConcern();
    expect((await story.record.record.transaction((tx) => tx.concerns.get(hint)))?.case.holder).toBe('sam');
    ['amira', 'sam', 'priya'].forEach((who) => story.ignores(who));

    await story.texts('amira', 'it was sam he touched me');
    expect(story.newestConcern()).not.toBe(hint);
    const concern = await story.record.record.transaction((tx) => tx.concerns.get(hint));
    expect(concern?.hiddenFrom).toContain('sam');
    expect(concern?.case.holder).toBe('priya');
    story.hears('priya', /needs you/);
    expect(story.shows('view-ended')[0]?.data).toMatchObject({ practitioner: 'sam' });
    expect(await story.does('sam', 'contacted', hint)).toEqual({ result: 'refused', why: 'left-out-of-it' });
    await story.texts('amira', 'please help');
    await story.passes(60);
    for (const by of ['sms', 'voice', 'email'] as const) story.hearsNothing('sam', by);
  });

  it('takes back what was on its way to them', async () => {
    const story = await beginStory(record(), { at: '2026-11-17T10:00:00.000Z' });
    await story.textsAndGoesOn('amira', 'someone touched me');
    await story.textsAndGoesOn('amira', 'it was sam he touched me');
    await story.passes(60);
    for (const by of ['sms', 'voice', 'email'] as const) expect(story.phone('sam', by)).toEqual([]);
    expect(story.phone('priya').length).toBeGreaterThan(0);
  });

  it('leaves what they were told of to the leads: nobody who works beside them is asked in their place', async () => {
    const story = await beginStory(record(), { at: '2026-11-17T10:00:00.000Z' });
    await story.texts('amira', 'someone who comes to see me makes me feel weird, he touched me');
    expect(story.phone('sam').length).toBeGreaterThan(0);
    await story.texts('amira', 'its sam i mean');
    story.ignores('sam');
    await story.passesUntil('2026-11-17T12:00:00.000Z');
    for (const who of ['sam', 'bea', 'cora']) {
      for (const by of ['sms', 'voice', 'email'] as const) story.hearsNothing(who, by);
    }
    for (const who of ['priya', 'dev', 'mo']) expect(story.phone(who, 'voice').length).toBeGreaterThan(0);
  });

  it('a worry of theirs, too: what nobody has opened in two working days, the lead hears of', async () => {
    const story = await beginStory(record(), { at: '2026-11-17T10:00:00.000Z' });
    await story.texts('amira', 'someone who comes to see me makes me feel weird');
    const worry = story.newestConcern();
    await story.texts('amira', 'its sam i mean, he touched me');
    for (const act of ['taken-on', 'seen', 'decided', 'contacted'] as const) await story.does('priya', act);
    expect((await story.record.record.transaction((tx) => tx.concerns.get(worry)))?.case.holder).toBe('priya');
    story.ignores('priya');
    await story.passesUntil('2026-11-19T11:00:00.000Z');
    story.hears('priya', /waits to be read/);
    for (const who of ['sam', 'bea', 'cora']) {
      for (const by of ['sms', 'voice'] as const) expect(story.phone(who, by)).toEqual([]);
    }
  });

  it('keeps what they were never told of as it was: whoever stands in for the mentor hears of a father', async () => {
    const story = await beginStory(record(), { at: '2026-11-17T10:00:00.000Z' });
    await story.texts('amira', 'my dad hit me last night');
    await story.texts('amira', 'mo your manager touched me');
    await story.passesUntil('2026-11-17T10:21:00.000Z');
    story.hears('bea', /needs you/);
  });

  it('changes nothing on their own page: what they did stands, nobody else holds it, no clock is another', async () => {
    const story = await beginStory(record(), { at: '2026-11-17T10:00:00.000Z' });
    await story.texts('amira', 'someone touched me');
    await story.replies('sam', '{code} 1');
    await story.does('sam', 'seen');
    await story.passes(1);
    const before = await seenBySam(story);
    expect(before).toMatchObject([{ holder: 'sam', acts: [{ act: 'taken-on' }, { act: 'seen' }] }]);
    await story.texts('amira', 'it was sam he touched me');
    for (const act of ['taken-on', 'seen', 'decided'] as const) await story.does('priya', act);
    await story.texts('amira', 'my dad has hit me too, im bleeding');
    await story.passes(30);
    expect(await seenBySam(story)).toEqual(before);
  });

  /** The work list of Sam, as far as his page shows anything of it. */
  async function seenBySam({ clock }: Story) {
    const views = staffViews(record());
    const [roster, now] = [await views.roster(), clock.now()];
    const staffingOf = (youngPerson: string | null) => staffingFor(roster, { youngPerson, now });
    const reader = roster.practitioners.find(({ id }) => id === 'sam')!;
    const eye = new Eye(reader, roster, now, staffingOf, await views.viewEndsOf('sam'), [], await views.leavers());
    return eye
      .see(await views.openConcerns())
      .map(({ concern: { id, level, kinds, holder, acts, clocks, told, doNotRing, closedAt } }) => {
        return { id, level, kinds, holder, acts, clocks, told, doNotRing, closedAt };
      });
  }
});
