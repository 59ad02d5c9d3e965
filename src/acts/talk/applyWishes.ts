import {
  MINUTE_MS,
  later,
  type CheckIn,
  type ConcernId,
  type Event,
  type EventName,
  type Facts,
  type Line,
  type Message,
  type Roster,
  type TurnWish,
} from '../../vocabulary';
import { applyCheckInWish, isOfCheckIn, type CheckInWish } from '../check-in/applyCheckInWish';
import { openCheckIn } from '../check-in/checkInRecord';
import { answerSafeNow } from '../concern/answerSafeNow';
import type { ActContext } from '../context';
import { obeyNotThem } from '../line/obeyNotThem';
import { startTexts, stopTexts } from '../line/stopTexts';
import { planErrand } from '../planErrand';
import { makeCommitment } from '../promise/makeCommitment';
import type { Stores } from '../stores';
import { practitionersNamed, youngPersonOf } from '../who/findStaff';
import { peopleOf } from './limitsFacts';
import { passOnAnswer } from './passOnAnswer';
import { passOnRequest } from './passOnRequest';

export interface TurnDone {
  readonly line: Line;
  readonly burst: readonly Message[];
  readonly facts: Facts;
  /** The concern that this turn answers: what is promised and asked belongs to it. */
  readonly answered: ConcernId | null;
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
    const now = { ...turn, line, checkIn };
    if (isOfCheckIn(wish)) checkIn = await applyCheckInWish(ctx, tx, roster, now, wish);
    else line = await applyWish(ctx, tx, roster, now, wish);
  }
  return line;
}

async function applyWish(
  ctx: ActContext,
  tx: Stores,
  roster: Roster,
  turn: TurnDone,
  wish: Exclude<TurnWish, CheckInWish>,
): Promise<Line> {
  const { line } = turn;
  const note = (name: EventName, data: Event['data']) =>
    tx.events.append({ line: line.id, name, at: ctx.clock.now(), data });
  switch (wish.wish) {
    case 'limits-shown': {
      const { form, template, version } = wish;
      await note('limits-shown', { form, template, version, people: peopleOf(youngPersonOf(roster, line), roster) });
      return line;
    }
    case 'commit':
      await commit(ctx, tx, turn, wish);
      return line;
    case 'how-was-this-asked':
      await note('how-was-this-asked', { checkIn: turn.checkIn?.id ?? null });
      return line;
    case 'how-was-this-answered':
      await note('how-was-this-answered', { question: wish.question, answer: wish.answer, message: wish.message });
      return line;
    case 'telling-answered':
      await passOnAnswer(ctx, tx, roster, line, wish);
      return line;
    case 'safe-now-asked':
      await askSafeNow(ctx, tx, turn);
      return line;
    case 'safe-now-answered':
      await answerSafeNow(ctx, tx, roster, line, turn.burst, wish.answer);
      return line;
    case 'person-asked-for':
      await note('person-asked-for', {});
      await passOnRequest(ctx, tx, roster, line, turn);
      return line;
    case 'not-them':
      return obeyNotThem(ctx, tx, roster, line, wish.them === null ? null : practitionersNamed(roster, [wish.them]));
    case 'stop-texts':
      return stopTexts(ctx, tx, line, turn.burst[0] ?? null);
    case 'start-texts':
      return startTexts(ctx, tx, line);
    case 'prefer':
      await prefer(tx, roster, line, wish);
      return line;
    case 'dialog-restarted':
      await note('dialog-restarted', { dialog: wish.dialog });
      return line;
  }
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
      : (turn.facts.telling?.concern ?? turn.answered ?? concern?.id ?? turn.facts.concern?.id ?? null),
    what: wish.what,
    who: wish.who,
    dueAt: wish.by,
  });
}

/** A person's answer to a complaint or a wish about their data is promised whatever else is open. */
function isAboutNoConcern(wish: Extract<TurnWish, { wish: 'commit' }>): boolean {
  return wish.what === 'will-text';
}

async function askSafeNow(ctx: ActContext, tx: Stores, turn: TurnDone): Promise<void> {
  const delivery = turn.deliveries[0];
  const ids = new Set(turn.burst.map((one) => one.id));
  const open = await tx.concerns.openOf(turn.line.id);
  const concern =
    open.find((one) => one.id === turn.answered) ??
    open.find((one) => one.messages.some((id) => ids.has(id))) ??
    open[0];
  if (!concern || !delivery) return;
  const now = ctx.clock.now();
  await tx.concerns.save({ ...concern, safeNow: { askedAt: now, delivery, answer: null } });
  await planErrand(ctx, tx, {
    kind: 'safe-now-silence',
    subject: concern.id,
    line: turn.line.id,
    dueAt: later(now, SILENCE_MS),
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
