import { atLeast, DAY_MS, HOUR_MS, later, type Instant, type PractitionerId } from '../../vocabulary';
import type { LoadRow } from '../../record/views/types';
import { findRosterGaps, isNight, localDateOf } from '../../rota';
import type { Eye } from '../need-to-know/eye';
import { fullNameOf } from '../words/people';
import { inLastDays, QUARTER_DAYS } from './seeLoad';

/** One thing the service asks of people: how much, over how long, and what it may ask (PATHWAYS, load budgets). */
export interface LoadFigure {
  readonly what: string;
  readonly now: string;
  readonly over: string;
  readonly budget: string;
  readonly isOver: boolean;
}

const WEEK_DAYS = 7;
const MONTH_DAYS = 28;

/** Per night, over the whole team. */
const WAKINGS_A_NIGHT = 1;
const FALSE_WAKINGS_A_WEEK = 4;
/** Of those urgent or graver that somebody has marked right or wrong. */
const SHARE_RIGHT = 1 / 3;
const FALSE_URGENT_A_QUARTER = 2;
const DIGESTS_A_DAY = 1;
const NOTICES_BEFORE_TAKEN_ON = 6;
/** Half a day after a night has begun it is over: what one night is called by. */
const NIGHT_SHIFTED_MS = 12 * HOUR_MS;

/** The figures in the order a lead asks for them, of rows already cut to what the reader may see. */
export function sayLoad(eye: Eye, rows: readonly LoadRow[]): readonly LoadFigure[] {
  return [
    wakings(eye, rows),
    falseWakings(eye, rows),
    urgentRight(eye, rows),
    falseUrgent(eye, rows),
    digests(eye, rows),
    notices(eye, rows),
    nights(eye),
  ];
}

interface Waking {
  readonly at: Instant;
  /** By everything that woke them that night. */
  readonly isFalse: boolean;
}

/** Somebody texted or rung at night is woken once that night, however often it was. */
function wakingsOf({ roster }: Eye, rows: readonly LoadRow[]): readonly Waking[] {
  const { timeZone } = roster.organisation;
  const woken = new Map<string, Waking>();
  for (const row of rows) {
    for (const { practitioner, by, at } of row.notices) {
      if (by === 'email' || !isNight(at, timeZone)) continue;
      const night = `${practitioner} ${localDateOf(later(at, -NIGHT_SHIFTED_MS), timeZone)}`;
      const before = woken.get(night);
      woken.set(night, { at: before?.at ?? at, isFalse: isFalseAlarm(row) && (before?.isFalse ?? true) });
    }
  }
  return [...woken.values()];
}

/** Somebody marked it wrong, and nobody right. */
function isFalseAlarm({ verdicts }: LoadRow): boolean {
  return verdicts.includes('wrong') && !verdicts.includes('right');
}

function urgentSince({ now }: Eye, rows: readonly LoadRow[], days: number): readonly LoadRow[] {
  const since = later(now, -days * DAY_MS);
  return rows.filter(({ concern }) => atLeast(concern.level, 'urgent') && concern.openedAt >= since);
}

function wakings(eye: Eye, rows: readonly LoadRow[]): LoadFigure {
  const count = inLastDays(wakingsOf(eye, rows), MONTH_DAYS, eye.now).length;
  const aNight = count / MONTH_DAYS;
  return {
    what: 'People woken at night, the whole team',
    now: `${aNight.toFixed(1)} a night (${count} in all)`,
    over: `${MONTH_DAYS} nights`,
    budget: `${WAKINGS_A_NIGHT} a night on average`,
    isOver: aNight > WAKINGS_A_NIGHT,
  };
}

function falseWakings(eye: Eye, rows: readonly LoadRow[]): LoadFigure {
  const count = inLastDays(wakingsOf(eye, rows), WEEK_DAYS, eye.now).filter(({ isFalse }) => isFalse).length;
  return {
    what: 'Woken by what was marked wrong, the whole team',
    now: String(count),
    over: `${WEEK_DAYS} nights`,
    budget: `${FALSE_WAKINGS_A_WEEK} a week`,
    isOver: count > FALSE_WAKINGS_A_WEEK,
  };
}

function urgentRight(eye: Eye, rows: readonly LoadRow[]): LoadFigure {
  const urgent = urgentSince(eye, rows, QUARTER_DAYS);
  const right = urgent.filter(({ verdicts }) => verdicts.includes('right')).length;
  const marked = right + urgent.filter(isFalseAlarm).length;
  const unmarked = urgent.length - marked;
  return {
    what: 'Urgent or immediate, and right',
    now: `${right} of ${marked} marked${unmarked === 0 ? '' : `; ${unmarked} not marked right or wrong`}`,
    over: `${QUARTER_DAYS} days`,
    budget: 'at least 1 in 3',
    isOver: marked > 0 && right / marked < SHARE_RIGHT,
  };
}

function falseUrgent(eye: Eye, rows: readonly LoadRow[]): LoadFigure {
  const mentors = urgentSince(eye, rows, QUARTER_DAYS)
    .filter(isFalseAlarm)
    .flatMap(({ concern }) =>
      concern.youngPerson === null ? [] : (eye.youngPerson(concern.youngPerson)?.mentor ?? []),
    );
  return {
    what: 'Urgent for one mentor, and marked wrong',
    ...mostOf(eye, mentors),
    over: `${QUARTER_DAYS} days`,
    budget: `${FALSE_URGENT_A_QUARTER} a quarter`,
    isOver: most(mentors) > FALSE_URGENT_A_QUARTER,
  };
}

function digests(eye: Eye, rows: readonly LoadRow[]): LoadFigure {
  const { timeZone } = eye.roster.organisation;
  const sent = inLastDays(
    rows.flatMap((row) => row.digests),
    MONTH_DAYS,
    eye.now,
  );
  const texts = new Map(sent.map((one) => [one.text, `${one.practitioner} ${localDateOf(one.at, timeZone)}`]));
  const highest = most([...texts.values()]);
  return {
    what: 'Morning digests for one person in a day',
    now: highest === 0 ? 'None' : `${highest} at most`,
    over: `${MONTH_DAYS} days`,
    budget: String(DIGESTS_A_DAY),
    isOver: highest > DIGESTS_A_DAY,
  };
}

function notices(eye: Eye, rows: readonly LoadRow[]): LoadFigure {
  const counts = urgentSince(eye, rows, MONTH_DAYS).map((row) => {
    const takenOn = row.concern.acts.find(({ act }) => act === 'taken-on')?.at ?? eye.now;
    return row.notices.filter(({ at }) => at <= takenOn).length;
  });
  const above = counts.filter((count) => count > NOTICES_BEFORE_TAKEN_ON).length;
  return {
    what: 'Texts and calls before somebody took it on',
    now: counts.length === 0 ? 'None' : `${Math.max(...counts)} at most; more than 6 in ${above} of ${counts.length}`,
    over: `${MONTH_DAYS} days`,
    budget: `${NOTICES_BEFORE_TAKEN_ON} a concern`,
    isOver: above > 0,
  };
}

function nights(eye: Eye): LoadFigure {
  const gaps = findRosterGaps(eye.roster, eye.now, (MONTH_DAYS * DAY_MS) / HOUR_MS);
  const tooMany = gaps.flatMap((one) => (one.gap === 'too-many-nights' ? [one] : []));
  return {
    what: 'Nights in a row for one lead',
    now:
      tooMany.map(({ practitioner, nights: held }) => `${fullNameOf(eye, practitioner)} ${held}`).join(', ') ||
      '7 or fewer',
    over: `the next ${MONTH_DAYS} days`,
    budget: '7',
    isOver: tooMany.length > 0,
  };
}

function most(names: readonly string[]): number {
  return Math.max(0, ...names.map((name) => names.filter((other) => other === name).length));
}

function mostOf(eye: Eye, people: readonly PractitionerId[]): Pick<LoadFigure, 'now'> {
  const each = [...new Set(people)].map(
    (id) => `${fullNameOf(eye, id)} ${people.filter((other) => other === id).length}`,
  );
  return { now: each.join(', ') || 'None' };
}
