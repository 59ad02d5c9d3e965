import { later, MINUTE_MS, type CheckIn, type Instant, type Line, type ToDraft } from '../../vocabulary';
import type { ActContext } from '../context';
import { peopleToMask } from '../judge/peopleToMask';
import { planErrand } from '../planErrand';
import type { Stores } from '../stores';
import { youngPersonOf } from '../who/findStaff';
import { answersForMentor } from './answersForMentor';

/** Long enough before the note for one asking; what is kept back by then is never shown to the model. */
const BEFORE_THE_NOTE_MS = 2 * MINUTE_MS;

/** A few minutes before a note goes out its lines are drafted; only where a model is configured and approved. */
export async function planDraft(ctx: ActContext, tx: Stores, checkIn: CheckIn, line: Line, noteDueAt: Instant) {
  if (ctx.reader === null) return;
  const dueAt = later(noteDueAt, -BEFORE_THE_NOTE_MS);
  await planErrand(ctx, tx, { kind: 'note-draft', subject: checkIn.id, line: line.id, dueAt });
}

/**
 * Has lines drafted for the mentor's note, outside any transaction, and keeps them for `writeNote`, which judges every
 * sentence again. Asked once: without an answer the note goes out on time as it always does.
 */
export async function draftNote(ctx: ActContext, errand: string): Promise<void> {
  const { reader } = ctx;
  const wanted = await ctx.record.transaction((tx) => loadWords(ctx, tx, errand));
  if (wanted === null || reader === null) return;
  const asked = await reader.draft(wanted.toDraft);
  const { line, checkIn } = wanted;
  await ctx.record.transaction(async (tx) => {
    await tx.lines.lock(line.id);
    const at = ctx.clock.now();
    const answer = JSON.stringify({ found: asked.found, answer: asked.answer });
    const kept = { subject: checkIn.id, line: line.id, what: 'note', version: reader.version, at, answer } as const;
    if (!(await tx.readings.add({ ...kept, ended: asked.ended, tokens: asked.tokens }))) return;
    const data = { checkIn: checkIn.id, reader: reader.version, ended: asked.ended };
    await tx.events.append({ line: line.id, name: 'note-drafted', at, data });
  });
}

/** Takes the errand; null when there is nothing to draft from, or nobody may be asked. */
async function loadWords(
  ctx: ActContext,
  tx: Stores,
  id: string,
): Promise<{ readonly checkIn: CheckIn; readonly line: Line; readonly toDraft: ToDraft } | null> {
  const errand = await tx.errands.lock(id);
  const now = ctx.clock.now();
  if (!errand || errand.dueAt > now) return null;
  await tx.errands.done(id, now);
  const roster = await tx.roster.snapshot();
  const checkIn = await tx.checkIns.get(errand.subject);
  const line = checkIn && (await tx.lines.findOf(checkIn.youngPerson));
  if (!line || roster.organisation.modelApproval === null) return null;
  const answers = await answersForMentor(tx, checkIn);
  if (answers.length === 0) return null;
  return { checkIn, line, toDraft: { answers, people: peopleToMask(roster, youngPersonOf(roster, line)) } };
}
