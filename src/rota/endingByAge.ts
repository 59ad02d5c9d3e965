import { DateTime } from 'luxon';
import type { AgeRules, LocalDate } from '../vocabulary';

/** The birthday that ends the work with somebody: their last day with us is the one before. */
export interface EndingByAge {
  readonly lastDay: LocalDate;
  /** The nearest to it of the marks, in days, at which the team hears of it; null: none has been reached. */
  readonly mark: number | null;
}

/** Born on 29 February, they turn on 1 March of a year without one. */
export function endingByAge(dateOfBirth: LocalDate, rules: AgeRules['ending'], today: LocalDate): EndingByAge {
  const born = DateTime.fromISO(dateOfBirth, { zone: 'utc' });
  const birthday = born.startOf('month').plus({ years: rules.atAge, days: born.day - 1 });
  const daysLeft = birthday.diff(DateTime.fromISO(today, { zone: 'utc' }), 'days').days;
  const reached = rules.teamToldDaysBefore.filter((mark) => daysLeft <= mark);
  return {
    lastDay: birthday.minus({ days: 1 }).toFormat('yyyy-MM-dd'),
    mark: reached.length === 0 ? null : Math.min(...reached),
  };
}
