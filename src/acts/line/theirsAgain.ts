import type { Line, PractitionerId } from '../../vocabulary';
import type { ActContext } from '../context';
import { lookAgainAtMissed } from '../promise/keepCommitments';
import type { Stores } from '../stores';

/** Who says that the phone is in the right hands again, and how they know; by their check word they say so themselves. */
export interface KnownBy {
  readonly by: PractitionerId | null;
  readonly how: 'check-word' | 'closing' | 'face-to-face' | 'second-safe-way';
}

/** The phone is in the right hands again: by their check word, or because a human who spoke with them says so. */
export async function theirsAgain(ctx: ActContext, tx: Stores, line: Line, { by, how }: KnownBy): Promise<Line> {
  await tx.events.append({ line: line.id, name: 'phone-theirs-again', at: ctx.clock.now(), data: { by, how } });
  await lookAgainAtMissed(ctx, tx, line.id);
  return { ...line, notTheirsAt: null };
}
