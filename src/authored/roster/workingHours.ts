import type { WorkingHours } from '../../vocabulary';
import { asClocksShow, CLOCK } from './clockTimes';
import { weekdaysOf } from './weekdays';

const SPAN = new RegExp(`^(${CLOCK})-(${CLOCK})$`);

export type HoursRead =
  | { readonly ok: true; readonly hours: readonly WorkingHours[] }
  /** `part`: what cannot be read. */
  | { readonly ok: false; readonly part: string };

/**
 * Days and the times that belong to them, as a roster writes them: "Mon-Fri 09:00-17:30", "Mon,Wed,Sat 12:00-16:00",
 * "Monday to Wednesday and Fri 9am-12pm, 13:00-17:00, Sat 10:00-14:00". Every day named since the last time has all the
 * times up to the next day. Days without a time, and times without a day, are not guessed at.
 */
export function readWorkingHours(written: string): HoursRead {
  const hours: WorkingHours[] = [];
  let days: string[] = [];
  let timesRead = 0;
  for (const word of wordsOf(written)) {
    const weekdays = weekdaysOf(word);
    const [, from, , to] = SPAN.exec(word) ?? [];
    if (weekdays !== null) {
      if (timesRead > 0) days = [];
      timesRead = 0;
      days.push(word);
    } else if (from !== undefined && to !== undefined && days.length > 0) {
      timesRead += 1;
      hours.push(...days.flatMap((day) => (weekdaysOf(day) ?? []).map((weekday) => ({ weekday, from, to }))));
    } else return { ok: false, part: word };
  }
  const left = days.at(-1);
  return left !== undefined && timesRead === 0 ? { ok: false, part: left } : { ok: true, hours };
}

function wordsOf(written: string): readonly string[] {
  return asClocksShow(written)
    .replace(/\band\b/gi, ' ')
    .split(/[\s,;&]+/)
    .filter(Boolean);
}
