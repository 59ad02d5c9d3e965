import type { Story } from './story';

/** The look of one night, years on. What else falls due in so long a time is not the story's. */
export async function nightOf(story: Story, date: string): Promise<void> {
  story.clock.moveTo(`${date}T02:00:00.000Z`);
  await story.acts.planDestruction();
  story.clock.moveTo(`${date}T05:00:00.000Z`);
  const dueBy = (at: string) =>
    story.record.db.all<{ id: string; due_at: string }>(
      `select id, due_at from errands
       where kind in ('look-for-outlived', 'destroy-words') and done_at is null and due_at <= $1 order by due_at, id`,
      [at],
    );
  for (let rows = await dueBy(`${date}T06:00:00.000Z`); rows.length > 0; rows = await dueBy(`${date}T06:00:00.000Z`)) {
    for (const { id, due_at: dueAt } of rows) {
      if (dueAt > story.clock.now()) story.clock.moveTo(dueAt);
      await story.acts.passTime({ kind: 'errand', id });
    }
  }
}
