import {
  atLeast,
  firstName,
  type CheckIn,
  type Facts,
  type Line,
  type LineId,
  type Message,
  type PractitionerId,
  type Roster,
  type Telling,
} from '../../vocabulary';
import type { ActContext } from '../context';
import { sayToYoungPerson } from '../say/sayToYoungPerson';
import type { Stores } from '../stores';
import { nameOnRoster, practitionerOf, practitionersNamed, youngPersonOf } from '../who/findStaff';
import { applyWishes } from './applyWishes';
import { askKept } from './askKept';
import { freshConcern } from './freshConcern';
import { leaveToWhoIsThere, whoIsThere } from './humanInThread';
import { judgeBurst } from './judgeBurst';
import { leaveTurnToAHuman } from './leaveTurnToAHuman';
import { loadFacts } from './loadFacts';
import { whatWasSaid } from './whatWasSaid';

/**
 * Answers a burst once quiet has come: judges the joined words again, runs the dialog on the line's own state, and
 * commits state, texts, commitments and events together. A turn already taken is found out under the lock. While a
 * person writes in the thread the service is silent, save for the one text that says 999 (decision 0007).
 */
export async function takeTurn(ctx: ActContext, lineId: LineId): Promise<void> {
  await ctx.record.transaction(async (tx) => {
    // Asked together: the lock is waited for first, so the rest is read as it stands under it.
    const [line, burst, roster] = await Promise.all([
      tx.lines.lock(lineId),
      tx.messages.unanswered(lineId),
      tx.roster.snapshot(),
    ]);
    const now = ctx.clock.now();
    if (line.turnDueAt === null || line.turnDueAt > now) return;
    const answered: Line = { ...line, answeredSeq: line.lastSeq, turnDueAt: null, burstStartedAt: null };
    if (burst.length === 0) return tx.lines.save(answered);
    const there = await whoIsThere(tx, line);
    if (there === null) return answer(ctx, tx, { ...answered, humanInThread: null }, burst);
    const assessment = await judgeBurst(ctx, tx, roster, line, burst);
    await leaveToWhoIsThere(ctx, tx, line, there);
    if (assessment && atLeast(assessment.level, 'immediate')) await answer(ctx, tx, answered, burst);
  });
}

/**
 * One turn of the conversation under the line's lock: after a burst, or (`checkIn`) when the service speaks first.
 * What breaks in it is undone and left to a human at once.
 */
export async function answer(
  ctx: ActContext,
  tx: Stores,
  line: Line,
  burst: readonly Message[],
  checkIn: CheckIn | null = null,
): Promise<void> {
  const roster = await tx.roster.snapshot();
  const taken = await tx.savepoint(() => converse(ctx, tx, roster, line, { burst, checkIn, telling: null }));
  if (!taken.ok) await leaveTurnToAHuman(ctx, tx, roster, { line, burst, error: taken.error });
}

/** What a turn is about: what they said, or why the service speaks first. */
export interface Occasion {
  readonly burst: readonly Message[];
  readonly checkIn: CheckIn | null;
  readonly telling: Telling | null;
  /** The practitioner beside whom they join now: the limits go to their phone, at whatever hour that is. */
  readonly joiningWith?: PractitionerId;
}

/** The turn itself, written under the lock of the line. A throw means that nothing of it may be kept. */
export async function converse(
  ctx: ActContext,
  tx: Stores,
  roster: Roster,
  line: Line,
  { burst, checkIn, telling, joiningWith }: Occasion,
): Promise<void> {
  const asked = askKept(ctx, tx, roster, line, burst);
  // Heard when it is awaited: judging is never left half done for what could not be read.
  asked.catch(() => undefined);
  const assessment = await judgeBurst(ctx, tx, roster, line, burst);
  const fresh = await freshConcern(tx, line, burst, assessment);
  const facts: Facts = {
    ...(await loadFacts(ctx, tx, roster, line, { burst, fresh, asked })),
    checkInDue: checkIn && { id: checkIn.id },
    telling,
    joining: joiningWith !== undefined,
  };
  const wanted = await ctx.converse({
    state: line.conversation,
    channel: line.lastChannel,
    burst: burst.map((one) => ({ message: one.id, text: one.text, at: one.receivedAt, kind: one.kind })),
    assessment: assessment && {
      ...assessment,
      notThem: assessment.notThem.map((said) => whoIsMeant(roster, line, said)),
    },
    facts,
  });
  const turn = whatWasSaid(line, wanted);
  const deliveries: string[] = [];
  for (const say of turn.say) {
    const concern = telling ? { id: telling.concern } : (fresh?.concern ?? null);
    const chosenBy = telling?.by.id ?? joiningWith;
    deliveries.push((await sayToYoungPerson(ctx, tx, { line, say, channel: line.lastChannel, concern, chosenBy })).id);
  }
  const answered = fresh?.concern.id ?? null;
  const done = { line, burst, facts, answered, checkIn, deliveries, wishes: turn.wishes };
  const wished = await applyWishes(ctx, tx, roster, done);
  await tx.lines.save({ ...wished, conversation: turn.state, lastSaidAt: ctx.clock.now() });
}

/** "dont tell saz": a first name as the roster spells it; "my mentor", or a name nobody has, is their own mentor's. */
function whoIsMeant(roster: Roster, line: Line, said: string): string {
  const mentor = practitionerOf(roster, youngPersonOf(roster, line)?.mentor ?? null);
  const isKnown = practitionersNamed(roster, [said]).length > 0;
  return isKnown || !mentor ? nameOnRoster(roster, said) : firstName(mentor);
}
