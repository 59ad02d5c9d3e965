import {
  atLeast,
  compareLevels,
  firstName,
  type Assessment,
  type CheckIn,
  type Concern,
  type Facts,
  type Line,
  type LineId,
  type Message,
  type PractitionerId,
  type Roster,
  type Telling,
  type YoungPerson,
} from '../../vocabulary';
import { raiseConcern } from '../concern/raiseConcern';
import { answerCounts, openQuestion } from '../concern/safeNow';
import type { ActContext } from '../context';
import { assessFor } from '../judge/assessFor';
import { keepAssessment, NOT_ASSESSED, unassessed, whatMustBeRaised } from '../judge/judgeMessage';
import { sayToYoungPerson } from '../say/sayToYoungPerson';
import type { Stores } from '../stores';
import { nameOnRoster, practitionerOf, practitionersNamed, youngPersonOf } from '../who/findStaff';
import { applyWishes } from './applyWishes';
import { askKept } from './askKept';
import type { FreshConcern } from './concernFacts';
import { leaveToWhoIsThere, whoIsThere } from './humanInThread';
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
    const line = await tx.lines.lock(lineId);
    const now = ctx.clock.now();
    if (line.turnDueAt === null || line.turnDueAt > now) return;
    const [burst, roster] = await Promise.all([tx.messages.after(line.id, line.answeredSeq), tx.roster.snapshot()]);
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

/**
 * The joined burst judged again, for what only shows when its parts stand together. The highest of the parts and of
 * the whole stands: joining never lowers.
 */
async function judgeBurst(
  ctx: ActContext,
  tx: Stores,
  roster: Roster,
  line: Line,
  burst: readonly Message[],
): Promise<Assessment | null> {
  const first = burst[0];
  const last = burst[burst.length - 1];
  if (!first || !last) return null;
  const parts = (await tx.messages.assessmentsSince(line.id, first.receivedAt)).filter((one) =>
    burst.some((message) => message.id === one.message),
  );
  const top = together(parts);
  const words = burst.filter((one) => one.text !== '');
  if (words.length < 2) return top;
  const person = youngPersonOf(roster, line);
  const text = words.map((one) => one.text).join('\n');
  const whole = tryToAssess(ctx, roster, person, text);
  if (!whole) {
    await raiseConcern(ctx, tx, roster, unassessed(line, last));
    return top;
  }
  if (top && atLeast(top.level, whole.level)) return top;
  await keepAssessment(ctx, tx, line, { message: last, assessment: whole, of: 'burst' });
  const raise = whatMustBeRaised(line, last, whole, person);
  if (raise) await raiseConcern(ctx, tx, roster, raise);
  return whole;
}

/** The highest of the parts, and whatever of more than a worry the others told: each kind has its own line in the answer. */
function together(parts: readonly Assessment[]): Assessment | null {
  const [top] = [...parts].sort((a, b) => compareLevels(b.level, a.level));
  if (!top) return null;
  const told = parts.filter((one) => atLeast(one.level, 'urgent')).flatMap((one) => one.kinds);
  return { ...top, kinds: [...new Set([...top.kinds, ...told])] };
}

/** Null when a rule broke on the joined words: the parts were judged one by one, and a human reads the whole. */
function tryToAssess(ctx: ActContext, roster: Roster, person: YoungPerson | null, text: string): Assessment | null {
  try {
    return assessFor(ctx, roster, person, { text, before: [] });
  } catch (error) {
    ctx.log.error({ error }, 'a burst could not be assessed');
    return null;
  }
}

/** The concern this burst opened or raised, when it is one that is answered before anything else. */
async function freshConcern(
  tx: Stores,
  line: Line,
  burst: readonly Message[],
  assessment: Assessment | null,
): Promise<FreshConcern | null> {
  const ids = new Set(burst.map((one) => one.id));
  const open = await tx.concerns.openOf(line.id);
  if (!assessment) return leftToAHuman(open, burst);
  const question = await openQuestion(tx, open);
  const isAnswer = burst.length > 0 && answerCounts(question, burst[0]?.receivedAt ?? '') && !assessment.kinds.length;
  if (isAnswer) return null;
  const touched = open
    .filter((one) => atLeast(one.level, 'worry') && one.messages.some((id) => ids.has(id)))
    .sort((a, b) => compareLevels(b.level, a.level))[0];
  if (!touched || !(atLeast(assessment.level, 'worry') || !isOfWords(touched))) return null;
  return { concern: touched, assessment };
}

/** What was told made it what it is: harmless words that its holder is to see as well are not told anew. */
function isOfWords({ nature }: Concern): boolean {
  return nature === 'disclosure' || nature === 'allegation';
}

/** Nothing of the burst could be assessed: what it opened is answered with whoever will read it. */
function leftToAHuman(open: readonly Concern[], burst: readonly Message[]): FreshConcern | null {
  const unread = burst.filter((one) => one.unreadable).map((one) => one.id);
  const concern = open.find((one) => one.messages.some((id) => unread.includes(id)));
  return concern ? { concern, assessment: NOT_ASSESSED } : null;
}
