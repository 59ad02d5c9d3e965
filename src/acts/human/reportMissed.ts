import type { Refusal } from '../../escalation';
import type { Level, MessageId, PractitionerId } from '../../vocabulary';
import { raiseConcern } from '../concern/raiseConcern';
import type { ActContext } from '../context';
import { NOTHING_READ } from '../judge/judgeMessage';

export interface MissedDisclosure {
  readonly message: MessageId;
  readonly by: PractitionerId;
  readonly level: Exclude<Level, 'none'>;
  readonly reason: string;
}

export type Reported =
  { readonly result: 'recorded' } | { readonly result: 'refused'; readonly why: Refusal | 'not-found' };

/**
 * A person read a disclosure the rules did not see: it is a concern from now on like any other, counted as missed,
 * and the review of the rules hears of it.
 */
export async function reportMissed(ctx: ActContext, missed: MissedDisclosure): Promise<Reported> {
  return ctx.record.transaction(async (tx) => {
    const message = await tx.messages.get(missed.message);
    if (!message) return { result: 'refused', why: 'not-found' };
    const line = await tx.lines.lock(message.line);
    const roster = await tx.roster.snapshot();
    const { level, by, reason } = missed;
    const now = ctx.clock.now();
    await tx.events.append({
      line: line.id,
      name: 'missed-disclosure-reported',
      at: now,
      data: { message: message.id, practitioner: by, level },
    });
    const assessment = { ...NOTHING_READ, level };
    const found = { ...message, receivedAt: now };
    const concern = await raiseConcern(ctx, tx, roster, {
      line,
      message: found,
      assessment,
      nature: 'disclosure',
      level,
      codeWord: false,
    });
    await tx.concerns.markMissed({ concern: concern.id, message: message.id, by, at: now, note: reason });
    return { result: 'recorded' };
  });
}
