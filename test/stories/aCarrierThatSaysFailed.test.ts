import { staffViews } from '../../src/record/views';
import { describeRecords } from '../harness/record';
import { beginStory } from '../harness/story';

const AT = '2026-11-17T10:00:00.000Z';

describeRecords('a carrier that says "failed"', (record) => {
  it('costs no time: the practitioner is rung in the same minute', async () => {
    const story = await beginStory(record(), { at: AT });
    story.carrier.faults.push('refuses', 'refuses');
    await story.texts('amira', 'my dad hit me last night');
    story.rings('priya');
    story.rings('sam');
    expect(story.shows('notice-failed')).toHaveLength(2);
    story.ignores('amira');
    story.ends();
  });

  it('later, by its receipt, sends by the next channel at that moment', async () => {
    const story = await beginStory(record(), { at: AT });
    await story.texts('amira', 'hi');
    story.ignores('amira');
    story.carrier.receipts = 'undelivered';
    await story.textsAndGoesOn('amira', 'my dad hit me last night');
    await story.passes(0.05);
    story.carrier.receipts = 'in-order';
    await story.passes(0.45);
    story.hears('priya', /needs you by/);
    story.hears('sam', /needs you by/);
    expect(story.rings('priya').at).toBe('2026-11-17T10:00:33.000Z');
    expect(story.rings('sam').at).toBe('2026-11-17T10:00:33.000Z');
    story.ignores('amira');
    story.ends();
  });

  it('is kept as what was said: what did not reach anybody has not failed', async () => {
    const story = await beginStory(record(), { at: AT });
    story.carrier.receipts = 'undelivered';
    await story.textsAndGoesOn('amira', 'my dad hit me last night');
    await story.passes(0.2);
    for (const who of ['amira', 'priya', 'sam']) story.ignores(who);
    const whole = await staffViews(record()).concern(story.newestConcern());
    expect(whole?.notices.map(({ state }) => state)).toContain('undelivered');
    expect(whole?.notices.map(({ state }) => state)).not.toContain('failed');
  });

  it('of a reply to the young person tells whoever holds their concern', async () => {
    const story = await beginStory(record(), { at: AT });
    await story.textsAndGoesOn('amira', 'my dad hit me last night');
    await story.passes(0.1);
    story.ignores('sam');
    story.ignores('priya');
    await story.does('priya', 'taken-on');
    await story.does('priya', 'seen');
    story.ignores('amira');
    story.carrier.faults.push('refuses');
    await story.passes(0.4);
    expect(story.shows('delivery-failed')).toHaveLength(1);
    await story.passes(1);
    story.hears('priya', /more has come for ref/);
  });
});
