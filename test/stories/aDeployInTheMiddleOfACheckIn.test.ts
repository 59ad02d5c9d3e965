import type { Line } from '../../src/vocabulary';
import { describeRecords, type TestRecord } from '../harness/record';
import { beginStory } from '../harness/story';

const AT = '2026-11-17T16:00:00.000Z';

/** What an older or newer version of the house left in the line's state. */
async function leave(opened: TestRecord, change: (dialog: { id: string; state: Record<string, unknown> }) => void) {
  await opened.record.transaction(async (tx) => {
    const unlocked = await tx.lines.findOf('amira');
    const line: Line = await tx.lines.lock(unlocked!.id);
    const conversation = structuredClone(line.conversation) as {
      dialogs: { dialogStack: { id: string; state: Record<string, unknown> }[] };
    };
    conversation.dialogs.dialogStack.forEach(change);
    await tx.lines.save({ ...line, conversation });
  });
}

describeRecords('a deploy in the middle of a check-in', (record) => {
  it.each<[string, (dialog: { id: string; state: Record<string, unknown> }) => void]>([
    ['a step that is gone', (dialog) => void (dialog.state['step'] = 'favourite-colour')],
    ['an older flow', (dialog) => void (dialog.state['flow'] = 0)],
    ['a dialog that is gone', (dialog) => void (dialog.id = 'astrology')],
  ])('with %s says so kindly and goes on; what was said is kept', async (_what, change) => {
    const story = await beginStory(record(), { at: AT });
    await story.acts.startCheckIn({ youngPerson: 'amira', why: 'now' });
    await story.passes(1);
    await story.texts('amira', '6');
    story.ignores('amira');
    await leave(record(), change);
    story.restarts();
    await story.texts('amira', 'football was good');
    story.hears('amira', /Sorry, we lost our place/);
    expect(story.shows('dialog-restarted')).toHaveLength(1);
    expect(story.errors).toEqual([]);
    const mood = await story.record.record.transaction((tx) => tx.checkIns.latestOf('amira', 1));
    expect(mood[0]?.mood).toBe(6);
  });

  it('that changes nothing they were at goes on where they were', async () => {
    const story = await beginStory(record(), { at: AT });
    await story.acts.startCheckIn({ youngPerson: 'amira', why: 'now' });
    await story.passes(1);
    await story.texts('amira', '6');
    story.ignores('amira');
    story.restarts();
    await story.texts('amira', 'football was good');
    story.hears('amira', /What's not going so well\?/);
    story.ends();
  });
});
