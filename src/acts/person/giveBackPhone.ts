import type { PractitionerId, YoungPersonId } from '../../vocabulary';
import type { ActContext } from '../context';
import { theirsAgain } from '../line/theirsAgain';
import { keepsApart, openForPart, type NotOpened } from './openForPart';

/** How somebody knows that the phone is with the young person: never by a text from the phone itself. */
export const WAYS_TO_KNOW = ['face-to-face', 'second-safe-way'] as const;
export type WayToKnow = (typeof WAYS_TO_KNOW)[number];

export interface GivingBack {
  readonly youngPerson: YoungPersonId;
  readonly by: PractitionerId;
  readonly how: WayToKnow;
}

export type GivenBack =
  | { readonly result: 'recorded' }
  | {
      readonly result: 'refused';
      readonly why: NotOpened | 'not-marked' | 'volunteers-do-not-decide';
    };

/**
 * A named human has spoken with the young person, who has their phone again: texts may go to it. Nothing is sent
 * because of it, and what was taken back meanwhile stays unsent; the next check-in comes at its hour, and what they
 * write is answered as ever. STOP is not lifted by this: only START from the phone does that. Pressed by somebody the
 * young person wants left out, or whose view has ended, it is kept apart and changes nothing.
 */
export async function giveBackPhone(ctx: ActContext, { youngPerson, by, how }: GivingBack): Promise<GivenBack> {
  return ctx.record.transaction(async (tx) => {
    const opened = await openForPart(ctx, tx, { youngPerson, by });
    if (typeof opened === 'string') return { result: 'refused', why: opened };
    const { practitioner, line } = opened;
    if (practitioner.volunteer) return { result: 'refused', why: 'volunteers-do-not-decide' };
    if (await keepsApart(ctx, tx, opened, 'phone-theirs-again')) return { result: 'recorded' };
    if (line.notTheirsAt === null) return { result: 'refused', why: 'not-marked' };
    await tx.lines.save(await theirsAgain(ctx, tx, line, { by, how }));
    return { result: 'recorded' };
  });
}
