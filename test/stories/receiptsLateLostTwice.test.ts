import { describeRecords } from '../harness/record';
import { beginStory } from '../harness/story';
import type { Receipts } from '../harness/storyCarrier';

const AT = '2026-11-17T10:00:00.000Z';

describeRecords('receipts', (record) => {
  it.each<Receipts>(['twice', 'reversed', 'none'])('that come %s change nothing for anybody', async (receipts) => {
    const story = await beginStory(record(), { at: AT });
    story.carrier.receipts = receipts;
    await story.texts('amira', 'my dad hit me last night');
    story.hears('sam', /needs you by/);
    story.hears('priya', /needs you by/);
    story.hears('amira', /Thank you for telling us/);
    story.hears('amira', /automatic, not a person/);
    await story.passes(5);
    expect(story.shows('delivery-delivered')).toHaveLength(receipts === 'none' ? 0 : 4);
    expect(story.shows('delivery-failed', 'notice-failed', 'delivery-in-doubt')).toEqual([]);
    story.ends();
  });

  it('an hour late still find their row', async () => {
    const story = await beginStory(record(), { at: AT });
    story.carrier.receipts = 'none';
    await story.texts('amira', 'hi');
    const [sent] = story.phone('amira');
    await story.passes(60);
    const receipt = { delivery: sent!.delivery, sid: `SM${sent!.delivery}`, errorCode: null, at: story.clock.now() };
    await story.acts.recordReceipt({ ...receipt, state: 'delivered' });
    expect(story.shows('delivery-delivered')).toHaveLength(1);
    await story.acts.recordReceipt({ ...receipt, state: 'sent' });
    const kept = await story.record.record.transaction((tx) => tx.deliveries.get(sent!.delivery));
    expect(kept?.state).toBe('delivered');
  });

  it('for what is not ours are left alone', async () => {
    const story = await beginStory(record(), { at: AT });
    await story.acts.recordReceipt({ delivery: 'nobody', sid: 'SM1', state: 'sent', errorCode: null, at: AT });
    story.ends();
  });
});
