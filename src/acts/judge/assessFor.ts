import { localDateOf } from '../../rota';
import { raiseForAge } from '../../safeguarding';
import { ageOn, isUnder13, type Assessment, type Roster, type ToAssess, type YoungPerson } from '../../vocabulary';
import type { ActContext } from '../context';
import { namesToHear } from '../who/namesToHear';

/** The verdict on words of one young person (null: an unknown number), who knows these adults and is this old. */
export function assessFor(
  ctx: ActContext,
  roster: Roster,
  person: YoungPerson | null,
  input: Omit<ToAssess, 'staff' | 'carers'>,
): Assessment {
  const staff = namesToHear(roster, person, [input.text, ...input.before]);
  const carers = person?.carers ?? [];
  const age = ageNow(ctx, roster, person);
  return raiseForAge(ctx.assess({ ...input, staff, carers, under13: isUnder13(age) }), age, ctx.ages.under13);
}

/** In whole years; null where nobody wrote down when they were born. */
export function ageNow(ctx: ActContext, roster: Roster, person: YoungPerson | null): number | null {
  if (person === null || person.dateOfBirth === null) return null;
  return ageOn(person.dateOfBirth, localDateOf(ctx.clock.now(), roster.organisation.timeZone));
}
