import { localDateOf, noteDueAt } from '../../rota';
import type { CheckIn, Line, Roster } from '../../vocabulary';
import type { ActContext } from '../context';
import { planErrand } from '../planErrand';
import type { Stores } from '../stores';
import { youngPersonOf } from '../who/findStaff';
import { planDraft } from './draftNote';

/** How the slot of one begins that they asked for, or that their words began. */
const ASKED = 'asked';

/** The check-in that is going on, if one is: started, not finished, and its note still to be written. */
export async function openCheckIn(tx: Stores, line: Line): Promise<CheckIn | null> {
  const unsent = await unsentCheckIn(tx, line);
  return unsent?.finishedAt === null ? unsent : null;
}

/** A finished check-in whose note has not gone out: until then the young person may still change what it says. */
export async function unsentCheckIn(tx: Stores, line: Line): Promise<CheckIn | null> {
  if (!line.youngPerson) return null;
  const [latest] = await tx.checkIns.latestOf(line.youngPerson, 1);
  return latest && !(await hasNoteGone(tx, line, latest)) ? latest : null;
}

/** The note of this check-in is with its reader: what it says can no longer be changed, nor added to. */
export async function hasNoteGone(tx: Stores, line: Line, checkIn: CheckIn): Promise<boolean> {
  return (await tx.events.latest(line.id, 'note-sent', { checkIn: checkIn.id })) !== null;
}

/**
 * A check-in they asked for, or that their words begin (their note would otherwise have gone without them); null when one
 * has begun in this very moment.
 */
export async function startAskedCheckIn(
  ctx: ActContext,
  tx: Stores,
  roster: Roster,
  line: Line,
): Promise<CheckIn | null> {
  if (!line.youngPerson) return null;
  const now = ctx.clock.now();
  const checkIn: CheckIn = {
    id: ctx.ids.next(),
    youngPerson: line.youngPerson,
    date: localDateOf(now, roster.organisation.timeZone),
    slot: `${ASKED} ${now}`,
    startedAt: now,
    finishedAt: null,
    mood: null,
    answers: [],
  };
  if (!(await tx.checkIns.start(checkIn))) return null;
  await planNote(ctx, tx, roster, checkIn, line);
  await tx.events.append({
    line: line.id,
    name: 'check-in-started',
    at: now,
    data: { checkIn: checkIn.id, asked: true },
  });
  return checkIn;
}

/** The note goes out at the next 08:30 or two hours before a visit, answered or not. */
export async function planNote(
  ctx: ActContext,
  tx: Stores,
  roster: Roster,
  checkIn: CheckIn,
  line: Line,
): Promise<void> {
  const person = youngPersonOf(roster, line);
  if (!person) return;
  const dueAt = noteDueAt(roster, { youngPerson: person.id, now: ctx.clock.now() });
  await planErrand(ctx, tx, { kind: 'note', subject: checkIn.id, line: line.id, dueAt });
  await planDraft(ctx, tx, checkIn, line, dueAt);
}

/** Asked to the end, or left: what was said goes into the note. */
export async function finishCheckIn(ctx: ActContext, tx: Stores, checkIn: CheckIn, line: Line): Promise<void> {
  const now = ctx.clock.now();
  await tx.checkIns.save({ ...checkIn, finishedAt: now });
  await tx.events.append({ line: line.id, name: 'check-in-finished', at: now, data: { checkIn: checkIn.id } });
}

/** These answers are closed to the mentor from now on, and so are the messages they came in. */
export async function keepBack(tx: Stores, checkIn: CheckIn, headings: readonly string[]): Promise<void> {
  const fresh = (await tx.checkIns.get(checkIn.id)) ?? checkIn;
  const answers = fresh.answers.map((one) => ({ ...one, keptBack: one.keptBack || headings.includes(one.heading) }));
  await tx.checkIns.save({ ...fresh, answers });
  await tx.messages.markKeptBack(answers.filter((one) => one.keptBack).map((one) => one.message));
}

/** It went out and not a word came back. */
export function isUnanswered(checkIn: CheckIn): boolean {
  return checkIn.mood === null && checkIn.answers.length === 0;
}

/** They were asked nothing: it was begun to carry a word for the next visit, or a wish, to whoever reads the note. */
export function isOnlyAWord({ slot, mood, answers }: CheckIn): boolean {
  const isCarried = answers.length > 0 && answers.every(({ heading }) => heading === 'for-the-visit');
  return slot.startsWith(ASKED) && mood === null && isCarried;
}
