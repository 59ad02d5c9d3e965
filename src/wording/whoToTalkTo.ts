import { DateTime } from 'luxon';
import type { Instant, LocalDate, LocalTime, Nation } from '../vocabulary';

/** A helpline or a duty number, dated: numbers rot, so each says who checked it and until when that holds. */
export interface Contact {
  readonly id: string;
  readonly name: string;
  /** Whom it is for: only those for a young person ever go into a text to one. */
  readonly for: 'young-person' | 'staff';
  /** As it stands in a text, name and number: "Childline 0800 1111". */
  readonly say: string;
  readonly nations: readonly Nation[];
  /** Local hours; empty = open day and night. Weekdays 1 (Monday) to 7. */
  readonly opens: readonly { readonly days: readonly number[]; readonly from: LocalTime; readonly to: LocalTime }[];
  /** Smaller is named first. */
  readonly order: number;
  /** "draft" until a named person has rung it: live refuses drafts. */
  readonly verifiedBy: string;
  readonly verifiedOn: LocalDate;
  readonly expiresOn: LocalDate;
  readonly source: string;
  /** For staff: when to use it, in words. */
  readonly when?: string | undefined;
}

/** More than this is a list, and a list helps nobody at night. */
const MOST = 3;

/** The helplines a young person can be given now: of their nation, open, checked and not expired; at most three. */
export function whoToTalkTo(
  contacts: readonly Contact[],
  { nation, now, timeZone }: { readonly nation: Nation; readonly now: Instant; readonly timeZone: string },
): readonly Contact[] {
  const local = DateTime.fromISO(now, { zone: timeZone });
  const today = local.toFormat('yyyy-MM-dd');
  return contacts
    .filter((one) => one.for === 'young-person' && one.nations.includes(nation))
    .filter((one) => one.expiresOn >= today && isOpen(one, local))
    .sort((a, b) => a.order - b.order)
    .slice(0, MOST);
}

/** Whether somebody answers there now. */
export function isOpenAt(contact: Pick<Contact, 'opens'>, now: Instant, timeZone: string): boolean {
  return isOpen(contact, DateTime.fromISO(now, { zone: timeZone }));
}

function isOpen({ opens }: Pick<Contact, 'opens'>, local: DateTime): boolean {
  if (opens.length === 0) return true;
  const time = local.toFormat('HH:mm');
  return opens.some(({ days, from, to }) => days.includes(local.weekday) && from <= time && time < to);
}
