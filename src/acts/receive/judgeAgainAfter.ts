import {
  highest,
  later,
  msBetween,
  type KeptAssessment,
  type Level,
  type Line,
  type Message,
  type Roster,
} from '../../vocabulary';
import type { ActContext } from '../context';
import { STILL_AN_ANSWER_MS } from '../judge/askReader';
import { assessFor } from '../judge/assessFor';
import { judgeMessage, READ_BACK_MS } from '../judge/judgeMessage';
import { seesMore } from '../judge/seesMore';
import type { Stores } from '../stores';
import { judgeBurst } from '../talk/judgeBurst';
import { youngPersonOf } from '../who/findStaff';

/** What was heard in the later messages now: how much, and up to where the line still counts as answered. */
export interface HeardAgain {
  readonly level: Level;
  readonly answeredSeq: number;
}

/**
 * What came after a message that is kept late was judged without it: it is judged again, with the message in its place
 * before it. Only more counts: no verdict goes down. Those that would have been one burst with it and are answered already
 * are judged joined with it too, as the others will be with their turn. Where more is heard, the young person hears what was
 * passed on: those messages are answered once more, unless they are too old for an answer, for then a human speaks to them.
 */
export async function judgeAgainAfter(ctx: ActContext, tx: Stores, line: Line, late: Message): Promise<HeardAgain> {
  const since = later(late.receivedAt, -READ_BACK_MS);
  const readVerdicts = () => tx.messages.assessmentsSince(line.id, since);
  const [roster, all, verdicts] = await Promise.all([
    tx.roster.snapshot(),
    tx.messages.allSince(line.id, since),
    readVerdicts(),
  ]);
  const after = all.slice(all.findIndex(({ id }) => id === late.id) + 1);
  const raised: Message[] = [];
  let level: Level = 'none';
  for (const message of after.filter(({ text }) => text !== '')) {
    const before = all.slice(0, all.indexOf(message)).filter((one) => isReadWith(message, one));
    if (!saysMore(ctx, roster, line, message, before, verdicts)) continue;
    const { assessment } = await judgeMessage(ctx, tx, roster, line, { message, before, asked: null });
    level = highest(level, assessment?.level ?? 'none');
    raised.push(message);
  }
  const answered = after.filter((one) => one.seq <= line.answeredSeq && isOfOneBurst(ctx, late, one));
  if (answered.length > 0) {
    const burst = [late, ...answered];
    const parts = (await readVerdicts()).filter((one) => burst.some(({ id }) => id === one.message));
    const whole = await judgeBurst(ctx, tx, roster, line, burst);
    if (whole !== null && seesMore(parts, whole)) {
      level = highest(level, whole.level);
      raised.push(...answered);
    }
  }
  return { level, answeredSeq: answeredBefore(ctx, line, raised) };
}

/** Whether a later message, behind these earlier ones, says more than it was judged to say without the late one. */
function saysMore(
  ctx: ActContext,
  roster: Roster,
  line: Line,
  message: Message,
  before: readonly Message[],
  verdicts: readonly KeptAssessment[],
): boolean {
  const words = before.map(({ text }) => text).filter((text) => text !== '');
  const person = youngPersonOf(roster, line);
  const own = verdicts.filter((one) => one.message === message.id && one.by === 'rules');
  return seesMore(own, assessFor(ctx, roster, person, { text: message.text, before: words }));
}

function answeredBefore(ctx: ActContext, line: Line, raised: readonly Message[]): number {
  const now = ctx.clock.now();
  const fresh = raised.filter(({ receivedAt }) => msBetween(receivedAt, now) <= STILL_AN_ANSWER_MS);
  return Math.min(line.answeredSeq, ...fresh.map(({ seq }) => seq - 1));
}

function isReadWith(message: Message, earlier: Message): boolean {
  return msBetween(earlier.receivedAt, message.receivedAt) <= READ_BACK_MS;
}

function isOfOneBurst(ctx: ActContext, first: Message, other: Message): boolean {
  return msBetween(first.receivedAt, other.receivedAt) <= ctx.burst.longestMs;
}
