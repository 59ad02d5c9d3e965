import { later, MINUTE_MS, type Commitment } from '../../vocabulary';
import type { ActContext } from '../context';
import { planErrand } from '../planErrand';
import type { Stores } from '../stores';
import { TALK_GRACE_MS } from './admitNoTalk';

/**
 * What is done at the promised moment itself (a text at eight, a call now) is looked for this much later; and who is in
 * again at eight has the half hour that a practitioner who is there has.
 */
const GRACE_MS: Readonly<Record<Commitment['what'], number>> = {
  'will-read': 0,
  'will-text': 0,
  'will-tell': MINUTE_MS,
  'will-ring': MINUTE_MS,
  'will-speak': TALK_GRACE_MS,
  'may-read': 30 * MINUTE_MS,
};

/** Records what a young person was told would happen, and an errand that looks whether it did. */
export async function makeCommitment(
  ctx: ActContext,
  tx: Stores,
  wanted: Pick<Commitment, 'line' | 'concern' | 'what' | 'who' | 'dueAt'>,
): Promise<void> {
  const id = ctx.ids.next();
  if (!(await tx.commitments.add({ id, ...wanted, keptAt: null, admittedAt: null }))) return;
  const { line, concern, what, who, dueAt } = wanted;
  await planErrand(ctx, tx, { kind: 'commitment-due', subject: id, line, dueAt: later(dueAt, GRACE_MS[what]) });
  await tx.events.append({
    line,
    name: 'commitment-made',
    at: ctx.clock.now(),
    data: { commitment: id, concern, what, who, until: dueAt },
  });
}
