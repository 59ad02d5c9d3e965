import { raiseCase } from '../../escalation';
import type { Concern, Instant, Level, Line, Message, Roster } from '../../vocabulary';
import type { ActContext } from '../context';
import type { Stores } from '../stores';
import { staffingNow } from '../who/staffingNow';
import { applyOutcome } from './applyOutcome';
import { waitingForAnswer } from './safeNow';

/**
 * What an answer to "safe now?" does: "no" makes it immediate, "not sure" has it read in minutes, "yes" is kept and
 * changes nothing. A later answer may only make it more serious.
 */
export async function answerSafeNow(
  ctx: ActContext,
  tx: Stores,
  roster: Roster,
  line: Line,
  burst: readonly Message[],
  answer: 'yes' | 'no' | 'not-sure',
): Promise<void> {
  const [concern, ...others] = await asked(tx, line);
  if (!concern?.safeNow) return;
  const now = ctx.clock.now();
  for (const one of [concern, ...others]) await tx.errands.cancel('safe-now-silence', one.id, now);
  for (const one of others) if (one.safeNow) await tx.concerns.save({ ...one, safeNow: { ...one.safeNow, answer } });
  await tx.events.append({
    line: line.id,
    name: 'safe-now-answered',
    at: now,
    data: { concern: concern.id, answer },
  });
  const answered: Concern = { ...concern, safeNow: { ...concern.safeNow, answer } };
  if (answer === 'yes') return tx.concerns.save(answered);
  const how = answer === 'no' ? 'no' : 'unsure';
  const saidAt = burst[0]?.receivedAt ?? now;
  await raiseUnsafe(ctx, tx, roster, answered, { how, saidAt, because: 'safe-now' });
}

/** What the answer is about: every question that waits, the last asked first; where none does, the last asked alone. */
async function asked(tx: Stores, line: Line): Promise<readonly Concern[]> {
  const open = await tx.concerns.openOf(line.id);
  const waiting = waitingForAnswer(open);
  if (waiting.length > 0) return waiting;
  const answered = open.filter((one) => one.safeNow !== null);
  return answered.sort((a, b) => (b.safeNow?.askedAt ?? '').localeCompare(a.safeNow?.askedAt ?? '')).slice(0, 1);
}

/** Twenty minutes without an answer count as "not sure": read in five minutes, unless a human knows better by now. */
export async function countSilence(ctx: ActContext, tx: Stores, roster: Roster, concern: Concern): Promise<void> {
  if (!concern.safeNow || concern.safeNow.answer !== null) return;
  const now = ctx.clock.now();
  await tx.events.append({ line: concern.line, name: 'safe-now-silent', at: now, data: { concern: concern.id } });
  const silent: Concern = { ...concern, safeNow: { ...concern.safeNow, answer: 'silence' } };
  if (isInHand(concern)) return tx.concerns.save(silent);
  await raiseUnsafe(ctx, tx, roster, silent, { how: 'unsure', saidAt: now, because: 'safe-now' });
}

/** Somebody has spoken with them, or has decided on it: their silence towards a machine says nothing more. */
function isInHand({ case: { acts } }: Concern): boolean {
  return acts.some(({ act }) => act === 'contacted' || act === 'decided');
}

/** They are not safe, or not sure: said by text, kept silent about, or told to a practitioner (`because`). */
export async function raiseUnsafe(
  ctx: ActContext,
  tx: Stores,
  roster: Roster,
  concern: Concern,
  {
    how,
    saidAt,
    because,
  }: { readonly how: 'no' | 'unsure'; readonly saidAt: Instant; readonly because: 'safe-now' | 'talk' },
): Promise<void> {
  const now = ctx.clock.now();
  const level: Level = how === 'no' ? 'immediate' : concern.level;
  const staffing = staffingNow(ctx, roster, concern.youngPerson);
  const change = { level, unsureOfSafety: how === 'unsure', saidAt };
  if (level !== concern.level) {
    await tx.events.append({
      line: concern.line,
      name: 'concern-raised',
      at: now,
      data: { concern: concern.id, level, kinds: concern.kinds, because },
    });
  }
  const outcome = raiseCase(concern.case, change, ctx.pathways, staffing, now);
  await applyOutcome(ctx, tx, roster, { ...concern, level }, outcome);
}
