/** A date of the 2010 API: RFC 2822, whole seconds, always +0000. */
export function apiDate(date: Date | null): string | null {
  return date === null ? null : date.toUTCString().replace('GMT', '+0000');
}

/**
 * Whether a date meets the filters `Name`, `Name<`, `Name>` of a query: a bare day means that whole day, in UTC.
 * Something without the date meets none of them, as at Twilio: a queued text has no sent date yet.
 */
export function meetsDate(query: Readonly<Record<string, unknown>>, name: string, date: Date | null): boolean {
  const on = moment(query[name]);
  const before = moment(query[`${name}<`]);
  const after = moment(query[`${name}>`]);
  if (on === null && before === null && after === null) return true;
  if (date === null) return false;
  if (on !== null && date.toISOString().slice(0, 10) !== on.toISOString().slice(0, 10)) return false;
  if (before !== null && date > before) return false;
  return after === null || date >= after;
}

function moment(value: unknown): Date | null {
  if (typeof value !== 'string') return null;
  const date = new Date(value);
  return Number.isNaN(date.getTime()) ? null : date;
}
