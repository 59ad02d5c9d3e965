import {
  DAY_MS,
  later,
  type Instant,
  type Line,
  type Practitioner,
  type PractitionerId,
  type PressedOnAPage,
  type Roster,
  type YoungPerson,
  type YoungPersonId,
} from '../../vocabulary';
import { isShutOut } from '../concern/shutOutTheAccused';
import type { ActContext } from '../context';
import { sayToPractitioner } from '../say/sayToPractitioner';
import type { Stores } from '../stores';
import { practitionerOf } from '../who/findStaff';
import { isKeptFrom } from '../who/isKeptFrom';
import { leadsInOrder } from '../who/leadsInOrder';
import { hasPart } from './hasPart';

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
 * Whether the practitioner who acts is kept from this young person, by their wish or by an accusation. What they press
 * is then only logged and changes nothing, and nothing they see shows that. Whoever leads is told that something was
 * pressed, because it may have to be done by somebody else now.
 */
export async function keepsApart(
  ctx: ActContext,
  tx: Stores,
  opened: OpenForPart,
  pressed: PressedOnAPage,
): Promise<boolean> {
  const { line, practitioner, now } = opened;
  const data = { practitioner: practitioner.id, pressed };
  if (!line.notThem.includes(practitioner.id) && !(await isShutOut(tx, line.id, practitioner.id))) return false;
  const before = await tx.events.latest(line.id, 'act-kept-apart', data);
  await tx.events.append({ line: line.id, name: 'act-kept-apart', at: now, data });
  if (before === null || before.at < later(now, -TOLD_AGAIN_AFTER_MS)) await tellLead(ctx, tx, opened);
  return true;
}

/**
 * Told about at most this often, so that somebody who presses a button again and again does not ring through a lead's
 * night.
 */
const TOLD_AGAIN_AFTER_MS = DAY_MS;

/** Names nobody: what was pressed, and by whom, stands on the page. */
async function tellLead(ctx: ActContext, tx: Stores, { roster, line, practitioner, now }: OpenForPart): Promise<void> {
  for (const one of leadsInOrder(roster, now)) {
    if (one === practitioner.id || (await isKeptFrom(tx, line, one))) continue;
    await sayToPractitioner(ctx, tx, one, 'pressed-to-no-effect', { link: ctx.caseloadLink() });
    return;
  }
}
