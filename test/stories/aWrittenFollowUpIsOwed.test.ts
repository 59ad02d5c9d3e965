import type { Referral } from '../../src/vocabulary';
import { describeRecords } from '../harness/record';
import { beginStory, type Story } from '../harness/story';

/** A Thursday at noon. It was referred by phone; the follow-up in writing is owed by five on Friday. */
const AT = '2026-11-19T12:00:00.000Z';
const OWED = '2026-11-20T17:00:00.000Z';
const THAT_MORNING = '2026-11-20T09:00:00.000Z';
const MONDAY = '2026-11-23T09:00:00.000Z';
const REMINDER = /^Harbour Youth: ref \w+ is owed a follow-up in writing by 5pm.*not noted as sent/;

describeRecords('a follow-up in writing that is owed', (record) => {
  /** Priya has it in hand, and records what she referred by phone. */
  async function referred(written: Referral['written'] = { sent: false, dueAt: OWED }): Promise<Story> {
    const story = await beginStory(record(), { at: AT });
    await story.texts('amira', 'my dad hit me last night');
    await story.passes(4);
    for (const act of ['taken-on', 'seen', 'contacted'] as const) await story.does('priya', act);
    await decides(story, written);
    ['amira', 'sam', 'priya', 'dev', 'bea'].forEach((who) => story.ignores(who));
    return story;
  }

  async function decides(story: Story, written: Referral['written']): Promise<void> {
    const madeAt = story.clock.now();
    const result = await story.acts.decide({
      concern: story.newestConcern(),
      by: 'priya',
      at: madeAt,
      referred: true,
      to: 'Social care',
      reference: null,
      reason: 'hit last night',
      toldYoungPerson: 'yes',
      whyNotTold: null,
      referral: { by: 'priya', madeAt, written, awareBy: 'priya', awareAt: madeAt, reasonForDelay: null },
    });
    expect(result.result).toBe('recorded');
    await story.acts.recordReferralReply({ concern: story.newestConcern(), by: 'priya', reply: 'they-act' });
    await story.passes(0);
  }

  /** Dev leads from now on. */
  async function devLeads(story: Story): Promise<void> {
    await story.record.record.transaction(async (tx) => {
      const roster = await tx.roster.snapshot();
      const shifts = roster.shifts.map((one) => (one.duty === 'lead' ? { ...one, practitioner: 'dev' } : one));
      await tx.roster.replace({ ...roster, shifts });
    });
  }

  const sent = (story: Story, by = 'priya') => story.acts.recordFollowUp({ concern: story.newestConcern(), by });

  it('is asked of whoever decided on the morning of its day, then every working day of whoever leads as well', async () => {
    const story = await referred();
    await devLeads(story);
    await story.passesUntil('2026-11-20T08:59:59.000Z');
    story.hearsNothing('priya');
    await story.passesUntil(THAT_MORNING);
    story.hears('priya', REMINDER);
    story.hearsNothing('dev');
    await story.passesUntil('2026-11-23T08:59:59.000Z');
    story.hearsNothing('priya');
    await story.passesUntil(MONDAY);
    story.hears('priya', REMINDER);
    story.hears('dev', REMINDER);
  });

  it('that is due the same day is asked for when it is due', async () => {
    const story = await referred({ sent: false, dueAt: '2026-11-19T17:00:00.000Z' });
    await story.passesUntil('2026-11-19T16:59:59.000Z');
    story.hearsNothing('priya');
    await story.passesUntil('2026-11-19T17:00:00.000Z');
    story.hears('priya', REMINDER);
  });

  it('is asked for no more once a lead has noted it; a mentor cannot', async () => {
    const story = await referred();
    expect(await sent(story, 'sam')).toMatchObject({ result: 'refused', why: 'only-a-lead-decides' });
    expect(await sent(story)).toEqual({ result: 'recorded' });
    expect(story.shows('written-follow-up-recorded')).toHaveLength(1);
    await story.passesUntil(MONDAY);
    story.hearsNothing('priya');
  });

  it.each<[string, (story: Story) => Promise<unknown>]>([
    ['a later decision says that it was sent', (story) => decides(story, { sent: true })],
    [
      'it is closed',
      (story) =>
        story.acts.close({
          concern: story.newestConcern(),
          by: 'priya',
          outcome: 'referred',
          reason: 'they act',
          toldYoungPerson: 'yes',
        }),
    ],
  ])('is asked for no more once %s', async (_, done) => {
    const story = await referred();
    await done(story);
    await story.passesUntil(MONDAY);
    story.hearsNothing('priya');
  });

  it('that went with the referral is asked for by nobody', async () => {
    const story = await referred({ sent: true });
    await story.passesUntil(MONDAY);
    story.hearsNothing('priya');
  });
});
