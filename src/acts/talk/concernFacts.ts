import {
  firstName,
  highest,
  later,
  type Concern,
  type ConcernFacts,
  type Facts,
  type Instant,
  type Named,
  type Roster,
  type Staffed,
  type Staffing,
  type YoungPerson,
} from '../../vocabulary';
import { waitingForAnswer } from '../concern/safeNow';
import type { Stores } from '../stores';
import { calledOnRoster } from '../who/findStaff';
import { whoReadsIt } from '../who/whoReadsIt';
import type { FreshConcern } from './freshConcern';

/**
 * Of several open concerns the one this turn is about: what they have just told, then the one whose question waits for
 * its answer, then what nobody has decided on, the newest first.
 */
export function spokenOf(open: readonly Concern[], fresh: FreshConcern | null): Concern | null {
  const newestFirst = [...open].reverse();
  return (
    newestFirst.find((one) => one.id === fresh?.concern.id) ??
    waitingForAnswer(newestFirst)[0] ??
    newestFirst.find((one) => one.case.acts.every(({ act }) => act !== 'decided')) ??
    newestFirst[0] ??
    null
  );
}

/** What a dialog may say of an open concern: who was told, who has read it, who will. */
export async function concernFacts(
  tx: Stores,
  roster: Roster,
  staffing: Staffing,
  concern: Concern | null,
): Promise<ConcernFacts | null> {
  if (!concern) return null;
  const notices = await tx.notices.of(concern.id);
  const act = (wanted: string) => concern.case.acts.find((one) => one.act === wanted);
  const who = (id: string): Named => ({ id, firstName: calledOnRoster(roster, id), available: true });
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

function firstNotices<T extends { practitioner: string; withdrawnAt: Instant | null }>(notices: readonly T[]): T[] {
  const told = new Map<string, T>();
  for (const notice of notices) {
    if (notice.withdrawnAt === null && !told.has(notice.practitioner)) told.set(notice.practitioner, notice);
  }
  return [...told.values()];
}

/** What a dialog may say of what this very burst told. */
export function freshFacts(staffing: Staffing, person: YoungPerson | null, fresh: FreshConcern): Facts['fresh'] {
  const { concern, assessment } = fresh;
  const [accused] = assessment.meant.names;
  const reads = whoReadsIt(concern, staffing);
  const mentorHidden = person !== null && concern.hiddenFrom.includes(person.mentor);
  return {
    assessment: { ...assessment, level: highest(assessment.level, concern.level) },
    nature: concern.nature,
    accused: accused === undefined ? null : firstName({ name: accused }),
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

/** Somebody who stands somewhere now, as a dialog may name them. */
export function named(staffed: Staffed | null): Named | null {
  return (
    staffed && {
      id: staffed.practitioner.id,
      firstName: firstName(staffed.practitioner),
      available: staffed.available,
    }
  );
}
