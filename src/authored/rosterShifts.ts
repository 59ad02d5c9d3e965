import { DateTime } from 'luxon';
import { DAY_MS, instantOf, later, type Instant, type Shift } from '../vocabulary';
import type { SheetShift } from './rosterSchema';

/** Weekly shifts are laid out this far around `now`: far enough back for a run of nights, far enough on for a month. */
const DAYS_BEFORE = 15;
const DAYS_AFTER = 45;

/** A moment as a rota writes it: with an offset, or as the organisation's clocks show it; null when it is neither. */
export function momentWritten(written: string, zone: string): Instant | null {
  const moment = DateTime.fromISO(written.trim().replace(' ', 'T'), { zone });
  return moment.isValid ? instantOf(moment.toMillis()) : null;
}

/** The shifts one line of a rota stands for; null when its times cannot be read or end before they begin. */
export function shiftsOf(line: SheetShift, zone: string, now: Instant): readonly Shift[] | null {
  const { duty, practitioner, every } = line;
  if (every !== undefined) {
    if (line.from !== undefined || line.to !== undefined) return null;
    return everyWeek(every, zone, now).map((span) => ({ duty, practitioner, ...span }));
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
function everyWeek(every: NonNullable<SheetShift['every']>, zone: string, now: Instant): readonly Span[] {
  const first = DateTime.fromISO(later(now, -DAYS_BEFORE * DAY_MS), { zone }).startOf('day');
  const spans: Span[] = [];
  for (let days = 0; days <= DAYS_BEFORE + DAYS_AFTER; days += 1) {
    const day = first.plus({ days });
    for (const hours of every.filter((one) => one.weekday === day.weekday)) {
      const ends = hours.to <= hours.from ? day.plus({ days: 1 }) : day;
      spans.push({ from: atClock(day, hours.from), to: atClock(ends, hours.to) });
    }
  }
  return spans
    .sort((a, b) => a.from.localeCompare(b.from))
    .reduce<Span[]>((joined, span) => {
      const last = joined.at(-1);
      return last && last.to >= span.from ? [...joined.slice(0, -1), { ...last, to: span.to }] : [...joined, span];
    }, []);
}

function atClock(day: DateTime, time: string): Instant {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const moment = hour === 24 ? day.plus({ days: 1 }).startOf('day') : day.set({ hour, minute });
  return instantOf(moment.toMillis());
}
