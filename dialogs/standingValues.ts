import type { Instant } from '../src/vocabulary';
import { roundUpToFive, sayContacts, sayLocalTime, sayWhen } from '../src/wording';
import { holder, onCall, reader, readerIsMentor } from './people';
import type { Speaking, Value } from './values';

/** A moment as it is said to this young person now. */
export function sayTime(at: Instant): Value {
  return ({ facts, language }) => sayWhen(at, facts.now, { zone: facts.timeZone, language });
}

/** A deadline as it is said: rounded away from us. Returns both, so that what is recorded is what was said. */
export function sayDeadline(at: Instant): { readonly by: Instant; readonly said: Value } {
  const by = roundUpToFive(at);
  return { by, said: sayTime(by) };
}

/** What a placeholder means when a dialog gives nothing else: the names and times that are true for tonight. */
export function standingValue(turn: Speaking, name: string): string {
  return STANDING[name]?.(turn) ?? '';
}

const STANDING: Readonly<Record<string, (turn: Speaking) => string>> = {
  name: ({ facts }) => facts.youngPerson?.firstName ?? '',
  service: ({ facts }) => facts.service,
  organisation: ({ facts }) => facts.organisation,
  mentor: ({ facts }) => reader(facts)?.firstName ?? facts.organisation,
  lead: ({ facts }) => onCall(facts)?.firstName ?? facts.organisation,
  nightlead: ({ facts }) => (facts.nightLead ?? onCall(facts))?.firstName ?? facts.organisation,
  coordinator: ({ facts }) => facts.coordinator?.firstName ?? facts.organisation,
  who: ({ facts }) => holder(facts)?.firstName ?? facts.organisation,
  from: ({ facts, language }) => sayLocalTime(facts.nightFrom, language),
  to: ({ facts, language }) => sayLocalTime(facts.nightTo, language),
  checks: (turn) => sentenceAboutCoordinator(turn, 'sentence-checks'),
  records: (turn) => sentenceAboutCoordinator(turn, 'sentence-can-read-records'),
  oncall: (turn) => turn.sentence(onCall(turn.facts) ? 'sentence-on-call' : 'sentence-nobody-on-call'),
  talk: sayWhoToTalkTo,
  when: sayWhenMentorIsIn,
  visit: sayNextVisit,
  checkin: sayNextCheckIn,
  nextcontact: sayNextContact,
};

/** Nothing when there is no coordinator, or the coordinator already stands in as the reader. */
function sentenceAboutCoordinator(turn: Speaking, id: string): string {
  const { coordinator } = turn.facts;
  return coordinator && coordinator.id !== reader(turn.facts)?.id ? turn.sentence(id) : '';
}

/** Helplines that are open now. */
function sayWhoToTalkTo(turn: Speaking): string {
  return sayContacts(turn.facts.helpContacts, (id, values) => turn.sentence(id, values));
}

function sayWhenMentorIsIn(turn: Speaking): string {
  const { facts } = turn;
  if (!readerIsMentor(facts)) return '';
  if (facts.mentor?.available) return turn.sentence('sentence-in-now');
  return facts.mentorNextAt ? turn.sentence('sentence-next-in', { time2: sayTime(facts.mentorNextAt) }) : '';
}

function sayNextVisit(turn: Speaking): string {
  const { nextVisitAt } = turn.facts;
  const isKnown = nextVisitAt !== null && readerIsMentor(turn.facts);
  return isKnown ? turn.sentence('sentence-next-visit', { time2: sayTime(nextVisitAt) }) : '';
}

function sayNextCheckIn(turn: Speaking): string {
  const { nextCheckInAt } = turn.facts;
  return nextCheckInAt === null ? '' : turn.sentence('sentence-next-check-in', { time2: sayTime(nextCheckInAt) });
}

/** Whichever comes first: the next visit, or the next check-in. */
function sayNextContact(turn: Speaking): string {
  const { nextVisitAt: visit, nextCheckInAt: checkIn } = turn.facts;
  const isVisitFirst = visit !== null && (checkIn === null || visit <= checkIn);
  return (isVisitFirst && sayNextVisit(turn)) || sayNextCheckIn(turn);
}
