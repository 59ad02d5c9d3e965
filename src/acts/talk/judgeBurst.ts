import {
  atLeast,
  highest,
  tellsAnew,
  type Assessment,
  type Level,
  type Line,
  type Message,
  type Roster,
  type YoungPerson,
} from '../../vocabulary';
import { raiseConcern } from '../concern/raiseConcern';
import type { ActContext } from '../context';
import { assessFor } from '../judge/assessFor';
import { keepAssessment, unassessed, whatMustBeRaised } from '../judge/judgeMessage';
import type { Stores } from '../stores';
import { youngPersonOf } from '../who/findStaff';

/**
 * The joined burst judged again, for what only shows when its parts stand together. The highest of the parts and of
 * the whole stands: joining never lowers.
 */
export async function judgeBurst(
  ctx: ActContext,
  tx: Stores,
  roster: Roster,
  line: Line,
  burst: readonly Message[],
): Promise<Assessment | null> {
  const first = burst[0];
  const last = burst[burst.length - 1];
  if (!first || !last) return null;
  const parts = (await tx.messages.assessmentsSince(line.id, first.receivedAt)).filter((one) =>
    burst.some((message) => message.id === one.message),
  );
  const top = together(parts);
  const words = burst.filter((one) => one.text !== '');
  if (words.length < 2) return top;
  const person = youngPersonOf(roster, line);
  const text = words.map((one) => one.text).join('\n');
  const whole = tryToAssess(ctx, roster, person, text);
  if (!whole) {
    await raiseConcern(ctx, tx, roster, unassessed(line, last));
    return top;
  }
  if (top && atLeast(top.level, whole.level)) return { ...top, weak: top.weak && !isPlainly(top.level, whole) };
  await keepAssessment(ctx, tx, line, { message: last, assessment: whole, of: 'burst' });
  const raise = whatMustBeRaised(line, last, whole, person);
  if (raise) await raiseConcern(ctx, tx, roster, raise);
  return whole;
}

/**
 * The highest of the parts; of those as high one that tells anything anew, then one that says it plainly: nobody who was
 * hinted at a moment before they said it is answered "we may have got this wrong". With it whatever of more than a worry
 * the others told: each kind has its own line in the answer.
 */
function together(parts: readonly Assessment[]): Assessment | null {
  const level = highest(...parts.map((one) => one.level));
  const weight = (one: Assessment): number => Number(tellsAnew(one)) * 2 + Number(!one.weak);
  const [top] = parts.filter((one) => one.level === level).sort((a, b) => weight(b) - weight(a));
  if (!top) return null;
  const told = parts.filter((one) => atLeast(one.level, 'urgent')).flatMap((one) => one.kinds);
  return { ...top, kinds: [...new Set([...top.kinds, ...told])] };
}

/** Not on weak evidence alone. */
function isPlainly(level: Level, { level: heard, weak }: Assessment): boolean {
  return heard === level && !weak;
}

/** Null when a rule broke on the joined words: the parts were judged one by one, and a human reads the whole. */
function tryToAssess(ctx: ActContext, roster: Roster, person: YoungPerson | null, text: string): Assessment | null {
  try {
    return assessFor(ctx, roster, person, { text, before: [] });
  } catch (error) {
    ctx.log.error({ error }, 'a burst could not be assessed');
    return null;
  }
}
