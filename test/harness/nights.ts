import type { Story } from './story';

/** The look of one night, years on. What else falls due in so long a time is not the story's. */
export async function nightOf(story: Story, date: string): Promise<void> {
  story.clock.moveTo(`${date}T02:00:00.000Z`);
  await story.acts.planDestruction();
  story.clock.moveTo(`${date}T05:00:00.000Z`);
  for (const kind of ['look-for-outlived', 'destroy-words']) {
    const rows = await story.record.db.all<{ id: string }>(
      'select id from errands where kind = $1 and done_at is null and due_at <= $2',
      [kind, story.clock.now()],
    );
    for (const { id } of rows) await story.acts.passTime({ kind: 'errand', id });
  }
}
