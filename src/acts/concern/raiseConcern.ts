import { hearMore, openCase, raiseCase } from '../../escalation';
import { nextWeeklySlot } from '../../rota';
import {
  atLeast,
  highest,
  MINUTE_MS,
  msBetween,
  type Assessment,
  type CaseFacts,
  type CaseNature,
  type Concern,
  type ConcernId,
  type Instant,
  type Level,
  type Line,
  type Message,
  type PractitionerId,
  type Roster,
} from '../../vocabulary';
import type { ActContext } from '../context';
import type { Stores } from '../stores';
import { accusedBy, type Accused, practitionersMeant, youngPersonOf } from '../who/findStaff';
import { staffingNow } from '../who/staffingNow';
import { applyOutcome } from './applyOutcome';
import { noticeRepeatedWorries } from './noticeRepeatedWorries';
import { pagedForOutage } from './pagedForOutage';
import { waitingForAnswer } from './safeNow';
import { shutOutOf, shutOutTheAccused } from './shutOutTheAccused';

/** What a message (or a burst, a reader, an answer) asks a human to take up. */
export interface Raise {
  readonly line: Line;
  readonly message: Message;
  readonly assessment: Assessment;
  readonly nature: CaseNature;
  readonly level: Level;
  /** The young person used their code word. */
  readonly codeWord: boolean;
  /** The open allegation these words go on about: they join it, and accuse nobody anew. */
  readonly goesOnAbout?: ConcernId;
}

/**
 * Opens a concern, or joins the open one of the same line and `about`. Levels only go up. An allegation is always
 * a concern of its own, and shuts the accused out of everything else from its first hint on.
 */
export async function raiseConcern(ctx: ActContext, tx: Stores, roster: Roster, raise: Raise): Promise<Concern> {
  const accused = accusedOf(roster, raise);
  if (isAccusation(raise)) await shutOutTheAccused(ctx, tx, roster, raise, accused);
  const open = await tx.concerns.openOf(raise.line.id);
  const answered = isAnswer(raise) ? waitingForAnswer(open)[0] : undefined;
  const joined = answered ?? open.find((one) => one.id === raise.goesOnAbout || belongsTo(one, raise, accused.ids));
  const concern = joined
    ? await joinConcern(ctx, tx, roster, joined, raise, accused)
    : await openConcern(ctx, tx, roster, raise, { ...accused, shutOut: await shutOutOf(tx, raise.line.id) });
  return noticeRepeatedWorries(ctx, tx, roster, concern, raise);
}

function accusedOf(roster: Roster, raise: Raise): Accused {
  if (!isAccusation(raise)) return { ids: [], anyAdult: false };
  return accusedBy(roster, youngPersonOf(roster, raise.line), raise.assessment.meant);
}

function isAccusation({ nature, goesOnAbout }: Raise): boolean {
  return nature === 'allegation' && goesOnAbout === undefined;
}

/** "No" or "not sure" and nothing else is about the concern in which "safe now?" was asked, whatever that is about. */
function isAnswer({ nature, assessment }: Raise): boolean {
  return nature === 'disclosure' && assessment.kinds.length === 0;
}

/**
 * The same worry about the same people: an allegation only joins an allegation against the same adult, and what could
 * not be assessed only what a lead has before them, for nobody knows what it says.
 */
function belongsTo(concern: Concern, raise: Raise, accused: readonly PractitionerId[]): boolean {
  const bothAllegations = concern.nature === 'allegation' && raise.nature === 'allegation';
  if (bothAllegations) return accused.some((id) => concern.hiddenFrom.includes(id));
  if (concern.nature === 'allegation' || raise.nature === 'allegation') return false;
  if (raise.nature === 'phone-not-theirs' || concern.nature === 'phone-not-theirs') return isNewRiskTo(concern, raise);
  if (raise.nature === 'could-not-be-assessed')
    return concern.nature === raise.nature || atLeast(concern.level, 'urgent');
  return concern.about === raise.assessment.about || raise.assessment.level === 'none';
}

/**
 * Somebody else may hold the phone: new risk to what was open before. What this very text tells, or one after it, is a
 * concern of its own, so that nobody hears of it as of a number to be checked.
 */
function isNewRiskTo(concern: Concern, { nature, message }: Raise): boolean {
  if (nature !== 'phone-not-theirs') return false;
  return [nature, 'disclosure'].includes(concern.nature) && concern.messages[0] !== message.id;
}

async function openConcern(
  ctx: ActContext,
  tx: Stores,
  roster: Roster,
  raise: Raise,
  accused: LeftOut,
): Promise<Concern> {
  const { line, message, assessment } = raise;
  const id = ctx.ids.next();
  const now = ctx.clock.now();
  const facts = caseFacts(roster, id, raise, accused, now);
  const staffing = staffingNow(ctx, roster, line.youngPerson);
  const alreadyPaged = raise.nature === 'could-not-be-assessed' && (await pagedForOutage(ctx, tx));
  const outcome = openCase({ facts, pathways: ctx.pathways, staffing, now, alreadyPaged });
  const concern: Concern = {
    id,
    line: line.id,
    youngPerson: line.youngPerson,
    nature: raise.nature,
    level: raise.level,
    kinds: assessment.kinds,
    about: assessment.about,
    openedAt: message.receivedAt,
    messages: [message.id],
    reference: ctx.ids.code(),
    case: outcome.case,
    hiddenFrom: facts.excluded,
    safeNow: null,
    closed: null,
  };
  await tx.concerns.add(concern);
  await tx.events.append({
    line: line.id,
    name: 'concern-opened',
    at: ctx.clock.now(),
    data: {
      concern: id,
      message: message.id,
      level: raise.level,
      kinds: assessment.kinds,
      about: assessment.about,
      nature: raise.nature,
      pathway: outcome.case.pathway.id,
    },
  });
  return applyOutcome(ctx, tx, roster, concern, outcome);
}

/** Whom these very words accuse, or could, and whom earlier ones did. */
interface LeftOut extends Accused {
  /** Whom earlier words did: they hear of nothing new from this young person, whatever it is about. */
  readonly shutOut: readonly PractitionerId[];
}

function caseFacts(roster: Roster, concern: string, raise: Raise, accused: LeftOut, now: Instant): CaseFacts {
  const person = youngPersonOf(roster, raise.line);
  const conflicts = person?.conflicts ?? [];
  return {
    concern,
    nature: raise.nature,
    level: raise.level,
    kinds: raise.assessment.kinds,
    about: raise.assessment.about,
    saidAt: stepsRunFrom(raise.message, now),
    excluded: unique([
      ...accused.ids,
      ...accused.shutOut,
      ...conflicts,
      ...raise.line.notThem,
      ...notWanted(roster, raise),
    ]),
    anyAdultMeant: accused.anyAdult,
    unsureOfSafety: false,
    doNotRing: raise.codeWord,
    doNotTellFamily: raise.assessment.kinds.includes('honour-based-abuse'),
    safeHours: person?.safeHours,
    nextVisitAt: person ? nextWeeklySlot(person.visits, roster.organisation.timeZone, raise.message.receivedAt) : null,
  };
}

/** A message that waited on disk while the record was away: its steps run from now on, its report from its arrival. */
const WAITED_MS = 5 * MINUTE_MS;

function stepsRunFrom(message: Message, now: Instant): Instant {
  return msBetween(message.receivedAt, now) > WAITED_MS ? now : message.receivedAt;
}

function notWanted(roster: Roster, raise: Raise): readonly PractitionerId[] {
  return practitionersMeant(roster, youngPersonOf(roster, raise.line), raise.assessment.notThem);
}

async function joinConcern(
  ctx: ActContext,
  tx: Stores,
  roster: Roster,
  concern: Concern,
  raise: Raise,
  accused: Accused,
): Promise<Concern> {
  const now = ctx.clock.now();
  const level = highest(concern.level, raise.level);
  const kinds = unique([...concern.kinds, ...raise.assessment.kinds]);
  const excluded = unique([...concern.hiddenFrom, ...accused.ids, ...notWanted(roster, raise)]);
  const messages = unique([...concern.messages, raise.message.id]);
  const joined: Concern = { ...concern, level, kinds, messages, hiddenFrom: excluded };
  const staffing = staffingNow(ctx, roster, raise.line.youngPerson);
  const changes = changesTheCase(concern, joined, raise);
  await tx.events.append({
    line: raise.line.id,
    name: level !== concern.level ? 'concern-raised' : 'concern-joined',
    at: now,
    data: { concern: concern.id, message: raise.message.id, level, kinds },
  });
  const outcome = changes
    ? raiseCase(
        concern.case,
        {
          level,
          kinds,
          nature: raise.nature,
          excluded,
          anyAdultMeant: accused.anyAdult,
          doNotRing: raise.codeWord,
          saidAt: stepsRunFrom(raise.message, now),
        },
        ctx.pathways,
        staffing,
        now,
      )
    : hearMore(concern.case, staffing, now);
  return applyOutcome(ctx, tx, roster, joined, outcome);
}

/** A higher level, a new kind, somebody newly left out, or anything urgent after the lead decided. */
function changesTheCase(before: Concern, after: Concern, raise: Raise): boolean {
  const decided = before.case.acts.some((act) => act.act === 'decided');
  return (
    after.level !== before.level ||
    after.kinds.length > before.kinds.length ||
    after.hiddenFrom.length > before.hiddenFrom.length ||
    raise.nature !== before.nature ||
    raise.codeWord ||
    (decided && atLeast(raise.level, 'urgent'))
  );
}

function unique<T>(all: readonly T[]): readonly T[] {
  return [...new Set(all)];
}
