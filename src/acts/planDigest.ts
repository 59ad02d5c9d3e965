import type { Concern, Happening } from '../vocabulary';
import type { ActContext } from './context';
import type { Stores } from './stores';

type DigestHappening = Extract<Happening, { what: 'digest' }>;

/** One digest a practitioner and morning, however many concerns go into it: the errand's subject sees to that. */
export async function planDigest(
  ctx: ActContext,
  tx: Stores,
  concern: Concern,
  { practitioner, at }: DigestHappening,
): Promise<void> {
  await tx.errands.add({
    id: ctx.ids.next(),
    kind: 'digest',
    subject: `${practitioner}@${at}`,
    line: null,
    dueAt: at,
    doneAt: null,
  });
  await tx.events.append({
    line: concern.line,
    name: 'digest-planned',
    at: ctx.clock.now(),
    data: { concern: concern.id, practitioner, until: at },
  });
}
