import {
  earliest,
  highest,
  later,
  type Concern,
  type EarlierWords,
  type IncomingMessage,
  type Level,
  type Line,
  type Message,
  type Roster,
} from '../../vocabulary';
import { answerCounts, openQuestion } from '../concern/safeNow';
import type { ActContext } from '../context';
import { planReading } from '../judge/askReader';
import { judgeMessage, NOTHING_READ, READ_BACK_MS } from '../judge/judgeMessage';
import { hasHeardLater } from '../line/hasHeardLater';
import { hearWhoseHands } from '../line/hearWhoseHands';
import { obeyNotThem } from '../line/obeyNotThem';
import { sayTextsHaveEnded, startTexts, stopTexts } from '../line/stopTexts';
import type { Stores } from '../stores';
import { practitionersMeant, youngPersonOf } from '../who/findStaff';
import { judgeAgainAfter } from './judgeAgainAfter';
import { leaveToAHuman } from './leaveToAHuman';

/** What became of a message under its line's lock. Not fresh: its provider id had come before. */
export type KeptOutcome =
  | { readonly fresh: false }
  | { readonly fresh: true; readonly line: string; readonly level: Level | null; readonly turnDueAt: string };

/**
 * Keeps and judges under the line's lock, unless `findElse` finds that it is no young person's. One that comes late, for it
 * was on a disk while what they wrote next was kept, stands where it came: judged by what came before it; those after it
 * are judged again; and what they said since in words that switch something (STOP, a check word) is not undone by it.
 */
export async function keepMessage<Else>(
  ctx: ActContext,
  tx: Stores,
  incoming: IncomingMessage,
  findElse: (tx: Stores) => Promise<Else | null>,
): Promise<KeptOutcome | { readonly found: Else }> {
  const now = ctx.clock.now();
  const { sender } = incoming;
  // Question together, here and below: a message spends most of its time waiting for the record.
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
  await noteReceived(ctx, tx, message, incoming);
  const heard = lineThatHeard(line, message, incoming);
  const judged = await tx.savepoint(async () => judge(ctx, tx, heard, message, await beside));
  if (!judged.ok) await leaveToAHuman(ctx, tx, heard, message, judged.error);
  const own = judged.ok ? judged.value : { line: heard, level: null };
  const { line: whole, level } = hasHeardLater(line, message) ? await hearLaterOnes(ctx, tx, own, message) : own;
  const optOut = await obeyOptOut(ctx, tx, whole, message, incoming);
  const waiting = { ...optOut, ...turnTimes(ctx, optOut, incoming, level) };
  await tx.lines.save(waiting);
  await planReading(ctx, tx, message);
  return { fresh: true, line: line.id, level, turnDueAt: waiting.turnDueAt };
}

/** The message as it is kept on this line, behind what stands there. */
export function messageOf(ctx: ActContext, line: Line, incoming: IncomingMessage): Message {
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

/** The chain says that it came, and how. */
export async function noteReceived(
  ctx: ActContext,
  tx: Stores,
  { id: message, line, channel, kind, seq }: Message,
  { optOut }: IncomingMessage,
): Promise<void> {
  const data = { message, channel, kind, seq, optOut };
  await tx.events.append({ line, name: 'message-received', at: ctx.clock.now(), data });
}

/** The line with this message on it. One that comes late changes neither when it last heard nor where it answers. */
export function lineThatHeard(line: Line, message: Message, incoming: IncomingMessage): Line {
  const heard = { ...line, lastSeq: message.seq };
  if (hasHeardLater(line, message)) return heard;
  return { ...heard, lastHeardAt: message.receivedAt, lastChannel: replyChannel(line, incoming) };
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

async function readBeside(tx: Stores, message: Message): Promise<Beside> {
  const { line, receivedAt } = message;
  const [roster, open, before] = await Promise.all([
    tx.roster.snapshot(),
    tx.concerns.openOf(line),
    tx.messages.since(line, later(receivedAt, -READ_BACK_MS), message),
  ]);
  return { roster, open, before };
}

async function judge(
  ctx: ActContext,
  tx: Stores,
  line: Line,
  message: Message,
  { roster, open, before }: Beside,
): Promise<Judged> {
  const question = await openQuestion(tx, open);
  const asked = answerCounts(question, message.receivedAt)
    ? 'safe-now'
    : ctx.questionOf(line.conversation, message.receivedAt);
  const { assessment, concern } = await judgeMessage(ctx, tx, roster, line, { message, before, asked });
  if (isOpenedBy(message, concern) && cannotBeTexted(line)) await sayTextsHaveEnded(ctx, tx, line, message.receivedAt);
  const unwanted = practitionersMeant(roster, youngPersonOf(roster, line), assessment?.notThem ?? []);
  const obeyed = concern && unwanted.length > 0 ? await obeyNotThem(ctx, tx, roster, line, unwanted) : line;
  const heard = await hearWhoseHands(ctx, tx, roster, obeyed, message, assessment ?? NOTHING_READ);
  return { line: heard, level: concern?.level ?? assessment?.level ?? null };
}

/** What a message left behind: its line, and how much it says; null: nobody could tell. */
interface Judged {
  readonly line: Line;
  readonly level: Level | null;
}

/** Where judging the later ones again breaks, a human reads the message they are to be read behind. */
async function hearLaterOnes(ctx: ActContext, tx: Stores, { line, level }: Judged, late: Message): Promise<Judged> {
  const again = await tx.savepoint(() => judgeAgainAfter(ctx, tx, line, late));
  if (again.ok) {
    const { answeredSeq } = again.value;
    return { line: { ...line, answeredSeq }, level: level && highest(level, again.value.level) };
  }
  await leaveToAHuman(ctx, tx, line, late, again.error);
  return { line, level };
}

/** Only the second safe way is left from the first minute, when texts had ended before they disclosed. */
function cannotBeTexted({ stoppedAt, notTheirsAt }: Line): boolean {
  return stoppedAt !== null || notTheirsAt !== null;
}

/** What is immediate has shorter clocks than that pathway, and asks everybody. */
function isOpenedBy(message: Message, concern: Concern | null): boolean {
  return concern?.level === 'urgent' && concern.messages[0] === message.id;
}

async function obeyOptOut(
  ctx: ActContext,
  tx: Stores,
  line: Line,
  message: Message,
  incoming: IncomingMessage,
): Promise<Line> {
  const { optOut } = incoming;
  if (optOut !== 'stop' && optOut !== 'start') return line;
  if (hasHeardLater(line, message) && (await hasSwitchedSince(tx, message))) return line;
  return optOut === 'stop' ? stopTexts(ctx, tx, line, message) : startTexts(ctx, tx, line);
}

/** Whether a STOP or START came after this message: the last word stands, in whatever order they were kept. */
async function hasSwitchedSince(tx: Stores, { line, receivedAt }: Message): Promise<boolean> {
  for (const optOut of ['stop', 'start'] as const) {
    const said = await tx.events.latest(line, 'message-received', { optOut });
    const message = said && (await tx.messages.get(String(said.data['message'])));
    if (message && message.receivedAt > receivedAt) return true;
  }
  return false;
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
