import { closeCase } from '../escalation';
import type { ConcernId, PractitionerId } from '../vocabulary';
import type { ActContext } from './context';

export interface Closing {
  readonly concern: ConcernId;
  readonly by: PractitionerId;
  readonly outcome: string;
  readonly reason: string;
  readonly toldYoungPerson: string;
}

export type Closed =
  | { readonly result: 'closed' }
  | {
      readonly result: 'refused';
      readonly why: 'not-found' | 'closed' | 'about-you' | 'not-decided' | 'words-missing';
    };

/** Only a named human closes, with outcome, reason and what the young person was told; never about themselves. */
export async function close(ctx: ActContext, closing: Closing): Promise<Closed> {
  const said = [closing.outcome, closing.reason, closing.toldYoungPerson];
  if (said.some((words) => words.trim() === '')) return { result: 'refused', why: 'words-missing' };
  return ctx.record.transaction(async (tx) => {
    const held = await tx.concerns.lock(closing.concern);
    if (!held) return { result: 'refused', why: 'not-found' };
    const { concern } = held;
    if (concern.closed) return { result: 'refused', why: 'closed' };
    if (concern.hiddenFrom.includes(closing.by)) return { result: 'refused', why: 'about-you' };
    const at = ctx.clock.now();
    const result = closeCase(concern.case, { by: closing.by }, at);
    if (!result.ok) return { result: 'refused', why: 'not-decided' };
    const { by, outcome, reason, toldYoungPerson } = closing;
    await tx.concerns.save({
      ...concern,
      case: result.outcome.case,
      closed: { at, by, outcome, reason, toldYoungPerson },
    });
    await tx.errands.cancel('safe-now-silence', concern.id, at);
    await tx.errands.cancel('told-or-why-not', concern.id, at);
    await tx.events.append({ line: concern.line, name: 'concern-closed', at, data: { concern: concern.id, by } });
    return { result: 'closed' };
  });
}
