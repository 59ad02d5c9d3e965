import { nightLeads } from '../../rota';
import {
  isUnder13,
  type Carer,
  type Facts,
  type Line,
  type LocalDate,
  type Practitioner,
  type PractitionerId,
  type Roster,
  type YoungPerson,
  type YoungPersonId,
} from '../../vocabulary';
import type { ActContext } from '../context';
import { ageNow } from '../judge/assessFor';
import { canBeTexted } from '../say/canBeTexted';
import type { Stores } from '../stores';
import { loadFacts } from '../talk/loadFacts';
import { planNextCheckIn } from '../talk/startCheckIn';
import { converse } from '../talk/takeTurn';
import { practitionerOf } from '../who/findStaff';
import { hasPart, holdsOffice } from './hasPart';
import { planEndingByAge } from './planEndingByAge';

/** What a young person and a practitioner agreed, sitting together. */
export interface JoiningTogether extends Pick<YoungPerson, 'safeHours' | 'secondSafeWay' | 'checkWord' | 'codeWord'> {
  readonly youngPerson: YoungPersonId;
  readonly by: PractitionerId;
  readonly dateOfBirth: LocalDate;
  /** Which parent or carer knows, and who of them may be contacted. */
  readonly carers: readonly Carer[];
  /** How the young person understands what stays and what goes further, in the practitioner's words. */
  readonly understanding: string;
}

export type JoiningRefusal =
  'not-found' | 'no-part-in-it' | 'joined-already' | 'too-young' | 'too-old' | 'carer-must-know';
export type Joined = { readonly result: 'recorded' } | { readonly result: 'refused'; readonly why: JoiningRefusal };

/**
 * Face to face: the limits have been read together, what was agreed is kept, and the same limits go to their phone in
 * full while both are there to see them come. From now on there are check-ins. Who is under 13 joins when a parent or
 * carer knows about it, or with somebody whose office it is; who is too young or of age does not join.
 */
export async function join(ctx: ActContext, agreed: JoiningTogether): Promise<Joined> {
  return ctx.record.transaction(async (tx) => {
    const before = await tx.roster.snapshot();
    const known = before.youngPeople.find((one) => one.id === agreed.youngPerson);
    const practitioner = practitionerOf(before, agreed.by);
    if (!known || !practitioner) return { result: 'refused', why: 'not-found' };
    const now = ctx.clock.now();
    const leads = nightLeads(before, now);
    const person = asAgreed(known, agreed, leads);
    const age = ageNow(ctx, before, person) ?? 0;
    const why = whyNot(ctx, before, known, practitioner, { agreed, age });
    if (why !== null) return { result: 'refused', why };
    const found = await tx.lines.lockOf(person.id, now, ctx.ids.next());
    await tx.roster.saveYoungPerson({ ...person, joinedAt: now });
    const data = { practitioner: agreed.by, under13: isUnder13(age), nightLeads: leads };
    await tx.events.append({ line: found.id, name: 'joined', at: now, data });
    const roster = await tx.roster.snapshot();
    const line = onTheirChannel(found, person);
    if (canBeTexted(roster, line)) {
      await converse(ctx, tx, roster, line, { burst: [], checkIn: null, telling: null, joiningWith: agreed.by });
    }
    await planNextCheckIn(ctx, tx, roster, person, line);
    await planEndingByAge(ctx, tx, roster, { ...person, joinedAt: now });
    return { result: 'recorded' };
  });
}

/** The statement of limits as it is true for this young person now, in its long form, to be read together. Sends nothing. */
export async function wordsOfJoining(
  ctx: ActContext,
  { youngPerson }: { readonly youngPerson: YoungPersonId },
): Promise<readonly string[]> {
  return ctx.record.transaction(async (tx: Stores) => {
    const roster = await tx.roster.snapshot();
    const line = await tx.lines.lockOf(youngPerson, ctx.clock.now(), ctx.ids.next());
    const loaded = await loadFacts(ctx, tx, roster, line, { burst: [], fresh: null });
    const reader = loaded.youngPerson && { ...loaded.youngPerson, style: 'ordinary' as const };
    const facts: Facts = { ...loaded, youngPerson: reader, joining: true };
    const { say } = await ctx.converse({ state: null, channel: 'web', burst: [], assessment: null, facts });
    return say.map((one) => one.text);
  });
}

function asAgreed(person: YoungPerson, agreed: JoiningTogether, toldOfAtNight: readonly PractitionerId[]): YoungPerson {
  const { youngPerson: _id, by, understanding, ...sheet } = agreed;
  return { ...person, ...sheet, joining: { with: by, toldOfAtNight, understanding } };
}

function whyNot(
  ctx: ActContext,
  roster: Roster,
  person: YoungPerson,
  practitioner: Practitioner,
  { agreed, age }: { readonly agreed: JoiningTogether; readonly age: number },
): JoiningRefusal | null {
  if (!hasPart(ctx, roster, person, practitioner)) return 'no-part-in-it';
  if (person.joinedAt !== null) return 'joined-already';
  if (age < ctx.ages.youngest.age) return 'too-young';
  if (age >= ctx.ages.ending.atAge) return 'too-old';
  const carerKnows = agreed.carers.some((one) => one.knowsAboutService);
  return isUnder13(age) && !carerKnows && !holdsOffice(practitioner) ? 'carer-must-know' : null;
}

function onTheirChannel(line: Line, { phone }: YoungPerson): Line {
  return { ...line, lastChannel: phone === null ? 'web' : 'sms' };
}
