import { raiseCase } from '../../escalation';
import type { Concern, Instant, Line, LineId, Message, PractitionerId, Roster } from '../../vocabulary';
import type { ActContext } from '../context';
import type { Stores } from '../stores';
import type { Accused } from '../who/findStaff';
import { staffingNow } from '../who/staffingNow';
import { applyOutcome } from './applyOutcome';

/**
 * The accused may already hold an open concern or have a notice on its way. From now on every open concern of this line
 * is hidden from them, notices that have not gone are withdrawn, and what they held passes to the leads. Of what the
 * accused knew nobody new hears except the leads, because a cover would work beside the accused. For the accused
 * nothing visibly changes: no lock-out is announced (PATHWAYS, "If the accused is already inside").
 */
export async function shutOutTheAccused(
  ctx: ActContext,
  tx: Stores,
  roster: Roster,
  { line, message }: { readonly line: Line; readonly message: Message },
  { ids, anyAdult }: Accused,
): Promise<void> {
  await leaveOut(ctx, tx, roster, line, ids, { accused: true, anyAdult, saidAt: message.receivedAt });
  for (const practitioner of ids) {
    const data = { practitioner, message: message.id };
    await tx.events.append({ line: line.id, name: 'view-ended', at: ctx.clock.now(), data });
  }
}

/** Hides every open concern of a line from somebody: what has not gone is withdrawn, what they held is the lead's. */
export async function leaveOut(
  ctx: ActContext,
  tx: Stores,
  roster: Roster,
  line: Line,
  who: readonly PractitionerId[],
  said: { readonly accused?: true; readonly anyAdult: boolean; readonly saidAt: Instant },
): Promise<void> {
  const now = ctx.clock.now();
  const staffing = staffingNow(ctx, roster, line.youngPerson);
  for (const concern of await tx.concerns.openOf(line.id)) {
    const hiddenFrom = [...new Set([...concern.hiddenFrom, ...who])];
    if (hiddenFrom.length === concern.hiddenFrom.length) continue;
    const change = {
      excluded: hiddenFrom,
      ...(said.accused ? { accused: said.accused } : {}),
      anyAdultMeant: said.anyAdult,
      saidAt: said.saidAt,
    };
    await freezeView(
      ctx,
      tx,
      concern,
      hiddenFrom.filter((one) => !concern.hiddenFrom.includes(one)),
    );
    const outcome = raiseCase(concern.case, change, ctx.pathways, staffing, now);
    await applyOutcome(ctx, tx, roster, { ...concern, hiddenFrom }, outcome);
  }
}

/**
 * Keeps how a concern stood as somebody was shut out of it: what they did is undone and passes to the leads, and their own
 * page goes on to show it as it was.
 */
async function freezeView(
  ctx: ActContext,
  tx: Stores,
  { id, line, level, kinds, case: stood }: Concern,
  practitioners: readonly PractitionerId[],
): Promise<void> {
  const { holder, clocks, facts } = stood;
  const acts = stood.acts.map(({ act, by, as, at }) => [act, by, as, at].join(' '));
  const { doNotRing, doNotTellFamily } = facts;
  const data = { concern: id, practitioners, level, kinds, holder, acts, ...clocks, doNotRing, doNotTellFamily };
  await tx.events.append({ line, name: 'view-frozen', at: ctx.clock.now(), data });
}

/** Whose view of this line has ended, by any allegation there has been: open or closed, what is new is not theirs. */
export async function shutOutOf(tx: Stores, line: LineId): Promise<readonly PractitionerId[]> {
  const allegations = (await tx.concerns.allOf(line)).filter(({ nature }) => nature === 'allegation');
  const mayBe = [...new Set(allegations.flatMap(({ hiddenFrom }) => hiddenFrom))];
  const ended = await Promise.all(mayBe.map((practitioner) => isShutOut(tx, line, practitioner)));
  return mayBe.filter((_, index) => ended[index]);
}

/** Whether this practitioner's view of the line has ended, by whatever was said of them. */
export async function isShutOut(tx: Stores, line: LineId, practitioner: PractitionerId): Promise<boolean> {
  return (await tx.events.latest(line, 'view-ended', { practitioner })) !== null;
}
