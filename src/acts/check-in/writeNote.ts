import {
  firstName,
  type CheckIn,
  type CheckInAnswer,
  type CitedSentence,
  type Line,
  type Note,
  type Practitioner,
  type Roster,
  type YoungPerson,
} from '../../vocabulary';
import { sayWhen } from '../../wording';
import type { ActContext } from '../context';
import { sayToPractitioner } from '../say/sayToPractitioner';
import type { Stores } from '../stores';
import { practitionerOf } from '../who/findStaff';
import { answersForMentor } from './answersForMentor';
import { isUnanswered } from './checkInRecord';
import { keepCitedSentences } from './keepCitedSentences';

const HEADINGS: readonly CheckInAnswer['heading'][] = ['going-well', 'not-going-well', 'would-like-to-change'];

/**
 * The mentor's note of one check-in: the young person's own words under the three headings, what was not said as
 * "not said", mood, goal, words for the visit. What was kept back, and any concern, leaves no trace in it.
 */
export async function writeNote(ctx: ActContext, tx: Stores, checkInId: string): Promise<void> {
  const checkIn = await tx.checkIns.get(checkInId);
  const roster = await tx.roster.snapshot();
  const person = roster.youngPeople.find((one) => one.id === checkIn?.youngPerson);
  if (!checkIn || !person) return;
  const now = ctx.clock.now();
  const line = await tx.lines.lockOf(person.id, now, ctx.ids.next());
  const to = await readerOf(tx, roster, person, line);
  if (!to) return;
  const text = await textOf(ctx, tx, roster, person, checkIn);
  const note: Note = {
    id: ctx.ids.next(),
    checkIn: checkIn.id,
    youngPerson: person.id,
    to: to.id,
    text,
    dueAt: now,
    sentAt: now,
  };
  if (!(await tx.notes.add(note))) return;
  if (isUnanswered(checkIn)) {
    await tx.events.append({ line: line.id, name: 'check-in-missed', at: now, data: { checkIn: checkIn.id } });
  }
  await tx.events.append({
    line: line.id,
    name: 'note-sent',
    at: now,
    data: { note: note.id, practitioner: to.id, checkIn: checkIn.id },
  });
  const by = to.email ? 'email' : 'sms';
  await sayToPractitioner(ctx, tx, to.id, 'note-waiting', { link: ctx.caseloadLink() }, by);
}

/**
 * The mentor; or, when the young person asked "not them" or the mentor is or could be meant by an allegation, their
 * buddy or the coordinator. For the accused nothing new appears.
 */
async function readerOf(tx: Stores, roster: Roster, person: YoungPerson, line: Line): Promise<Practitioner | null> {
  const concerns = await tx.concerns.openOf(line.id);
  const meant = concerns.filter((one) => one.nature === 'allegation').flatMap((one) => one.hiddenFrom);
  const left = new Set([...line.notThem, ...meant]);
  const coordinators = roster.practitioners.filter((one) => one.roles.includes('coordinator'));
  const order = [person.mentor, person.buddy, ...coordinators.map((one) => one.id)];
  return practitionerOf(roster, order.find((id) => id !== null && !left.has(id)) ?? null);
}

async function textOf(
  ctx: ActContext,
  tx: Stores,
  roster: Roster,
  person: YoungPerson,
  checkIn: CheckIn,
): Promise<string> {
  const may = await answersForMentor(tx, checkIn);
  const words = (heading: CheckInAnswer['heading']) => {
    const said = may.filter((one) => one.heading === heading).map((one) => `"${one.words}"`);
    return said.length > 0 ? said.join(' ') : notSaid(ctx);
  };
  const [well, notWell, change] = HEADINGS.map(words);
  const said = may.find((one) => one.heading === 'goal');
  const lastGoal = said ? ctx.wording.fillStaff('last-goal', 'email', { goal: said.words }).text : '';
  const locale = { zone: roster.organisation.timeZone, language: 'en' } as const;
  const values = {
    name: firstName(person),
    mood: checkIn.mood === null ? notSaid(ctx) : String(checkIn.mood),
    well: well ?? '',
    not_well: notWell ?? '',
    change: change ?? '',
    last_goal: lastGoal,
    for_visit: words('for-the-visit'),
    when: sayWhen(checkIn.startedAt, ctx.clock.now(), locale),
  };
  const note = ctx.wording.fillStaff('note', 'email', values).text;
  const drafted = await draftedLines(ctx, tx, checkIn, may);
  return drafted === null ? note : `${note}\n\n${drafted}`;
}

/** What a model drafted, set apart from the young person's own words; null without a model, or when nothing survives. */
async function draftedLines(
  ctx: ActContext,
  tx: Stores,
  checkIn: CheckIn,
  answers: readonly CheckInAnswer[],
): Promise<string | null> {
  const kept = ctx.reader && (await tx.readings.get('note', checkIn.id, ctx.reader.version));
  const { found } = JSON.parse(kept?.answer ?? '{}') as { found?: readonly CitedSentence[] | null };
  const sentences = keepCitedSentences(found ?? [], answers);
  if (sentences.length === 0) return null;
  const lines = sentences.map((one) => one.text).join('\n');
  return ctx.wording.fillStaff('note-drafted', 'email', { lines }).text;
}

/** What was not said stays "not said": nothing is filled in. */
function notSaid(ctx: ActContext): string {
  return ctx.wording.fillStaff('not-said', 'email', {}).text;
}
