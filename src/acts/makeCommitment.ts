import { later, MINUTE_MS, type Commitment } from '../vocabulary';
import type { ActContext } from './context';
import type { Stores } from './stores';

/** What is done at the promised moment itself (a text at eight, a call now) is looked for this much later. */
const GRACE_MS = MINUTE_MS;

/** Records what a young person was told would happen, and an errand that looks whether it did. */
export async function makeCommitment(
  ctx: ActContext,
  tx: Stores,
  wanted: Pick<Commitment, 'line' | 'concern' | 'what' | 'who' | 'dueAt'>,
): Promise<void> {
  const id = ctx.ids.next();
  if (!(await tx.commitments.add({ id, ...wanted, keptAt: null, admittedAt: null }))) return;
  const { line, concern, what, who, dueAt } = wanted;
  const doneAtTheMoment = what === 'will-tell' || what === 'will-ring';
  await tx.errands.add({
    id: ctx.ids.next(),
    kind: 'commitment-due',
    subject: id,
    line,
    dueAt: doneAtTheMoment ? later(dueAt, GRACE_MS) : dueAt,
    doneAt: null,
  });
  await tx.events.append({
    line,
    name: 'commitment-made',
    at: ctx.clock.now(),
    data: { commitment: id, concern, what, who, until: dueAt },
  });
}
