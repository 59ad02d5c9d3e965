import { endingByAge, localDateOf, momentOf } from '../../rota';
import type { Line, LocalDate, Roster, YoungPerson } from '../../vocabulary';
import { sayDate } from '../../wording';
import type { ActContext } from '../context';
import { sayToPractitioner } from '../say/sayToPractitioner';
import type { Stores } from '../stores';
import { isKeptFrom } from '../who/isKeptFrom';
import { staffingNow } from '../who/staffingNow';

/**
 * Nobody's work with us ends by surprise on a birthday: while there is time to plan, the day before it becomes the day
 * of their last check-in, and their practitioner and the coordinator hear of it, at each mark once. A day that people
 * have planned themselves stands, and nobody is cut off who was of age before anybody could plan. Gives the young person
 * as they are planned with now.
 */
export async function planEndingByAge(
  ctx: ActContext,
  tx: Stores,
  roster: Roster,
  person: YoungPerson,
): Promise<YoungPerson> {
  if (person.dateOfBirth === null) return person;
  const now = ctx.clock.now();
  const zone = roster.organisation.timeZone;
  const today = localDateOf(now, zone);
  const { lastDay, mark } = endingByAge(person.dateOfBirth, ctx.ages.ending, today);
  const isPlannedByPeople = person.endsOn != null && person.endsOn !== lastDay;
  if (mark === null || lastDay < today || isPlannedByPeople) return person;
  const line = await tx.lines.lockOf(person.id, now, ctx.ids.next());
  const planned: YoungPerson = { ...person, endsOn: lastDay };
  if (person.endsOn == null) {
    await tx.roster.saveYoungPerson(planned);
    await tx.events.append({ line: line.id, name: 'ending-planned-by-age', at: now, data: { on: lastDay } });
  }
  const told = await tx.events.latest(line.id, 'team-told-of-birthday', { lastDay });
  if (told !== null && Number(told.data['mark']) <= mark) return planned;
  await tx.events.append({ line: line.id, name: 'team-told-of-birthday', at: now, data: { lastDay, mark } });
  await tellTheTeam(ctx, tx, roster, { line, lastDay });
  return planned;
}

async function tellTheTeam(
  ctx: ActContext,
  tx: Stores,
  roster: Roster,
  { line, lastDay }: { readonly line: Line; readonly lastDay: LocalDate },
): Promise<void> {
  const zone = roster.organisation.timeZone;
  const { mentor, coordinator } = staffingNow(ctx, roster, line.youngPerson);
  const date = sayDate(momentOf(lastDay, '12:00', zone), { zone, language: 'en' });
  for (const one of new Set([mentor?.practitioner.id, coordinator?.practitioner.id])) {
    if (one === undefined || (await isKeptFrom(tx, line, one))) continue;
    await sayToPractitioner(ctx, tx, one, 'ending-by-age', { date, link: ctx.caseloadLink() }, 'email');
  }
}
