import {
  atLeast,
  compareLevels,
  highest,
  type Case,
  type CaseFacts,
  type CaseNature,
  type Instant,
  type Outcome,
  type PractitionerId,
  type Staffing,
} from '../../vocabulary';
import { activeSteps, settle } from '../due/runDue';
import { askNoLater, dropPending, scheduleRun } from '../due/schedule';
import { setClocks } from '../due/setClocks';
import { holderOf } from '../standing/holder';
import { draftOf, reopen, type Draft, type PendingStep } from '../standing/progress';
import { actingLead, PRACTITIONER_SEATS } from '../standing/seats';
import { chooseDayPlan, choosePlan, leadsAmong, leadsOnly } from '../table/choosePlan';
import type { Pathways } from '../table/pathway';
import type { CaseChange } from './answers';
import { planMore } from './hearMore';

/**
 * An open concern changed: higher level, new kind, somebody else at risk, another nature, somebody to be left out,
 * "not sure" or silence after "safe now?", or anything urgent after it was decided. The level only goes up. What
 * changes reopens seen and decided and notifies the lead afresh; a level that rises, or another nature, asks the whole
 * of the new pathway from its first minute; what changes nothing goes to the holder as one more text.
 */
export function raiseCase(
  kase: Case,
  change: CaseChange,
  pathways: Pathways,
  staffing: Staffing,
  now: Instant,
): Outcome {
  const draft = draftOf(kase, staffing, now);
  const before = draft.facts;
  const holder = holderOf(draft);
  const stillToCome = activeSteps(draft);
  draft.facts = changed(before, change);
  const newNature = addNature(draft, change);
  const leftOut = draft.facts.excluded.filter((id) => !before.excluded.includes(id));
  if (change.accused && leftOut.some((id) => draft.progress.places[id] !== undefined)) passToTheLeads(draft);
  withdrawFrom(draft, leftOut);
  const rose = compareLevels(draft.facts.level, before.level) > 0;
  if (rose || newNature) askNoLater(draft, askEverybody(draft, change, pathways, rose), stillToCome);
  else if (isNewlyTold(draft, before, change) || isFresh(draft, before, leftOut, holder)) {
    const practitionersToo = isNewlyTold(draft, before, change);
    askNoLater(draft, askTheLeadAfresh(draft, change, pathways, practitionersToo), stillToCome);
  } else if (hasWords(change)) planMore(draft, change.saidAt);
  return settle(draft);
}

/** Leaving somebody out is no new text: the holder is not told that more has come. */
function hasWords(change: CaseChange): boolean {
  return change.level !== undefined || change.kinds !== undefined || change.nature !== undefined;
}

function changed(facts: CaseFacts, change: CaseChange): CaseFacts {
  return {
    ...facts,
    level: highest(facts.level, change.level ?? facts.level),
    kinds: [...new Set([...facts.kinds, ...(change.kinds ?? [])])],
    about: change.about ?? facts.about,
    nature: facts.nature === 'allegation' || change.nature === undefined ? facts.nature : changedNature(facts, change),
    excluded: [...new Set([...facts.excluded, ...(change.excluded ?? [])])],
    anyAdultMeant: facts.anyAdultMeant || (change.anyAdultMeant ?? false),
    unsureOfSafety: facts.unsureOfSafety || (change.unsureOfSafety ?? false),
    doNotRing: facts.doNotRing || (change.doNotRing ?? false),
    doNotTellFamily: facts.doNotTellFamily || (change.doNotTellFamily ?? false),
  };
}

/** A plain disclosure joining something more particular does not make it plain. */
function changedNature(facts: CaseFacts, change: CaseChange): CaseFacts['nature'] {
  const { nature = facts.nature } = change;
  return nature === 'disclosure' || isUnjudged(nature) ? facts.nature : nature;
}

/**
 * Whether the case has become something else. A picture or an unreadable text in an open case is one more text to its
 * holder; once words have been judged, the case is no longer one of a picture alone.
 */
function addNature(draft: Draft, change: CaseChange): boolean {
  const { progress, facts } = draft;
  const wasUnjudged = progress.natures.every((nature) => UNJUDGED.includes(nature));
  const judged = atLeast(facts.level, 'urgent') ? 'disclosure' : undefined;
  const nature = wasUnjudged && isUnjudged(change.nature) ? judged : change.nature;
  if (nature === undefined || isUnjudged(nature) || progress.natures.includes(nature)) return false;
  progress.natures = [...progress.natures.filter((one) => !UNJUDGED.includes(one)), nature];
  if (wasUnjudged) draft.facts = { ...facts, nature };
  return wasUnjudged || nature !== 'disclosure';
}

const UNJUDGED: readonly CaseNature[] = ['could-not-be-assessed', 'picture-or-unread'];

function isUnjudged(nature: CaseNature | undefined): boolean {
  return nature === undefined || UNJUDGED.includes(nature);
}

/** Whoever is left out from now on: their notices and digests are taken back, and nothing they did here stands. */
function withdrawFrom(draft: Draft, leftOut: readonly PractitionerId[]): void {
  const { progress } = draft;
  for (const practitioner of leftOut) {
    if (progress.places[practitioner] === undefined) continue;
    draft.happenings.push({ what: 'withdraw', practitioner });
    for (const act of new Set(progress.acts.filter((one) => one.by === practitioner).map((one) => one.act))) {
      reopen(draft, act, 'excluded', practitioner);
    }
    delete progress.openBy[practitioner];
    delete progress.places[practitioner];
  }
  dropPending(draft, (step) => step.person !== null && leftOut.includes(step.person));
}

/**
 * What the accused were told of is for the leads alone from now on (PATHWAYS): a hint at them may stand in it, and
 * their cover works beside them.
 */
function passToTheLeads(draft: Draft): void {
  const { progress } = draft;
  progress.leadsAlone = true;
  progress.plan = leadsOnly(progress.plan);
  if (progress.dayPlan) progress.dayPlan = leadsOnly(progress.dayPlan);
  dropPending(draft, isPractitionerSide);
  progress.pending = progress.pending.map((step) => ({ ...step, tell: leadsAmong(step.tell) }));
}

/** A disclosure they have not made before: another kind, somebody else at risk, or anything urgent after it was decided. */
function isNewlyTold({ facts, progress }: Draft, before: CaseFacts, change: CaseChange): boolean {
  const isDecided = progress.acts.some((act) => act.act === 'decided');
  return (
    facts.kinds.length > before.kinds.length ||
    facts.about !== before.about ||
    change.newPersonAtRisk === true ||
    (isDecided && atLeast(change.level ?? 'none', 'urgent'))
  );
}

function isFresh(
  { facts }: Draft,
  before: CaseFacts,
  leftOut: readonly PractitionerId[],
  holder: PractitionerId | null,
): boolean {
  return (
    (facts.unsureOfSafety && !before.unsureOfSafety) ||
    (facts.anyAdultMeant && !before.anyAdultMeant) ||
    (facts.doNotRing && !before.doNotRing) ||
    (holder !== null && leftOut.includes(holder))
  );
}

/**
 * Starts the new pathway from its first minute, because whoever took the case on took on something smaller. Returns the
 * number of the run.
 */
function askEverybody(draft: Draft, change: CaseChange, pathways: Pathways, rose: boolean): number {
  for (const act of ['seen', 'decided'] as const) reopen(draft, act, 'more-was-said');
  if (rose) for (const act of ['taken-on', 'contacted'] as const) reopen(draft, act, 'more-was-said');
  draft.progress.openBy = {};
  draft.progress.passedOn = [];
  newPlan(draft, change, pathways);
  const practitionersToo = rose || change.nature !== 'phone-not-theirs';
  dropPending(draft, (step) => practitionersToo || !isPractitionerSide(step));
  const isTakenOn = draft.progress.acts.some(({ act }) => act === 'taken-on');
  return scheduleRun(draft, { from: change.saidAt, sides: 'both', until: isTakenOn ? 'held-or-opened' : 'held' });
}

/**
 * Keeps the pathway and asks the deciding side afresh. The holder, when that is somebody else, hears that more has
 * come; of a new disclosure the practitioner hears too. Returns the number of the run.
 */
function askTheLeadAfresh(draft: Draft, change: CaseChange, pathways: Pathways, practitionersToo: boolean): number {
  for (const act of ['seen', 'decided'] as const) reopen(draft, act, 'more-was-said');
  newPlan(draft, change, pathways);
  dropPending(draft, (step) => step.person === null && !isPractitionerSide(step));
  const hasDecidingSide = draft.progress.plan.steps.some(({ seat }) => !PRACTITIONER_SEATS.includes(seat));
  const beside = practitionersToo ? 'deciding-and-own' : 'deciding';
  const run = scheduleRun(draft, {
    from: change.saidAt,
    sides: hasDecidingSide ? beside : 'both',
    until: 'held-or-opened',
  });
  if (holderOf(draft) !== actingLead(draft)?.who?.practitioner.id) planMore(draft, change.saidAt);
  return run;
}

function isPractitionerSide(step: PendingStep): boolean {
  return !step.again && step.tell.some((seat) => PRACTITIONER_SEATS.includes(seat));
}

function newPlan(draft: Draft, change: CaseChange, pathways: Pathways): void {
  const { facts, staffing, now, progress } = draft;
  const asked = { facts, natures: progress.natures, staffing, now };
  const [plan, dayPlan] = [choosePlan(pathways, asked), chooseDayPlan(pathways, asked)];
  progress.plan = progress.leadsAlone ? leadsOnly(plan) : plan;
  progress.dayPlan = progress.leadsAlone && dayPlan ? leadsOnly(dayPlan) : dayPlan;
  draft.pathway = { id: progress.plan.id, version: pathways.version };
  setClocks(draft, change.saidAt);
}
