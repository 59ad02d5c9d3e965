import type { HelpContact } from '../acts';
import { nationOf } from '../rota';
import type { Instant, Roster } from '../vocabulary';
import { whoToTalkTo, type Contact } from '../wording/whoToTalkTo';

/** The helplines a young person of this organisation can be given at `now`; an area that names no nation is England's. */
export function helpContactsAt(contacts: readonly Contact[], roster: Roster, now: Instant): readonly HelpContact[] {
  const { area, timeZone } = roster.organisation;
  const nation = nationOf(area) ?? 'england';
  return whoToTalkTo(contacts, { nation, now, timeZone }).map(({ name, say }) => ({ name, say }));
}
