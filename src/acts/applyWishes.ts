import { noteDueAt } from '../rota';
import {
  MINUTE_MS,
  later,
  type CheckIn,
  type Facts,
  type Line,
  type Message,
  type Roster,
  type TurnWish,
} from '../vocabulary';
import { answerSafeNow } from './answerSafeNow';
import type { ActContext } from './context';
import { planDraft } from './draftNote';
import { youngPersonOf } from './findStaff';
import { peopleOf } from './limitsFacts';
import { localDate } from './localDates';
import { makeCommitment } from './makeCommitment';
import { obeyNotThem } from './obeyNotThem';
import { passOnAnswer } from './passOnAnswer';
import { passOnRequest } from './passOnRequest';
import type { Stores } from './stores';
import { startTexts, stopTexts } from './stopTexts';

export interface TurnDone {
  readonly line: Line;
  readonly burst: readonly Message[];
  readonly facts: Facts;
  readonly checkIn: CheckIn | null;
  readonly deliveries: readonly string[];
  readonly wishes: readonly TurnWish[];
}

/** How long "safe now?" may stay unanswered before a human reads at once. */
const SILENCE_MS = 20 * MINUTE_MS;

/** Records what a turn wished for, in the transaction that saves its state. Returns the line as it is afterwards. */
export async function applyWishes(ctx: ActContext, tx: Stores, roster: Roster, turn: TurnDone): Promise<Line> {
  let line = turn.line;
  let checkIn = turn.checkIn ?? (await openCheckIn(tx, turn.line));
  for (const wish of turn.wishes) {
    const at = ctx.clock.now();
    const note = (
      name: Parameters<Stores['events']['append']>[0]['name'],
      data: Record<string, string | number | boolean | null>,
    ) => tx.events.append({ line: line.id, name, at, data });
    switch (wish.wish) {
      case 'limits-shown':
        await note('limits-shown', {
          form: wish.form,
          template: wish.template,
          version: wish.version,
          people: peopleOf(youngPersonOf(roster, line), roster),
        });
        break;
      case 'commit':
        await commit(ctx, tx, turn, wish);
        break;
      case 'check-in-started':
        checkIn = checkIn ?? (await startAskedCheckIn(ctx, tx, roster, line));
        break;
      case 'mood':
        if (checkIn) {
          checkIn = { ...checkIn, mood: wish.mood };
          await tx.checkIns.save(checkIn);
          await note('check-in-answered', { checkIn: checkIn.id, heading: 'mood' });
        }
        break;
      case 'answer':
        if (checkIn) {
          await tx.checkIns.addAnswer(checkIn.id, wish.answer);
          await note('check-in-answered', { checkIn: checkIn.id, heading: wish.answer.heading });
        }
        break;
      case 'keep-back':
        checkIn = checkIn ?? (await unsentCheckIn(tx, line));
        if (checkIn) await keepBack(tx, checkIn, wish.headings);
        break;
      case 'check-in-finished':
        if (checkIn) await finishCheckIn(ctx, tx, checkIn, line);
        break;
      case 'telling-answered':
        await passOnAnswer(ctx, tx, roster, line, wish);
        break;
      case 'safe-now-asked':
        await askSafeNow(ctx, tx, turn);
        break;
      case 'safe-now-answered':
        await answerSafeNow(ctx, tx, roster, line, turn.burst, wish.answer);
        break;
      case 'person-asked-for':
        await note('person-asked-for', {});
        await passOnRequest(ctx, tx, roster, line, turn);
        break;
      case 'word-for-the-visit':
        checkIn = checkIn ?? (await unsentCheckIn(tx, line)) ?? (await startAskedCheckIn(ctx, tx, roster, line));
        if (checkIn) {
          const answer = {
            heading: 'for-the-visit',
            words: wish.words,
            message: wish.message,
            keptBack: false,
          } as const;
          await tx.checkIns.addAnswer(checkIn.id, answer);
        }
        break;
      case 'not-them':
        line = await obeyNotThem(ctx, tx, roster, line, wish.undo);
        break;
      case 'stop-texts':
        line = await stopTexts(ctx, tx, line, turn.burst[0] ?? null);
        break;
      case 'start-texts':
        line = await startTexts(ctx, tx, line);
        break;
      case 'prefer':
        await prefer(tx, roster, line, wish);
        break;
      case 'dialog-restarted':
        await note('dialog-restarted', { dialog: wish.dialog });
        break;
    }
  }
  return line;
}

async function commit(
  ctx: ActContext,
  tx: Stores,
  turn: TurnDone,
  wish: Extract<TurnWish, { wish: 'commit' }>,
): Promise<void> {
  const concern = (await tx.concerns.openOf(turn.line.id)).find((one) =>
    one.messages.includes(turn.burst[0]?.id ?? ''),
  );
  await makeCommitment(ctx, tx, {
    line: turn.line.id,
    concern: isAboutNoConcern(wish)
      ? null
      : (turn.facts.telling?.concern ?? concern?.id ?? turn.facts.concern?.id ?? null),
    what: wish.what,
    who: wish.who,
    dueAt: wish.by,
  });
}

/** A person's answer to a complaint or a wish about their data is promised whatever else is open. */
function isAboutNoConcern(wish: Extract<TurnWish, { wish: 'commit' }>): boolean {
  return wish.what === 'will-text';
}

/** The check-in that is going on, if one is: started, not finished, in the conversation now open. */
async function openCheckIn(tx: Stores, line: Line): Promise<CheckIn | null> {
  if (!line.youngPerson) return null;
  const [latest] = await tx.checkIns.latestOf(line.youngPerson, 1);
  return latest && latest.finishedAt === null ? latest : null;
}

/** A finished check-in whose note has not gone out: until then the young person may still change what it says. */
async function unsentCheckIn(tx: Stores, line: Line): Promise<CheckIn | null> {
  if (!line.youngPerson) return null;
  const [latest] = await tx.checkIns.latestOf(line.youngPerson, 1);
  if (!latest) return null;
  const sent = await tx.events.latest(line.id, 'note-sent', { checkIn: latest.id });
  return sent ? null : latest;
}

async function startAskedCheckIn(ctx: ActContext, tx: Stores, roster: Roster, line: Line): Promise<CheckIn | null> {
  if (!line.youngPerson) return null;
  const now = ctx.clock.now();
  const checkIn: CheckIn = {
    id: ctx.ids.next(),
    youngPerson: line.youngPerson,
    date: localDate(now, roster.organisation.timeZone),
    slot: `asked ${now}`,
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
  await tx.errands.add({ id: ctx.ids.next(), kind: 'note', subject: checkIn.id, line: line.id, dueAt, doneAt: null });
  await planDraft(ctx, tx, checkIn, line, dueAt);
}

async function finishCheckIn(ctx: ActContext, tx: Stores, checkIn: CheckIn, line: Line): Promise<void> {
  const now = ctx.clock.now();
  await tx.checkIns.save({ ...checkIn, finishedAt: now });
  await tx.events.append({ line: line.id, name: 'check-in-finished', at: now, data: { checkIn: checkIn.id } });
}

async function keepBack(tx: Stores, checkIn: CheckIn, headings: readonly string[]): Promise<void> {
  const fresh = (await tx.checkIns.get(checkIn.id)) ?? checkIn;
  const answers = fresh.answers.map((one) => ({ ...one, keptBack: one.keptBack || headings.includes(one.heading) }));
  await tx.checkIns.save({ ...fresh, answers });
  await tx.messages.markKeptBack(answers.filter((one) => one.keptBack).map((one) => one.message));
}

async function askSafeNow(ctx: ActContext, tx: Stores, turn: TurnDone): Promise<void> {
  const delivery = turn.deliveries[0];
  const ids = new Set(turn.burst.map((one) => one.id));
  const open = await tx.concerns.openOf(turn.line.id);
  const concern = open.find((one) => one.messages.some((id) => ids.has(id))) ?? open[0];
  if (!concern || !delivery) return;
  const now = ctx.clock.now();
  await tx.concerns.save({ ...concern, safeNow: { askedAt: now, delivery, answer: null } });
  await tx.errands.add({
    id: ctx.ids.next(),
    kind: 'safe-now-silence',
    subject: concern.id,
    line: turn.line.id,
    dueAt: later(now, SILENCE_MS),
    doneAt: null,
  });
}

async function prefer(
  tx: Stores,
  roster: Roster,
  line: Line,
  wish: Extract<TurnWish, { wish: 'prefer' }>,
): Promise<void> {
  const person = youngPersonOf(roster, line);
  if (!person) return;
  const language = wish.language ?? person.language;
  await tx.roster.saveYoungPerson({ ...person, language, style: wish.style ?? person.style });
}
