import { changesAhead, localDateOf, momentOf, type ChangeAhead } from '../../rota';
import { firstName, HOUR_MS, later, type Line, type Roster, type YoungPerson } from '../../vocabulary';
import { sayDate } from '../../wording';
import type { ActContext } from '../context';
import { planErrand } from '../planErrand';
import { canBeTexted } from '../say/canBeTexted';
import { languageOf } from '../say/howToSayTo';
import { sayToYoungPerson } from '../say/sayToYoungPerson';
import type { Stores } from '../stores';
import { calledOnRoster } from '../who/findStaff';
import { isKeptFrom } from '../who/isKeptFrom';
import { planEndingByAge } from './planEndingByAge';

/**
 * Every hour: nobody new comes, nobody goes and nothing ends without the young person having heard of it by name
 * beforehand. When a new mentor's day has come, they are the mentor.
 */
export async function introducePeople(ctx: ActContext, tx: Stores): Promise<void> {
  const now = ctx.clock.now();
  await planErrand(ctx, tx, { kind: 'people-watch', subject: 'organisation', line: null, dueAt: later(now, HOUR_MS) });
  const roster = await tx.roster.snapshot();
  for (const one of roster.youngPeople.filter(({ joinedAt }) => joinedAt !== null && joinedAt <= now)) {
    const person = await planEndingByAge(ctx, tx, roster, one);
    for (const change of changesAhead(roster, person, now)) await introduce(ctx, tx, roster, person, change);
    await changeMentor(ctx, tx, roster, person);
  }
}

/** With the name of the mentor they have, and without it where something open keeps that mentor from them. */
const WORDING: Readonly<Record<ChangeAhead['change'], { readonly named: string; readonly alone: string }>> = {
  'stand-in': { named: 'stand-in', alone: 'stand-in-alone' },
  'new-mentor': { named: 'new-mentor', alone: 'new-mentor-alone' },
  ending: { named: 'ending', alone: 'ending-alone' },
};

async function introduce(
  ctx: ActContext,
  tx: Stores,
  roster: Roster,
  person: YoungPerson,
  ahead: ChangeAhead,
): Promise<void> {
  const now = ctx.clock.now();
  const line = await tx.lines.lockOf(person.id, now, ctx.ids.next());
  const { change, from } = ahead;
  const who = ahead.change === 'ending' ? null : ahead.who;
  if (await tx.events.latest(line.id, 'change-introduced', { change, from, practitioner: who })) return;
  const { named, alone } = WORDING[change];
  const template = (await isKeptFrom(tx, line, person.mentor)) ? alone : named;
  if (!canBeTexted(roster, line) || (who !== null && (await isKeptFrom(tx, line, who)))) return;
  await say(ctx, tx, roster, { person, line, ahead, template });
  const data = { change, from, practitioner: who };
  await tx.events.append({ line: line.id, name: 'change-introduced', at: now, data });
}

interface Introduction {
  readonly person: YoungPerson;
  readonly line: Line;
  readonly ahead: ChangeAhead;
  readonly template: string;
}

async function say(ctx: ActContext, tx: Stores, roster: Roster, told: Introduction): Promise<void> {
  const { person, line, ahead, template } = told;
  const zone = roster.organisation.timeZone;
  const language = languageOf(roster, line);
  const dayOf = (at: string) => sayDate(at, { zone, language: ctx.wording.languageOf(template, language) });
  const nameOf = (id: string) => calledOnRoster(roster, id);
  const filled = ctx.wording.fill(template, {
    language,
    style: person.style,
    channel: person.phone ? 'sms' : 'web',
    values: {
      name: firstName(person),
      mentor: nameOf(person.mentor),
      who: ahead.change === 'ending' ? '' : nameOf(ahead.who),
      date: dayOf(momentOf(ahead.from, '12:00', zone)),
      date2: ahead.change === 'stand-in' ? dayOf(ahead.backAt) : '',
    },
  });
  await sayToYoungPerson(ctx, tx, { line, say: filled, channel: person.phone ? 'sms' : 'web', concern: null });
}

/** The statement of limits is due in full after this: it names the mentor. */
async function changeMentor(ctx: ActContext, tx: Stores, roster: Roster, person: YoungPerson): Promise<void> {
  const { nextMentor } = person;
  const now = ctx.clock.now();
  if (!nextMentor || nextMentor.from > localDateOf(now, roster.organisation.timeZone)) return;
  const line = await tx.lines.lockOf(person.id, now, ctx.ids.next());
  await tx.roster.saveYoungPerson({ ...person, mentor: nextMentor.who, nextMentor: null });
  const data = { from: person.mentor, practitioner: nextMentor.who };
  await tx.events.append({ line: line.id, name: 'mentor-changed', at: now, data });
}
