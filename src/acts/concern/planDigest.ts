import type { Concern, ConcernId, Happening, Instant, PractitionerId } from '../../vocabulary';
import type { ActContext } from '../context';
import { planErrand } from '../planErrand';
import type { Stores } from '../stores';

type DigestHappening = Extract<Happening, { what: 'digest' }>;

/** Whose morning list, of which morning, and what is to stand in it: an errand's subject. */
export interface PlaceInDigest {
  readonly practitioner: PractitionerId;
  readonly at: Instant;
  readonly concern: ConcernId;
}

/** A concern takes its place in the morning list of a practitioner. One list goes out, however many places it has. */
export async function planDigest(
  ctx: ActContext,
  tx: Stores,
  concern: Concern,
  { practitioner, at }: DigestHappening,
): Promise<void> {
  await planErrand(ctx, tx, {
    kind: 'digest',
    subject: [practitioner, at, concern.id].join('@'),
    line: null,
    dueAt: at,
  });
  await tx.events.append({
    line: concern.line,
    name: 'digest-planned',
    at: ctx.clock.now(),
    data: { concern: concern.id, practitioner, until: at },
  });
}

/** What the subject of such an errand says. */
export function placeInDigest(subject: string): PlaceInDigest {
  const [practitioner = '', at = '', concern = ''] = subject.split('@');
  return { practitioner, at, concern };
}
