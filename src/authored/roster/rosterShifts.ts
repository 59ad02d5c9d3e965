import { DateTime } from 'luxon';
import { DAY_MS, HOUR_MS, instantOf, later, MINUTE_MS, type Instant, type Shift } from '../../vocabulary';
import { momentWritten } from './momentWritten';
import type { SheetShift } from './rosterSchema';

/** Weekly shifts are laid out this far around `now`: far enough back for a run of nights, far enough on for a month. */
const DAYS_BEFORE = 15;
const DAYS_AFTER = 45;

/** What one line of a rota stands for; null when its times cannot be read or end before they begin. */
export type LineShifts = readonly Shift[] | null;

/** The shifts of each line, in their order. */
export function readShifts(rota: readonly SheetShift[], zone: string, now: Instant): readonly LineShifts[] {
  const calendar = calendarAround(now, zone);
  return rota.map((line) => shiftsOf(line, zone, calendar));
}

function shiftsOf(line: SheetShift, zone: string, calendar: Calendar): LineShifts {
  const { duty, practitioner, every } = line;
  if (every !== undefined) {
    if (line.from !== undefined || line.to !== undefined) return null;
    return everyWeek(every, calendar).map((span) => ({ duty, practitioner, ...span }));
  }
  const from = momentWritten(line.from ?? '', zone);
  const to = momentWritten(line.to ?? '', zone);
  return from === null || to === null || to <= from ? null : [{ duty, practitioner, from, to }];
}

interface Span {
  readonly from: Instant;
  readonly to: Instant;
}

/** Spans that meet are one: a duty held round the clock is one shift, not sixty. */
function everyWeek(every: NonNullable<SheetShift['every']>, calendar: Calendar): readonly Span[] {
  const spans: Span[] = [];
  for (let day = 0; day <= DAYS_BEFORE + DAYS_AFTER; day += 1) {
    for (const { from, to } of every.filter(({ weekday }) => weekday === calendar.weekdayOf(day))) {
      spans.push({ from: calendar.at(day, from), to: calendar.at(to <= from ? day + 1 : day, to) });
    }
  }
  return spans
    .sort((a, b) => a.from.localeCompare(b.from))
    .reduce<Span[]>((joined, span) => {
      const last = joined.at(-1);
      return last && last.to >= span.from ? [...joined.slice(0, -1), { ...last, to: span.to }] : [...joined, span];
    }, []);
}

/** The days around a moment, numbered from the first. */
interface Calendar {
  /** 1 is Monday. */
  weekdayOf(day: number): number;
  /** When clocks show `time` on that day; "24:00" is the start of the next. */
  at(day: number, time: string): Instant;
}

/** Most lines of a rota change at the same hours, and asking a time zone is slow: each hour of a day is asked for once. */
function calendarAround(now: Instant, zone: string): Calendar {
  const first = DateTime.fromISO(later(now, -DAYS_BEFORE * DAY_MS), { zone }).startOf('day');
  const days = new Map<number, DateTime>();
  const moments = new Map<string, Instant>();
  const on = (day: number): DateTime => remembered(days, day, () => first.plus({ days: day }));
  return {
    weekdayOf: (day) => on(day).weekday,
    at: (day, time) => remembered(moments, `${day} ${time}`, () => atClock(on(day), on(day + 1), time)),
  };
}

function remembered<K, V>(known: Map<K, V>, key: K, find: () => V): V {
  const value = known.get(key) ?? find();
  known.set(key, value);
  return value;
}

/** On a day of twenty-four hours the moment is counted; only where the clocks change is the time zone asked. */
function atClock(day: DateTime, next: DateTime, time: string): Instant {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const isWhole = next.toMillis() - day.toMillis() === DAY_MS;
  if (isWhole) return instantOf(day.toMillis() + hour * HOUR_MS + minute * MINUTE_MS);
  const moment = hour === 24 ? day.plus({ days: 1 }).startOf('day') : day.set({ hour, minute });
  return instantOf(moment.toMillis());
}
