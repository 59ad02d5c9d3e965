import { DateTime } from 'luxon';
import type { Instant, Shift } from '../../vocabulary';
import type { Change, Changes } from './compare';

/** Shifts named one by one; a rota laid out for weeks is counted. */
const SHIFTS_NAMED = 10;

/** What would change, or has: one line a person, no names, numbers or addresses. */
export function sayChanges({ people, shiftsAdded, shiftsRemoved }: Changes, zone: string): string {
  const lines = [
    ...people.map(sayChange),
    ...sayShifts('+', 'added', shiftsAdded, zone),
    ...sayShifts('-', 'removed', shiftsRemoved, zone),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

const SIGNS = { added: '+', changed: '~', removed: '-' } as const;

function sayChange({ who, change, fields }: Change): string {
  return `${SIGNS[change]} ${who}${fields.length === 0 ? '' : `: ${fields.join(', ')}`}`;
}

function sayShifts(sign: string, what: string, shifts: readonly Shift[], zone: string): string[] {
  if (shifts.length === 0) return [];
  const named = shifts.slice(0, SHIFTS_NAMED).map((shift) => `${sign}   ${sayShift(shift, zone)}`);
  const more = shifts.length > SHIFTS_NAMED ? [`${sign}   and ${shifts.length - SHIFTS_NAMED} more`] : [];
  return [`${sign} rota: ${shifts.length} shifts ${what}`, ...named, ...more];
}

function sayShift({ duty, practitioner, from, to }: Shift, zone: string): string {
  return `${duty}: ${practitioner}, ${local(from, zone)} to ${local(to, zone)}`;
}

function local(at: Instant, zone: string): string {
  return DateTime.fromISO(at, { zone }).setLocale('en-GB').toFormat('ccc d LLL HH:mm');
}
