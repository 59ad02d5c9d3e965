import type { Instant, Line, Practitioner, PractitionerId, Roster, YoungPerson, YoungPersonId } from '../vocabulary';
import type { ActContext } from './context';
import { practitionerOf } from './findStaff';
import { hasPart } from './hasPart';
import { isShutOut } from './shutOutTheAccused';
import type { Stores } from './stores';

/** Somebody acts for a young person, whose line is held until the transaction ends. */
export interface OpenForPart {
  readonly roster: Roster;
  readonly person: YoungPerson;
  readonly practitioner: Practitioner;
  readonly line: Line;
  readonly now: Instant;
}

export type NotOpened = 'not-found' | 'no-part-in-it';

/** `mayAct` is narrower than having a part where an act is not for everybody with one. */
export async function openForPart(
  ctx: ActContext,
  tx: Stores,
  { youngPerson, by }: { readonly youngPerson: YoungPersonId; readonly by: PractitionerId },
  mayAct: typeof hasPart = hasPart,
): Promise<OpenForPart | NotOpened> {
  const roster = await tx.roster.snapshot();
  const person = roster.youngPeople.find((one) => one.id === youngPerson);
  const practitioner = practitionerOf(roster, by);
  if (!person || !practitioner) return 'not-found';
  if (!mayAct(ctx, roster, person, practitioner)) return 'no-part-in-it';
  const now = ctx.clock.now();
  const line = await tx.lines.lockOf(person.id, now, ctx.ids.next());
  return { roster, person, practitioner, line, now };
}

/**
 * Whether whoever pressed is kept from this young person, by their wish or because they were accused: what they pressed
 * is then kept apart in the log and changes nothing, and nothing they see says so.
 */
export async function keepsApart(
  tx: Stores,
  { line, practitioner, now }: Pick<OpenForPart, 'line' | 'practitioner' | 'now'>,
  pressed: 'return-confirmed' | 'return-talk-recorded' | 'phone-theirs-again' | 'web-link-given',
): Promise<boolean> {
  const { id } = practitioner;
  if (!line.notThem.includes(id) && !(await isShutOut(tx, line.id, id))) return false;
  await tx.events.append({ line: line.id, name: 'act-kept-apart', at: now, data: { practitioner: id, pressed } });
  return true;
}
