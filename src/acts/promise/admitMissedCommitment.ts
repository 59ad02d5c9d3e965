import type { Commitment, Concern, LetGoReason } from '../../vocabulary';
import type { ActContext } from '../context';
import type { Stores } from '../stores';
import { admitNoAnswer } from './admitNoAnswer';
import { admitNoTalk } from './admitNoTalk';
import { keepCommitment, letGo } from './keepCommitments';
import { isLeftOut, tellWeAreLate } from './tellWeAreLate';
import { areAllRead } from './whatWasSaid';

/**
 * A promised moment has come. A promise that the record shows as done is marked kept; any other is admitted to the
 * young person. In a concern that a human has closed nobody is late any more.
 */
export async function admitMissedCommitment(ctx: ActContext, tx: Stores, id: string): Promise<void> {
  const commitment = await tx.commitments.get(id);
  if (!commitment || commitment.keptAt !== null || commitment.admittedAt !== null) return;
  if (!commitment.concern) return admitNoAnswer(ctx, tx, commitment);
  const held = await tx.concerns.lock(commitment.concern);
  if (!held) return;
  if (held.concern.closed) return letGo(ctx, tx, commitment, 'concern-closed');
  if (commitment.what === 'will-speak') return admitNoTalk(ctx, tx, held.concern, commitment);
  const because = await whyNotAwaited(tx, held.concern, commitment);
  if (because !== null) await letGo(ctx, tx, commitment, because);
  else if (await wasToldAsPromised(tx, commitment)) await keepCommitment(ctx, tx, commitment);
  else {
    const late = { next: held.concern.case.holder, because: commitment };
    await tellWeAreLate(ctx, tx, await tx.roster.snapshot(), held.concern, late);
  }
}

/**
 * Why the promise need not be kept any more: "Sam hears at 8", but by then the concern was about Sam; or a call that
 * did not go through was about words that have been read meanwhile.
 */
async function whyNotAwaited(tx: Stores, concern: Concern, commitment: Commitment): Promise<LetGoReason | null> {
  if (commitment.what === 'will-tell') return isLeftOut(concern, commitment) ? 'left-out' : null;
  return commitment.what === 'will-ring' && (await areAllRead(tx, concern)) ? 'words-read' : null;
}

/** "Sam hears at 8", "Priya is being rung": true once the carrier has taken it. */
async function wasToldAsPromised(tx: Stores, { concern, what, who }: Commitment): Promise<boolean> {
  if (!concern || (what !== 'will-tell' && what !== 'will-ring')) return false;
  const notices = (await tx.notices.of(concern)).filter(
    (one) => one.practitioner === who && (what === 'will-tell' || one.by === 'voice'),
  );
  for (const notice of notices) {
    const deliveries = await tx.deliveries.ofNotice(notice.id);
    if (deliveries.some((one) => one.acceptedAt !== null)) return true;
  }
  return false;
}
