import { leadTonight, nextCheckIn, nextVisit, NIGHT } from '../../rota';
import {
  atLeast,
  DAY_MS,
  firstName,
  isUnder13,
  later,
  type CheckIn,
  type Concern,
  type Facts,
  type Instant,
  type Line,
  type Message,
  type Named,
  type Roster,
  type Staffed,
  type YoungPerson,
} from '../../vocabulary';
import { hasNoteGone, isUnanswered } from '../check-in/checkInRecord';
import { isHowWasThisDue } from '../check-in/howWasThisDue';
import type { ActContext } from '../context';
import { ageNow } from '../judge/assessFor';
import type { Stores } from '../stores';
import { practitionerOf, youngPersonOf } from '../who/findStaff';
import { staffingNow } from '../who/staffingNow';
import { askKept, type KeptFacts } from './askKept';
import { concernFacts, freshFacts, named, spokenOf } from './concernFacts';
import type { FreshConcern } from './freshConcern';

/** How long after a check-in a lone number is still its answer: the phone was off, in a drawer, or taken away. */
const MOOD_AWAITED_FOR_MS = 3 * DAY_MS;

/** What is to be answered; nothing of it where the service speaks first. */
interface Spoken {
  readonly burst: readonly Message[];
  readonly fresh: FreshConcern | null;
  /** Asked for before, where somebody had to wait anyway. */
  readonly asked?: Promise<KeptFacts>;
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
  { burst, fresh, asked = askKept(ctx, tx, roster, line, burst) }: Spoken,
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
    nightFrom: NIGHT.from,
    nightTo: NIGHT.to,
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
