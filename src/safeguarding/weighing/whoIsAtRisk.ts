import type { About } from '../../vocabulary/concerns';
import type { Compiled } from '../reading/compile';
import type { Match } from '../reading/match';
import type { Reading } from '../reading/reading';

/**
 * Who is at risk by what a rule heard: an adult of the service who does it decides first, then whom it is done to.
 * `fixed`: what the rule itself says.
 */
export function aboutOf(
  fixed: About | undefined,
  matches: readonly Match[],
  { tags }: Reading,
  { people: { target, staff, me, them } }: Compiled,
): About {
  if (fixed !== undefined) return fixed;
  const is = (concept: number, unit: Match['units'][number]): boolean => tags.covers(concept, unit.start, unit.end);
  const units = matches.flatMap((match) => match.units);
  if (units.some((unit) => unit.atom !== target && is(staff, unit))) return 'practitioner';
  const mine = units.some((unit) => is(me, unit));
  const theirs = matches.some((match) => match.units.slice(1).some((unit) => is(them, unit)));
  return theirs && !mine ? 'other' : 'self';
}
