import type { ServiceParts } from '../../src/app/service/createService';
import { describeRecords } from '../harness/record';
import { beginStory } from '../harness/story';

/** A record in which no concern can be opened. */
const wrap = (parts: ServiceParts): ServiceParts => ({
  ...parts,
  record: {
    ...parts.record,
    transaction: (work, options) =>
      parts.record.transaction(
        (tx) =>
          work({ ...tx, concerns: { ...tx.concerns, add: () => Promise.reject(new Error('a column is missing')) } }),
        options,
      ),
  },
});

describeRecords('something else that throws after the insert', (record) => {
  it('leaves the message kept and marked, and pages the lead by a step that needs nothing of what broke', async () => {
    const story = await beginStory(record(), { at: '2026-11-17T10:00:00.000Z', wrap });
    const sent = story.incoming(story.phoneOf('amira'), 'my dad hit me last night');
    expect(await story.acts.receiveFromPhone(sent)).toMatchObject({ received: 'kept', level: null });
    await story.passes(0.2);
    story.hears('priya', /could not deal with\. Please sign in and read it now/);
    const line = await story.record.record.transaction((tx) => tx.lines.findOf('amira'));
    const [kept] = await story.record.record.transaction((tx) => tx.messages.after(line!.id, 0));
    expect(kept).toMatchObject({ text: 'my dad hit me last night', unreadable: true });
    story.ignores('amira');
    story.ends([/could not be assessed/, /the lead is paged plainly/]);
  });
});
