import type { Referral, ReferralReply } from '../../src/vocabulary';
import { describeRecords } from '../harness/record';
import { beginStory, type Story } from '../harness/story';

/** A Friday at noon. It was referred by phone on Thursday at 12:20, so a working day has passed twenty minutes later. */
const AT = '2026-11-20T12:00:00.000Z';
const MADE_AT = '2026-11-19T12:20:00.000Z';
const DUE = '2026-11-20T12:20:00.000Z';
const MONDAY = '2026-11-23T12:20:00.000Z';
const CHASE = /^Harbour Youth: ref \w+ was sent on at .*no reply has been noted\. Please chase it/;

const REFERRAL: Referral = {
  by: 'priya',
  madeAt: MADE_AT,
  written: { sent: true },
  awareBy: 'priya',
  awareAt: MADE_AT,
  reasonForDelay: null,
};

describeRecords('a referral nobody answers', (record) => {
  /** Priya has it in hand, and records what she referred by phone. */
  async function referred(referred = true): Promise<Story> {
    const story = await beginStory(record(), { at: AT });
    await story.texts('amira', 'my dad hit me last night');
    await story.passesUntil('2026-11-20T12:05:00.000Z');
    for (const act of ['taken-on', 'seen', 'contacted'] as const) await story.does('priya', act);
    const result = await story.acts.decide({
      concern: story.newestConcern(),
      by: 'priya',
      at: story.clock.now(),
      referred,
      to: referred ? 'Social care' : null,
      reference: null,
      reason: 'hit last night',
      toldYoungPerson: 'yes',
      whyNotTold: null,
      referral: referred ? REFERRAL : null,
    });
    expect(result.result).toBe('recorded');
    await story.passes(0);
    ['amira', 'sam', 'priya', 'dev', 'bea'].forEach((who) => story.ignores(who));
    return story;
  }

  async function notes(story: Story, by: string, reply: ReferralReply = 'they-act') {
    return story.acts.recordReferralReply({ concern: story.newestConcern(), by, reply });
  }

  it('is chased after one working day by whoever decided, then every working day by whoever leads as well', async () => {
    const story = await referred();
    await story.record.record.transaction(async (tx) => {
      const roster = await tx.roster.snapshot();
      const shifts = roster.shifts.map((one) => (one.duty === 'lead' ? { ...one, practitioner: 'dev' } : one));
      await tx.roster.replace({ ...roster, shifts });
    });
    await story.passesUntil('2026-11-20T12:19:59.000Z');
    story.hearsNothing('priya');
    await story.passesUntil(DUE);
    story.hears('priya', CHASE);
    story.hearsNothing('dev');
    await story.passesUntil('2026-11-23T12:19:59.000Z');
    story.hearsNothing('priya');
    await story.passesUntil(MONDAY);
    story.hears('priya', CHASE);
    story.hears('dev', CHASE);
  });

  it('is not chased once a lead has noted the reply; a mentor cannot', async () => {
    const story = await referred();
    expect(await notes(story, 'sam')).toMatchObject({ result: 'refused', why: 'only-a-lead-decides' });
    expect(await notes(story, 'priya')).toEqual({ result: 'recorded' });
    expect(story.shows('referral-reply-recorded')).toHaveLength(1);
    await story.passesUntil(DUE);
    story.hearsNothing('priya');
  });

  it('never by somebody who is left out of it by then: whoever leads is asked instead', async () => {
    const story = await referred();
    await story.texts('amira', 'dont tell priya anything');
    ['amira', 'sam', 'priya', 'dev', 'bea', 'mo'].forEach((who) => story.ignores(who));
    const open = await story.record.record.transaction((tx) => tx.concerns.get(story.newestConcern()));
    expect(open?.hiddenFrom).toContain('priya');
    await story.passesUntil(DUE);
    expect(story.phone('priya').filter((one) => CHASE.test(one.text))).toEqual([]);
    expect(await notes(story, 'priya')).toMatchObject({ result: 'refused', why: 'left-out-of-it' });
  });

  it('is not chased where nothing was referred', async () => {
    const story = await referred(false);
    await story.passesUntil(DUE);
    story.hearsNothing('priya');
  });

  it('is not chased once it is closed', async () => {
    const story = await referred();
    const closing = { by: 'priya', outcome: 'referred', reason: 'they act', toldYoungPerson: 'yes' };
    await story.acts.close({ concern: story.newestConcern(), ...closing });
    await story.passesUntil(DUE);
    story.hearsNothing('priya');
  });
});
