import type { PractitionerId, Roster, YoungPersonId } from '../../vocabulary';
import type { ActContext } from '../context';
import type { Stores } from '../stores';
import { practitionerOf } from '../who/findStaff';

export interface Holding {
  /** Null: everybody. */
  readonly youngPerson: YoungPersonId | null;
  readonly by: PractitionerId;
  readonly reason: string;
}

export interface Lifting {
  readonly hold: string;
  readonly by: PractitionerId;
  readonly reason: string;
}

export type Held =
  | { readonly result: 'recorded' }
  | { readonly result: 'refused'; readonly why: 'not-found' | 'no-part-in-it' | 'says-too-little' };

/**
 * From now on nothing of this young person (or of anybody) is destroyed, whatever its term: an inquiry, a court, a claim,
 * a request to see the record. Their line is locked first, so that nothing is being destroyed meanwhile.
 */
export async function placeHold(ctx: ActContext, { youngPerson, by, reason }: Holding): Promise<Held> {
  return ctx.record.transaction(async (tx) => {
    const roster = await tx.roster.snapshot();
    if (!mayHold(roster, by)) return { result: 'refused', why: 'no-part-in-it' };
    if (reason.trim() === '') return { result: 'refused', why: 'says-too-little' };
    if (youngPerson !== null && !(await tx.retention.knows(youngPerson)))
      return { result: 'refused', why: 'not-found' };
    const line = await lockLineOf(tx, youngPerson);
    const hold = { id: ctx.ids.next(), youngPerson, placedBy: by, placedAt: ctx.clock.now(), reason };
    await ctx.erasures.note({ is: 'hold-placed', at: hold.placedAt, hold });
    await tx.retention.placeHold(hold);
    const data = { hold: hold.id, by, youngPerson };
    await tx.events.append({ line, name: 'hold-placed', at: hold.placedAt, data });
    return { result: 'recorded' };
  });
}

/** The terms run again from the next night on. Who lifted it, and why, stays beside who placed it. */
export async function liftHold(ctx: ActContext, { hold, by, reason }: Lifting): Promise<Held> {
  return ctx.record.transaction(async (tx) => {
    if (!mayHold(await tx.roster.snapshot(), by)) return { result: 'refused', why: 'no-part-in-it' };
    if (reason.trim() === '') return { result: 'refused', why: 'says-too-little' };
    const at = ctx.clock.now();
    const lifted = await tx.retention.liftHold(hold, { by, at, reason });
    if (lifted === null) return { result: 'refused', why: 'not-found' };
    await ctx.erasures.note({ is: 'hold-lifted', at, hold, lifted: { by, at, reason } });
    const line = await lockLineOf(tx, lifted.youngPerson);
    const data = { hold, by, youngPerson: lifted.youngPerson };
    await tx.events.append({ line, name: 'hold-lifted', at, data });
    return { result: 'recorded' };
  });
}

/** Administrators and data protection leads, as long as they are here. */
function mayHold(roster: Roster, by: PractitionerId): boolean {
  const practitioner = practitionerOf(roster, by);
  if (!practitioner || practitioner.leftAt !== null) return false;
  return practitioner.roles.some((role) => role === 'administrator' || role === 'data-protection-lead');
}

async function lockLineOf(tx: Stores, youngPerson: YoungPersonId | null): Promise<string | null> {
  const line = youngPerson === null ? null : await tx.lines.findOf(youngPerson);
  return line === null ? null : (await tx.lines.lock(line.id)).id;
}
