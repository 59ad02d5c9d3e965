import type { HelpContact } from '../../acts';
import { nationOf } from '../../rota';
import type { Instant, Roster } from '../../vocabulary';
import { whoToTalkTo, type Contact } from '../../wording/whoToTalkTo';

/** The helplines a young person of this organisation can be given at `now`; an area that names no nation is England's. */
export function helpContactsAt(contacts: readonly Contact[], roster: Roster, now: Instant): readonly HelpContact[] {
  const { area, timeZone } = roster.organisation;
  const nation = nationOf(area) ?? 'england';
  return whoToTalkTo(contacts, { nation, now, timeZone }).map(({ name, say }) => ({ name, say }));
}

/** Numbers for young people that are past their check date, and so are given to nobody any more. */
export function expiredContactsAt(contacts: readonly Contact[], now: Instant): readonly string[] {
  const today = now.slice(0, 10);
  return contacts.filter((one) => one.for === 'young-person' && one.expiresOn < today).map((one) => one.id);
}
