import { firstName, type Practitioner, type Roster, type YoungPerson } from '../../vocabulary';
import { staffKnownTo } from './findStaff';

/**
 * What the adults of the service are called, for the assessor to listen for. Those a young person knows go by their
 * first names. A family name is listened for only where these texts say it as a name: many are plain words ("wood"),
 * and a friend may share a first one. "Martin Hale" is he, known or not; "Mr Okafor" is their own mentor or buddy,
 * for a teacher may be called like anybody else. "Gwen from your place" is ours by what is said beside the name.
 */
export function namesToHear(roster: Roster, person: YoungPerson | null, texts: readonly string[]): readonly string[] {
  const known = new Set(staffKnownTo(roster, person).map(({ id }) => id));
  const pair = new Set([person?.mentor, person?.buddy]);
  const said = texts.join('\n');
  return roster.practitioners.flatMap((one) => {
    if (isCalledInFull(one, said, pair.has(one.id))) return [one.name];
    return known.has(one.id) || isCalledOurs(one, said) ? [firstName(one)] : [];
  });
}

const TITLES = 'mr|mrs|ms|miss|mx|dr';

function isCalledInFull({ name }: Practitioner, said: string, alsoByTitle: boolean): boolean {
  const [first, ...rest] = name.trim().split(/\s+/);
  const family = rest.at(-1);
  if (first === undefined || family === undefined) return false;
  if (!said.toLowerCase().includes(family.toLowerCase())) return false;
  const before = alsoByTitle ? `(?:${escaped(first)}|${TITLES})` : escaped(first);
  return new RegExp(`(?<!\\p{L})${before}[\\s.]+${escaped(family)}(?:['’]?s)?(?!\\p{L})`, 'iu').test(said);
}

const YOURS = '(?:your|ur|ya)';
const OUR_PLACE = '(?:place|team|service|project|group|charity|organisation|org|office|hub|centre|lot)';
const OUR_PEOPLE = '(?:worker|mentor|volunteer|colleague|coordinator|lead|manager|buddy|lady|man|guy|woman|bloke)';

/** Said to be one of us, whoever else has that first name: "gwen from your place", "tom who works for you", "your worker ann". */
function isCalledOurs(one: Practitioner, said: string): boolean {
  const first = escaped(firstName(one));
  if (!said.toLowerCase().includes(firstName(one).toLowerCase())) return false;
  const behind = `${first}[\\s,]+(?:(?:from|at|off|in|on)\\s+${YOURS}\\s+${OUR_PLACE}|(?:who|that|whos|who['’]s)\\s+(?:works?|working|volunteers?)\\s+(?:for|with|at)\\s+(?:you|u|ya|${YOURS}\\s+${OUR_PLACE}))`;
  const before = `${YOURS}\\s+(?:other\\s+)?${OUR_PEOPLE}[\\s,]+${first}`;
  return new RegExp(`(?<!\\p{L})(?:${behind}|${before})(?!\\p{L})`, 'iu').test(said);
}

function escaped(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
