import {
  atLeast,
  earliest,
  HOUR_MS,
  later,
  MINUTE_MS,
  msBetween,
  SECOND_MS,
  type Asked,
  type Errand,
  type Line,
  type Message,
  type Reading,
  type Roster,
  type ToRead,
} from '../../vocabulary';
import type { ActContext } from '../context';
import { planErrand } from '../planErrand';
import type { Stores } from '../stores';
import { youngPersonOf } from '../who/findStaff';
import { READ_BACK_MS } from './judgeMessage';
import { peopleToMask } from './peopleToMask';
import { raiseFromReader } from './raiseFromReader';
import { seesMore } from './seesMore';

/** A model that gives no answer is asked again, ever less often, for this long after the message came. */
const GIVE_UP_AFTER_MS = HOUR_MS;
const FIRST_PAUSE_MS = 5 * SECOND_MS;
const LONGEST_PAUSE_MS = 10 * MINUTE_MS;
/** Earlier messages shown beside the one that is read. */
const MOST_BEFORE = 10;

interface Question {
  readonly errand: Errand;
  readonly message: Message;
  readonly toRead: ToRead;
}

/** A kept message is to be read again, once it is committed; only where a model is configured and approved. */
export async function planReading(ctx: ActContext, tx: Stores, message: Message): Promise<void> {
  if (ctx.reader === null || message.text === '') return;
  const { organisation } = await tx.roster.snapshot();
  if (organisation.modelApproval === null) return;
  const dueAt = ctx.clock.now();
  await planErrand(ctx, tx, { kind: 'reader', subject: message.id, line: message.line, dueAt });
}

/**
 * Has one message read again, outside any transaction, and takes up what the reader saw beyond the rules. Idempotent
 * by message and reader version; whenever an answer comes it counts, and without one the rules' verdict stands.
 */
export async function askReader(ctx: ActContext, errand: string): Promise<void> {
  const question = await ctx.record.transaction((tx) => loadQuestion(ctx, tx, errand));
  if (question === null || ctx.reader === null) return;
  const asked = await ctx.reader.read(question.toRead);
  await ctx.record.transaction((tx) => hear(ctx, tx, question, asked));
}

/** Null when there is nothing to ask, or nobody may be asked any more: the errand is then done. */
async function loadQuestion(ctx: ActContext, tx: Stores, id: string): Promise<Question | null> {
  const errand = await tx.errands.get(id);
  if (!errand || errand.doneAt !== null || errand.dueAt > ctx.clock.now()) return null;
  const roster = await tx.roster.snapshot();
  const message = await tx.messages.get(errand.subject);
  const approved = ctx.reader !== null && roster.organisation.modelApproval !== null;
  const known = ctx.reader && (await tx.readings.get('message', errand.subject, ctx.reader.version));
  if (!approved || known || !message || message.text === '') {
    await tx.errands.done(id, ctx.clock.now());
    return null;
  }
  const line = await tx.lines.read(message.line);
  const before = await tx.messages.since(line.id, later(message.receivedAt, -READ_BACK_MS), message);
  const texts = before.map((one) => one.text).filter((text) => text !== '');
  const people = peopleToMask(roster, youngPersonOf(roster, line));
  return { errand, message, toRead: { text: message.text, before: texts.slice(-MOST_BEFORE), people } };
}

async function hear(ctx: ActContext, tx: Stores, question: Question, asked: Asked<Reading>): Promise<void> {
  const now = ctx.clock.now();
  const { message } = question;
  const line = await tx.lines.lock(message.line);
  const errand = await tx.errands.lock(question.errand.id);
  if (!errand || ctx.reader === null) return;
  if (isWorthAskingAgain(asked) && msBetween(message.receivedAt, now) < GIVE_UP_AFTER_MS) {
    return tx.errands.postpone(errand.id, later(now, pauseMs(message, now)));
  }
  await tx.errands.done(errand.id, now);
  const { version } = ctx.reader;
  const answer = JSON.stringify({ found: asked.found, answer: asked.answer });
  const kept = { subject: message.id, line: line.id, what: 'message', version, at: now, answer } as const;
  if (!(await tx.readings.add({ ...kept, ended: asked.ended, tokens: asked.tokens }))) return;
  const reading = asked.found && quoted(asked.found);
  await tx.events.append({
    line: line.id,
    name: 'message-read-again',
    at: now,
    data: { message: message.id, reader: version, ended: asked.ended, level: reading?.level ?? null },
  });
  const roster = await tx.roster.snapshot();
  if (reading && (await seesMoreThanRules(tx, line, message, reading)))
    await raise(ctx, tx, roster, line, message, reading);
}

/** A reading whose words do not stand in the message is none. */
function quoted(reading: Reading): Reading | null {
  return reading.span !== null && atLeast(reading.level, 'worry') ? reading : null;
}

async function seesMoreThanRules(tx: Stores, line: Line, message: Message, reading: Reading): Promise<boolean> {
  const all = await tx.messages.assessmentsSince(line.id, message.receivedAt);
  const own = all.filter((one) => one.message === message.id && one.by === 'rules');
  return seesMore(own, reading);
}

async function raise(
  ctx: ActContext,
  tx: Stores,
  roster: Roster,
  line: Line,
  message: Message,
  reading: Reading,
): Promise<void> {
  const raised = await raiseFromReader(ctx, tx, roster, { line, message, reading });
  if (raised) await tx.lines.save(answerWithIt(line, message, reading, ctx.clock.now()));
}

/** So long after their text a young person is still answered to it (the class `answer` of the house style). */
export const STILL_AN_ANSWER_MS = 10 * MINUTE_MS;

/**
 * The young person hears what was passed on: danger at once; a burst that waits is answered with what is known now;
 * one just answered is taken up again, unless they have gone on since, for then a human speaks to them.
 */
function answerWithIt(line: Line, message: Message, { level }: Reading, now: string): Line {
  const waits = message.seq > line.answeredSeq && line.turnDueAt !== null;
  if (waits) return { ...line, turnDueAt: level === 'immediate' ? earliest(line.turnDueAt, now) : line.turnDueAt };
  const isLast = message.seq === line.lastSeq;
  if (!isLast || msBetween(message.receivedAt, now) > STILL_AN_ANSWER_MS) return line;
  return { ...line, answeredSeq: message.seq - 1, burstStartedAt: message.receivedAt, turnDueAt: now };
}

function isWorthAskingAgain({ ended }: Asked<unknown>): boolean {
  return ended === 'too-slow' || ended === 'busy' || ended === 'failed';
}

/** As long again as it has been waiting: nobody has to count the tries. */
function pauseMs(message: Message, now: string): number {
  return Math.min(Math.max(msBetween(message.receivedAt, now), FIRST_PAUSE_MS), LONGEST_PAUSE_MS);
}
