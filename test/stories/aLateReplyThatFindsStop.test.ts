import { describeRecords } from '../harness/record';
import { beginStory } from '../harness/story';

const AT = '2026-11-17T10:00:00.000Z';

describeRecords('a late reply that finds STOP', (record) => {
  it('is not sent: what was written before STOP goes to nobody after it', async () => {
    const story = await beginStory(record(), { at: AT });
    story.carrier.faults.push('silent');
    await story.texts('amira', 'hi');
    await story.texts('amira', 'STOP');
    await story.passes(10);
    story.hearsNothing('amira');
    expect(story.shows('delivery-refused').map((one) => one.data['why'])).toContain('stopped');
    story.ends();
  });

  it('nor "Priya read it", nor "we are late"', async () => {
    const story = await beginStory(record(), { at: AT });
    await story.texts('amira', 'my dad hit me last night');
    story.ignores('amira');
    await story.texts('amira', 'STOP');
    await story.passes(40);
    await story.does('priya', 'seen');
    await story.passes(1);
    story.hearsNothing('amira');
  });

  it('of the carrier, which alone knew of the STOP, is taken as one', async () => {
    const story = await beginStory(record(), { at: AT });
    story.carrier.receipts = 'none';
    await story.texts('amira', 'hi');
    const [sent] = story.phone('amira');
    const receipt = { delivery: sent!.delivery, sid: `SM${sent!.delivery}`, at: AT } as const;
    await story.acts.recordReceipt({ ...receipt, state: 'undelivered', errorCode: '21610' });
    const line = await story.record.record.transaction((tx) => tx.lines.findOf('amira'));
    expect(line?.stoppedAt).not.toBeNull();
  });
});
