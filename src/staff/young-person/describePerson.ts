import {
  firstName,
  HOUR_MS,
  later,
  mayBeCutOff,
  type CheckIn,
  type CheckInAnswer,
  type CommitmentKind,
  type Instant,
  type Role,
  type YoungPerson,
} from '../../vocabulary';
import { lastVisit, nextVisit, visitsBetween } from '../../rota';
import type { ThreadItem } from '../../record/views/types';
import type { Eye } from '../need-to-know/eye';
import { fullNameOf, nameOf } from '../words/people';
import { typeMoment } from '../words/readLocal';
import { drawMood } from '../pictures/drawMood';
import { byVisit } from './byVisit';
import { handsOff } from './handsOff';
import type { OpenedPerson } from './openPerson';

/** The three headings of the note, in the order a mentor hears them; then what is not a heading. */
const HEADINGS: readonly (readonly [CheckInAnswer['heading'], string])[] = [
  ['going-well', 'Going well'],
  ['not-going-well', 'Not going well'],
  ['would-like-to-change', 'Would like to change'],
];

/** A page is read on the visit itself, and on the way home. */
const VISIT_IS_READ_FOR_MS = 12 * HOUR_MS;

/** Whose office is every young person: they mark that somebody is back. */
const MARK_RETURNS: readonly Role[] = ['coordinator', 'duty-lead', 'manager'];

/** What the page of a young person shows, as far as this reader may see it. */
export function describePerson(opened: OpenedPerson) {
  const { eye, youngPerson, relation, history } = opened;
  const checkIns = history?.checkIns ?? [];
  const latest = checkIns.find((one) => one.finishedAt !== null || one.answers.length > 0) ?? null;
  const mentor = eye.practitioner(youngPerson.mentor);
  const buddy = youngPerson.buddy === null ? null : eye.practitioner(youngPerson.buddy);
  return {
    youngPerson,
    called: firstName(youngPerson),
    relation,
    mentor,
    buddy,
    history,
    nextVisitAt: nextVisit(eye.roster, youngPerson, eye.now),
    picture: drawMood(checkIns.slice(0, 12)),
    latest,
    note: latest === null ? [] : underHeadings(latest),
    goal: wordsOf(checkIns, 'goal')[0] ?? null,
    ...wordsForVisits(eye, youngPerson, checkIns),
    joinedWith: youngPerson.joining ? fullNameOf(eye, youngPerson.joining.with) : null,
    nextMentor: youngPerson.nextMentor ? eye.practitioner(youngPerson.nextMentor.who) : null,
    wentWell: youngPerson.endsOn ? wordsOf(checkIns, 'going-well') : [],
    commitments: (history?.commitments ?? []).map((one) => ({
      ...one,
      promised: sayPromise(one.what, one.who === null ? 'somebody' : nameOf(eye, one.who)),
    })),
    ...conversation(opened),
    concerns: history?.concerns ?? [],
    handsOff: handsOff(history),
    pressedApart: (history?.pressedApart ?? []).map((one) => ({ ...one, name: fullNameOf(eye, one.by) })),
    mayReportMissed: relation !== 'broke-glass',
    mayWrite: relation !== 'broke-glass',
    mayMarkMissing: relation !== 'broke-glass',
    values: sinceNow(eye),
    mayConfirmReturn: relation !== 'broke-glass' && eye.reader.roles.some((role) => MARK_RETURNS.includes(role)),
    mayGiveBackPhone: relation !== 'broke-glass' && !eye.reader.volunteer,
  };
}

/**
 * What was said, with its writers; the newest stretch open, and what was said before an earlier visit folded. Where nobody
 * visits, check-ins part it.
 */
function conversation({ eye, youngPerson, history }: OpenedPerson) {
  const thread = (history?.thread ?? []).map((item) => ({
    ...item,
    isCutOff: item.from === 'young-person' && mayBeCutOff(item),
    writer: writerOf(eye, youngPerson, item),
  }));
  const [first] = thread;
  const visits =
    first === undefined ? [] : visitsBetween(eye.roster, youngPerson, first.at, later(eye.now, -VISIT_IS_READ_FOR_MS));
  const checkIns = (history?.checkIns ?? []).map(({ startedAt }) => startedAt);
  const stretches = byVisit(thread, visits.length > 0 ? visits : checkIns);
  return {
    thread,
    partedBy: visits.length > 0 ? 'visit' : 'check-in',
    earlier: stretches.slice(0, -1),
    newest: stretches.at(-1)?.items ?? [],
  };
}

function writerOf(eye: Eye, youngPerson: YoungPerson, { from, who }: ThreadItem): string {
  if (from === 'young-person') return firstName(youngPerson);
  return who === null ? 'The service, automatic' : nameOf(eye, who);
}

/** Words for the visit that comes; what was left for one that is over stands behind them. */
function wordsForVisits(eye: Eye, youngPerson: YoungPerson, checkIns: readonly CheckIn[]) {
  const words = wordsOf(checkIns, 'for-the-visit');
  const last = lastVisit(eye.roster, youngPerson, later(eye.now, -VISIT_IS_READ_FOR_MS));
  const isOver = ({ at }: { readonly at: Instant }): boolean => last !== null && at < last;
  return { forTheVisit: words.filter((one) => !isOver(one)), forEarlierVisits: words.filter(isOver) };
}

/** What a young person was told will happen. Who is told does nothing for it: the service tells them. */
function sayPromise(what: CommitmentKind, name: string): string {
  const does: Readonly<Record<CommitmentKind, string>> = {
    'will-read': 'reads it',
    'will-tell': 'hears of it',
    'will-text': 'texts',
    'will-ring': 'rings',
    'will-speak': 'speaks with them',
    'may-read': 'is in again, and nobody reads it before',
  };
  return `${name} ${does[what]}`;
}

/** What the form for somebody missing starts from. */
function sinceNow({ now, roster }: OpenedPerson['eye']): Readonly<Record<string, string>> {
  const { day, month, year, time } = typeMoment(now, roster.organisation.timeZone);
  return { sinceDay: day, sinceMonth: month, sinceYear: year, sinceTime: time };
}

/** A check-in under its headings; what was not said is said to be not said, never filled in. */
function underHeadings(checkIn: CheckIn) {
  return HEADINGS.map(([heading, name]) => ({
    name,
    answers: checkIn.answers.filter((answer) => answer.heading === heading),
  }));
}

function wordsOf(checkIns: readonly CheckIn[], heading: CheckInAnswer['heading']) {
  return checkIns.flatMap((checkIn) =>
    checkIn.answers
      .filter((answer) => answer.heading === heading)
      .map((answer) => ({ ...answer, at: checkIn.startedAt })),
  );
}
