import { DateTime } from 'luxon';
import type { Event, Instant, Roster } from '../../vocabulary';
import type { Heard } from './carrier';

const BY = { sms: 'text', voice: 'call', email: 'e-mail' } as const;

/** The organisation's clock, as everybody in a simulation reads it. */
export function clockTime(at: Instant, { organisation }: Roster): string {
  return DateTime.fromISO(at, { zone: organisation.timeZone }).setLocale('en-GB').toFormat('ccc HH:mm:ss');
}

/** What one phone hears: "Tue 17:00:12  jade (text)  ...". */
export function showHeard(heard: Heard, roster: Roster, name: string): string {
  const text = heard.text.replace(/\n+/g, '\n    ');
  return `${clockTime(heard.at, roster)}  ${name} (${BY[heard.by]})  ${text}`;
}

/** What happens behind the phones, for the few events a person at the terminal wants to see; null for the others. */
export function showEvent({ name, at, data }: Event, roster: Roster): string | null {
  const says = sayEvent(name, data);
  return says === null ? null : `${clockTime(at, roster)}  · ${says}`;
}

function sayEvent(name: Event['name'], data: Event['data']): string | null {
  switch (name) {
    case 'concern-opened':
      return `a concern is opened: ${String(data['level'])}`;
    case 'concern-raised':
      return `the concern is raised: ${String(data['level'])}`;
    case 'concern-joined':
      return 'it joins the concern that is open';
    case 'notice-held':
      return `${String(data['practitioner'])} is told at ${String(data['until'])}`;
    case 'notice-missed':
    case 'nobody-on-duty':
      return `nobody as ${String(data['as'])}: ${String(data['reason'])}`;
    case 'act-recorded':
      return `${String(data['by'])}: ${String(data['act'])}`;
    case 'act-reopened':
      return `${String(data['act'])} is open again: ${String(data['reason'])}`;
    case 'held-until-safe-hours':
      return `a ${data['what'] ?? 'text'} waits for safe hours, until ${String(data['until'])}`;
    case 'check-in-not-started':
      return `no check-in: ${String(data['why'])}`;
    case 'message-could-not-be-assessed':
      return 'the message could not be assessed: a human reads it';
    default:
      return null;
  }
}
