import type { Language, Line, Roster } from '../../vocabulary';
import type { HowToSay } from '../../wording';
import { youngPersonOf } from '../who/findStaff';

/** How whoever writes on this line is spoken to: in their language and style, where they last wrote. */
export function howToSayTo(roster: Roster, line: Line): Omit<HowToSay, 'values'> {
  const style = youngPersonOf(roster, line)?.style ?? 'ordinary';
  return { language: languageOf(roster, line), style, channel: line.lastChannel };
}

/** The language a young person reads; English for an unknown number. */
export function languageOf(roster: Roster, line: Line): Language {
  return youngPersonOf(roster, line)?.language ?? 'en';
}
