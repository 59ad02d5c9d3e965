import {
  earliest,
  later,
  type Concern,
  type EarlierWords,
  type IncomingMessage,
  type Level,
  type Line,
  type Message,
  type Roster,
} from '../../vocabulary';
import { raiseConcern } from '../concern/raiseConcern';
import { answerCounts, openQuestion } from '../concern/safeNow';
import { COMMIT_WITHIN_MS, type ActContext } from '../context';
import { planReading } from '../judge/askReader';
import { judgeMessage, NOTHING_READ, READ_BACK_MS, unassessed } from '../judge/judgeMessage';
import { hearWhoseHands } from '../line/hearWhoseHands';
import { obeyNotThem } from '../line/obeyNotThem';
import { sayTextsHaveEnded, startTexts, stopTexts } from '../line/stopTexts';
import { pageLeadPlainly } from '../say/pageLeadPlainly';
import type { Stores } from '../stores';
import { practitionersMeant, youngPersonOf } from '../who/findStaff';
import { spoolMessage } from './spoolMessage';

export type Received =
  /** Kept and judged; `level` is null when it could not be assessed. */
  | { readonly received: 'kept'; readonly line: string; readonly level: Level | null }
  /** The same provider id had come before: nothing was done again. */
  | { readonly received: 'again' }
  /** The record is away: sealed on disk, replayed later under the same provider id. */
  | { readonly received: 'spooled' };

/**
 * Keeps, judges and, when a human must know, tells: one transaction under the line's lock, committed before the
 * carrier gets its 200. When the record cannot commit in five seconds the message is spooled; only when the spool
 * fails too does this throw, so that the carrier uses its fallback address.
 */
export function receiveMessage(ctx: ActContext, incoming: IncomingMessage): Promise<Received> {
  return receiveUnless<never>(ctx, incoming, () => Promise.resolve(null));
}

/**
 * The same, unless `findElse` finds, in the same transaction, that it is no young person's: then nothing is kept here, and
 * what it found comes back. While the record is away nothing is found, and what came is spooled.
 */
export async function receiveUnless<Else>(
  ctx: ActContext,
  incoming: IncomingMessage,
  findElse: (tx: Stores) => Promise<Else | null>,
): Promise<Received | Else> {
  let outcome: KeptOutcome | { readonly found: Else };
  try {
    outcome = await ctx.record.transaction((tx) => keepAndJudge(ctx, tx, incoming, findElse), {
      timeoutMs: COMMIT_WITHIN_MS,
    });
  } catch (error) {
    ctx.log.error({ error, provider: incoming.provider }, 'the record did not commit a message: spooling it');
    await spoolMessage(ctx, incoming);
    return { received: 'spooled' };
  }
  if ('found' in outcome) return outcome.found;
  if (!outcome.fresh) return { received: 'again' };
  const wait = Math.max(0, Date.parse(outcome.turnDueAt) - Date.parse(ctx.clock.now()));
  ctx.nudge({ kind: 'turn', id: outcome.line, afterMs: wait });
  return { received: 'kept', line: outcome.line, level: outcome.level };
}

type KeptOutcome =
  | { readonly fresh: false }
  | { readonly fresh: true; readonly line: string; readonly level: Level | null; readonly turnDueAt: string };

async function keepAndJudge<Else>(
  ctx: ActContext,
  tx: Stores,
  incoming: IncomingMessage,
  findElse: (tx: Stores) => Promise<Else | null>,
): Promise<KeptOutcome | { readonly found: Else }> {
  const now = ctx.clock.now();
  const { sender } = incoming;
  // Asked together, here and below: a message spends most of its time waiting for the record.
  const [found, known] = await Promise.all([
    findElse(tx),
    sender.by === 'phone' ? tx.lines.lockByPhone(sender.phone) : null,
  ]);
  if (found !== null) return { found };
  const newId = ctx.ids.next();
  const line = known ?? (await tx.lines.lockFor(sender, now, newId));
  const wanted = messageOf(ctx, line, incoming);
  const keeping = tx.messages.keep(wanted);
  const beside = readBeside(tx, wanted);
  // Heard where judging awaits it: what cannot be read leaves the message to a human, and never loses it.
  beside.catch(() => undefined);
  const { message, fresh } = await keeping;
  if (!fresh) {
    await tx.events.append({ line: line.id, name: 'message-received-again', at: now, data: { message: message.id } });
    return { fresh: false };
  }
  await tx.events.append({
    line: line.id,
    name: 'message-received',
    at: now,
    data: {
      message: message.id,
      channel: message.channel,
      kind: message.kind,
      seq: message.seq,
      optOut: incoming.optOut,
    },
  });
  const heard: Line = {
    ...line,
    lastSeq: message.seq,
    lastHeardAt: incoming.receivedAt,
    lastChannel: replyChannel(line, incoming),
  };
  const judged = await tx.savepoint(async () => judge(ctx, tx, heard, message, await beside));
  if (!judged.ok) await leaveToAHuman(ctx, tx, heard, message, judged.error);
  const level = judged.ok ? judged.value.level : null;
  const optOut = await obeyOptOut(ctx, tx, judged.ok ? judged.value.line : heard, message, incoming);
  const waiting = { ...optOut, ...turnTimes(ctx, optOut, incoming, level) };
  await tx.lines.save(waiting);
  await planReading(ctx, tx, message);
  return { fresh: true, line: line.id, level, turnDueAt: waiting.turnDueAt };
}

function messageOf(ctx: ActContext, line: Line, incoming: IncomingMessage): Message {
  return {
    id: ctx.ids.next(),
    line: line.id,
    seq: line.lastSeq + 1,
    provider: incoming.provider,
    providerId: incoming.providerId,
    channel: incoming.channel,
    kind: incoming.kind,
    text: incoming.text,
    receivedAt: incoming.receivedAt,
    unreadable: false,
    keptBack: false,
  };
}

/** A call is answered by voice itself; what we write afterwards goes where they last wrote. */
function replyChannel(line: Line, incoming: IncomingMessage): Line['lastChannel'] {
  return incoming.channel === 'voice' ? line.lastChannel : incoming.channel;
}

/** What a message is judged beside. */
interface Beside {
  readonly roster: Roster;
  readonly open: readonly Concern[];
  readonly before: readonly EarlierWords[];
}

async function readBeside(tx: Stores, { line, receivedAt, seq }: Message): Promise<Beside> {
  const [roster, open, before] = await Promise.all([
    tx.roster.snapshot(),
    tx.concerns.openOf(line),
    tx.messages.since(line, later(receivedAt, -READ_BACK_MS), seq),
  ]);
  return { roster, open, before };
}

async function judge(
  ctx: ActContext,
  tx: Stores,
  line: Line,
  message: Message,
  { roster, open, before }: Beside,
): Promise<{ readonly line: Line; readonly level: Level | null }> {
  const question = await openQuestion(tx, open);
  const asked = answerCounts(question, message.receivedAt) ? 'safe-now' : null;
  const { assessment, concern } = await judgeMessage(ctx, tx, roster, line, { message, before, asked });
  if (isOpenedBy(message, concern) && cannotBeTexted(line)) await sayTextsHaveEnded(ctx, tx, line, message.receivedAt);
  const unwanted = practitionersMeant(roster, youngPersonOf(roster, line), assessment?.notThem ?? []);
  const obeyed = concern && unwanted.length > 0 ? await obeyNotThem(ctx, tx, roster, line, unwanted) : line;
  const heard = await hearWhoseHands(ctx, tx, roster, obeyed, message, assessment ?? NOTHING_READ);
  return { line: heard, level: concern?.level ?? assessment?.level ?? null };
}

/** Only the second safe way is left from the first minute, when texts had ended before they disclosed. */
function cannotBeTexted({ stoppedAt, notTheirsAt }: Line): boolean {
  return stoppedAt !== null || notTheirsAt !== null;
}

/** What is immediate has shorter clocks than that pathway, and asks everybody. */
function isOpenedBy(message: Message, concern: Concern | null): boolean {
  return concern?.level === 'urgent' && concern.messages[0] === message.id;
}

/**
 * The message stays whatever broke: marked as left with a human, by its own pathway; and when opening that breaks
 * too, the duty lead is paged by a fixed step that asks nothing of detection or escalation.
 */
async function leaveToAHuman(ctx: ActContext, tx: Stores, line: Line, message: Message, error: unknown): Promise<void> {
  ctx.log.error({ error, message: message.id, line: line.id }, 'a message could not be assessed');
  await tx.messages.markUnreadable(message.id);
  await tx.events.append({
    line: line.id,
    name: 'message-could-not-be-assessed',
    at: ctx.clock.now(),
    data: { message: message.id },
  });
  const raised = await tx.savepoint(async () => {
    const roster = await tx.roster.snapshot();
    return raiseConcern(ctx, tx, roster, unassessed(line, message));
  });
  if (raised.ok) return;
  ctx.log.error({ error: raised.error, message: message.id }, 'no concern could be opened: the lead is paged plainly');
  await pageLeadPlainly(ctx, tx, 'left-to-you');
}

async function obeyOptOut(
  ctx: ActContext,
  tx: Stores,
  line: Line,
  message: Message,
  incoming: IncomingMessage,
): Promise<Line> {
  if (incoming.optOut === 'stop') return stopTexts(ctx, tx, line, message);
  if (incoming.optOut === 'start') return startTexts(ctx, tx, line);
  return line;
}

/** Waits for quiet after the last words, but never longer than a burst may last; danger is answered at once. */
function turnTimes(
  ctx: ActContext,
  line: Line,
  incoming: IncomingMessage,
  level: Level | null,
): { burstStartedAt: string; turnDueAt: string } {
  const now = ctx.clock.now();
  const burstStartedAt = line.burstStartedAt ?? now;
  const quietMs = incoming.channel === 'web' ? ctx.burst.webQuietMs : ctx.burst.smsQuietMs;
  if (level === 'immediate') return { burstStartedAt, turnDueAt: now };
  const turnDueAt = earliest(later(now, quietMs), later(burstStartedAt, ctx.burst.longestMs)) ?? now;
  return { burstStartedAt, turnDueAt };
}
