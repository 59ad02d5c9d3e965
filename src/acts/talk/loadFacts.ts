import { leadTonight, nextCheckIn, nextVisit } from '../../rota';
import {
  atLeast,
  DAY_MS,
  firstName,
  highest,
  isUnder13,
  later,
  type Assessment,
  type CheckIn,
  type Concern,
  type ConcernFacts,
  type Facts,
  type Instant,
  type Line,
  type Message,
  type Named,
  type Roster,
  type Staffed,
  type Staffing,
  type YoungPerson,
} from '../../vocabulary';
import { hasNoteGone, isUnanswered } from '../check-in/checkInRecord';
import { isHowWasThisDue } from '../check-in/howWasThisDue';
import { waitingForAnswer } from '../concern/safeNow';
import type { ActContext } from '../context';
import { ageNow } from '../judge/assessFor';
import type { Stores } from '../stores';
import { practitionerOf, youngPersonOf } from '../who/findStaff';
import { staffingNow } from '../who/staffingNow';
import { whoReadsIt } from '../who/whoReadsIt';
import { askKept, type KeptFacts } from './askKept';

/** How long after a check-in a lone number is still its answer: the phone was off, in a drawer, or taken away. */
const MOOD_AWAITED_FOR_MS = 3 * DAY_MS;

/** What a burst opened or raised, as the dialog must answer it. */
export interface FreshConcern {
  readonly concern: Concern;
  readonly assessment: Assessment;
}

/**
 * Reads everything a dialog may speak of. What is not in here cannot be said: a dialog never guesses who is awake,
 * who has read what, or when somebody will.
 */
export async function loadFacts(
  ctx: ActContext,
  tx: Stores,
  roster: Roster,
  line: Line,
  burst: readonly Message[],
  fresh: FreshConcern | null,
  asked: Promise<KeptFacts> = askKept(ctx, tx, roster, line, burst),
): Promise<Facts> {
  const now = ctx.clock.now();
  const person = youngPersonOf(roster, line);
  const staffing = staffingNow(ctx, roster, line.youngPerson);
  const { checkIns, limits, optOut } = await asked;
  const open = await tx.concerns.openOf(line.id);
  const spoken = open.filter((one) => atLeast(one.level, 'urgent'));
  const zone = roster.organisation.timeZone;
  const hidden = new Set([...line.notThem, ...open.flatMap((one) => one.hiddenFrom)]);
  const mentor = practitionerOf(roster, person?.mentor ?? null);
  return {
    now,
    timeZone: zone,
    service: ctx.serviceName,
    organisation: roster.organisation.name,
    youngPerson: person && describe(person, ageNow(ctx, roster, person), now),
    mentor: onlyLeadsRead(open) ? null : mentor && named(staffing.mentor) && nameUnlessHidden(staffing.mentor, hidden),
    coordinator: onlyLeadsRead(open) ? null : nameUnlessHidden(staffing.coordinator, hidden),
    lead: nameUnlessHidden(staffing.lead, hidden),
    second: nameUnlessHidden(staffing.second, hidden),
    nightLead: nameTonight(roster, hidden, now),
    notThem: [...hidden],
    night: staffing.night,
    nightFrom: '21:30',
    nightTo: '08:00',
    mentorNextAt: staffing.mentor?.nextInAt ?? null,
    nextVisitAt: person && nextVisit(roster, person, now),
    nextCheckInAt: person && line.stoppedAt === null ? nextCheckIn(roster, person, now) : null,
    monitored: staffing.lead !== null || staffing.second !== null,
    concern: await concernFacts(tx, roster, staffing, spokenOf(spoken, fresh)),
    fresh: fresh && freshFacts(staffing, person, fresh),
    limits,
    lastGoal: goalOf(checkIns.slice(0, 2)),
    lastMood: checkIns[0]?.mood ?? null,
    helpContacts: ctx.helpContacts(roster, now),
    stopped: line.stoppedAt !== null,
    phoneNotTheirs: line.notTheirsAt !== null,
    optOut,
    checkInDue: null,
    moodAwaited: isMoodAwaited(checkIns[0], now),
    noteGone: checkIns[0] !== undefined && (await hasNoteGone(tx, line, checkIns[0])),
    howWasThisDue: await isHowWasThisDue(tx, line, checkIns, now),
  };
}

function isMoodAwaited(latest: CheckIn | undefined, now: Instant): boolean {
  return latest !== undefined && isUnanswered(latest) && later(latest.startedAt, MOOD_AWAITED_FOR_MS) > now;
}

/**
 * From an allegation on, whoever it is about, nobody else's page shows what is written here: what follows would tell of
 * it. So nobody is named as reading along but the leads.
 */
function onlyLeadsRead(open: readonly Concern[]): boolean {
  return open.some((one) => one.nature === 'allegation');
}

function describe(person: YoungPerson, age: number | null, now: Instant): Facts['youngPerson'] {
  return {
    firstName: firstName(person),
    language: person.language,
    style: person.style,
    joined: person.joinedAt !== null && person.joinedAt <= now,
    missing: person.missingSince !== null,
    under13: isUnder13(age),
  };
}

function named(staffed: Staffed | null): Named | null {
  return (
    staffed && {
      id: staffed.practitioner.id,
      firstName: firstName(staffed.practitioner),
      available: staffed.available,
    }
  );
}

function nameUnlessHidden(staffed: Staffed | null, hidden: ReadonlySet<string>): Named | null {
  return staffed && !hidden.has(staffed.practitioner.id) ? named(staffed) : null;
}

function nameTonight(roster: Roster, hidden: ReadonlySet<string>, now: Instant): Facts['nightLead'] {
  const lead = practitionerOf(roster, leadTonight(roster, now));
  return lead && !hidden.has(lead.id) ? { id: lead.id, firstName: firstName(lead) } : null;
}

function goalOf(checkIns: readonly { answers: readonly { heading: string; words: string }[] }[]): string | null {
  const answers = checkIns.flatMap((one) => one.answers);
  return answers.find((one) => one.heading === 'goal' || one.heading === 'would-like-to-change')?.words ?? null;
}

/**
 * Of several open concerns the one this turn is about: what they have just told, then the one whose question waits for
 * its answer, then what nobody has decided on, the newest first.
 */
function spokenOf(open: readonly Concern[], fresh: FreshConcern | null): Concern | null {
  const newestFirst = [...open].reverse();
  return (
    newestFirst.find((one) => one.id === fresh?.concern.id) ??
    waitingForAnswer(newestFirst)[0] ??
    newestFirst.find((one) => one.case.acts.every(({ act }) => act !== 'decided')) ??
    newestFirst[0] ??
    null
  );
}

async function concernFacts(
  tx: Stores,
  roster: Roster,
  staffing: Staffing,
  concern: Concern | null,
): Promise<ConcernFacts | null> {
  if (!concern) return null;
  const notices = await tx.notices.of(concern.id);
  const act = (wanted: string) => concern.case.acts.find((one) => one.act === wanted);
  const who = (id: string): Named => ({ id, firstName: nameOf(roster, id), available: true });
  const seen = act('seen');
  const takenOn = act('taken-on');
  const decided = act('decided');
  const asked = concern.safeNow;
  const delivery = asked ? await tx.deliveries.get(asked.delivery) : null;
  const reads = whoReadsIt(concern, staffing);
  return {
    id: concern.id,
    level: concern.level,
    kinds: concern.kinds,
    openedAt: concern.openedAt,
    readBy: seen ? { who: who(seen.by), at: seen.at } : null,
    takenOnBy: takenOn ? { who: who(takenOn.by), at: takenOn.at } : null,
    decidedAt: decided?.at ?? null,
    decidedBy: decided ? who(decided.by) : null,
    heldBy: concern.case.holder === null ? null : who(concern.case.holder),
    keptFrom: concern.hiddenFrom.map(who),
    told: firstNotices(notices).map((one) => ({ who: who(one.practitioner), at: one.madeAt })),
    reads: named(reads.who),
    willReadBy: reads.readBy,
    safeNow: asked && {
      askedAt: asked.askedAt,
      acceptedAt: delivery?.acceptedAt ?? null,
      answer: asked.answer === 'silence' ? null : asked.answer,
    },
  };
}

function nameOf(roster: Roster, id: string): string {
  const practitioner = practitionerOf(roster, id);
  return practitioner ? firstName(practitioner) : roster.organisation.name;
}

function firstNotices<T extends { practitioner: string; withdrawnAt: Instant | null }>(notices: readonly T[]): T[] {
  const told = new Map<string, T>();
  for (const notice of notices) {
    if (notice.withdrawnAt === null && !told.has(notice.practitioner)) told.set(notice.practitioner, notice);
  }
  return [...told.values()];
}

function freshFacts(staffing: Staffing, person: YoungPerson | null, fresh: FreshConcern): Facts['fresh'] {
  const { concern, assessment } = fresh;
  const reads = whoReadsIt(concern, staffing);
  const mentorHidden = person !== null && concern.hiddenFrom.includes(person.mentor);
  return {
    assessment: { ...assessment, level: highest(assessment.level, concern.level) },
    nature: concern.nature,
    accused: assessment.meant.names[0] ?? null,
    teller: named(reads.who),
    readBy: reads.readBy,
    mentorHearsAt: mentorHidden ? null : mentorHears(staffing, concern),
  };
}

/** At night the practitioner hears at the start of their day; by day at once. */
function mentorHears(staffing: Staffing, concern: Concern): Instant | null {
  if (!staffing.mentor) return null;
  const held = staffing.night && concern.level !== 'immediate' && staffing.mentor.practitioner.wakeFor !== 'urgent';
  return held ? staffing.mentor.dayStartsAt : later(staffing.at, 0);
}
