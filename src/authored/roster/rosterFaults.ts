import { findRosterGaps, nationOf, type RosterGap } from '../../rota';
import { HOUR_MS, later, type Instant, type Roster } from '../../vocabulary';
import type { Fault } from '../readYaml';
import { findOddities } from './rosterOddities';
import type { RosterSheet } from './rosterSchema';
import type { LineShifts } from './rosterShifts';

/** Gaps within this are errors, later ones warnings (PATHWAYS). */
const ERRORS_WITHIN_HOURS = 72;
const LOOKED_AHEAD_HOURS = 28 * 24;

type Path = readonly PropertyKey[];
type Place = (path: Path, says: string) => Fault;

/** What makes a roster unusable, each fault on its line, in the order of the file. */
export function findRosterFaults(sheet: RosterSheet, shifts: readonly LineShifts[], place: Place): readonly Fault[] {
  const faults = [
    ...doubledIds(sheet, place),
    ...doubledPhones(sheet, place),
    ...unknownIds(sheet, place),
    ...brokenShifts(sheet, shifts, place),
    ...brokenLeave(sheet, place),
  ];
  return faults.sort((a, b) => a.line - b.line);
}

function doubledIds(sheet: RosterSheet, place: Place): Fault[] {
  const all = [...entries('practitioners', sheet.practitioners), ...entries('youngPeople', sheet.youngPeople)];
  return doubled(all.map(([path, one]) => [[...path, 'id'], one.id])).map(([path, id]) =>
    place(path, `the id ${id} is there twice: give this one another`),
  );
}

/** A number belongs to one person: a reply from it could otherwise be anybody's. */
function doubledPhones(sheet: RosterSheet, place: Place): Fault[] {
  const all = [...entries('practitioners', sheet.practitioners), ...entries('youngPeople', sheet.youngPeople)];
  const numbers = all.flatMap(([path, one]): [Path, string][] => (one.phone ? [[[...path, 'phone'], one.phone]] : []));
  return doubled([[['organisation', 'phone'], sheet.organisation.phone], ...numbers]).map(([path]) =>
    place(path, 'this number is already somebody else’s: give another, or none to whoever can chat on the web'),
  );
}

function doubled(values: readonly (readonly [Path, string])[]): readonly (readonly [Path, string])[] {
  return values.filter(([, value], index) => values.findIndex(([, other]) => other === value) < index);
}

function unknownIds(sheet: RosterSheet, place: Place): Fault[] {
  const known = new Set(sheet.practitioners.map((one) => one.id));
  const named: [Path, string | null | undefined][] = [
    [['organisation', 'outsideContact'], sheet.organisation.outsideContact],
    ...entries('youngPeople', sheet.youngPeople).flatMap(([path, one]): [Path, string | null | undefined][] => [
      [[...path, 'mentor'], one.mentor],
      [[...path, 'buddy'], one.buddy],
      [[...path, 'nextMentor', 'who'], one.nextMentor?.who],
      ...one.conflicts.map((id, index): [Path, string] => [[...path, 'conflicts', index], id]),
    ]),
    ...entries('rota', sheet.rota).map(([path, one]): [Path, string] => [[...path, 'practitioner'], one.practitioner]),
  ];
  return named.flatMap(([path, id]) =>
    id == null || known.has(id) ? [] : [place(path, `nobody has the id ${id}: write the id of a practitioner`)],
  );
}

function brokenShifts(sheet: RosterSheet, shifts: readonly LineShifts[], place: Place): Fault[] {
  const says = 'a shift has either from and to, the later one last, or every: "Mon-Sun 00:00-24:00"';
  return entries('rota', sheet.rota)
    .filter((_, index) => shifts[index] === null)
    .map(([path]) => place(path, says));
}

function brokenLeave(sheet: RosterSheet, place: Place): Fault[] {
  return entries('practitioners', sheet.practitioners).flatMap(([path, one]) =>
    one.leave.flatMap((leave, index) =>
      leave.to < leave.from
        ? [place([...path, 'leave', index], 'leave ends before it begins: write its first day as from, its last as to')]
        : [],
    ),
  );
}

function entries<T>(list: string, all: readonly T[]): readonly (readonly [Path, T])[] {
  return all.map((one, index) => [[list, index], one]);
}

/** What a usable roster still lacks: gaps soon (errors to `check`), and what can wait (warnings). */
export function findRosterWarnings(
  roster: Roster,
  shifts: readonly LineShifts[],
  now: Instant,
  place: Place,
): { readonly gaps: readonly Fault[]; readonly warnings: readonly Fault[] } {
  const soonEnds = later(now, ERRORS_WITHIN_HOURS * HOUR_MS);
  const found = findRosterGaps(roster, now, LOOKED_AHEAD_HOURS);
  const placed = (gap: RosterGap) => place(lineBefore(gap, shifts), sayGap(gap));
  const isError = (gap: RosterGap) => gap.gap !== 'too-many-nights' && gap.from < soonEnds;
  const area: Fault[] =
    nationOf(roster.organisation.area) === null
      ? [place(['organisation', 'area'], `bank holidays of ${roster.organisation.area} are not known: England's count`)]
      : [];
  return {
    gaps: found.filter(isError).map(placed),
    warnings: [...area, ...findOddities(roster, place), ...found.filter((gap) => !isError(gap)).map(placed)],
  };
}

/** The shift that ends where a duty is left uncovered; the rota itself where there is none. */
function lineBefore(gap: RosterGap, shifts: readonly LineShifts[]): Path {
  if (gap.gap !== 'uncovered') return ['rota'];
  const line = shifts.findIndex((each) => each?.some(({ duty, to }) => duty === gap.duty && to === gap.from));
  return line === -1 ? ['rota'] : ['rota', line];
}

function sayGap(gap: RosterGap): string {
  switch (gap.gap) {
    case 'uncovered':
      return `nobody holds the duty ${gap.duty} from ${gap.from} to ${gap.to}: write a shift of somebody for it`;
    case 'same-person':
      return `${gap.practitioner} is lead and second at once from ${gap.from} to ${gap.to}`;
    case 'too-many-nights':
      return `${gap.practitioner} holds more than seven nights in a row, the first on ${gap.from.slice(0, 10)}`;
  }
}
