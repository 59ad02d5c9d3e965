import { atLeast, type CaseFacts, type CaseNature, type Instant, type Level, type Staffing } from '../../vocabulary';
import type { Moment } from './moment';
import { HELD_BY, type AllAgain, type Pathways, type Row, type Seat, type Step } from './pathway';

/** The rows that apply to a case, as one plan. Frozen into the case: later edits of the files do not change it. */
export interface Plan {
  /** The rows it was made of, joined by "+". */
  readonly id: string;
  readonly heldBy: Row['heldBy'];
  readonly stoppedBy: Row['stoppedBy'];
  readonly reader: Row['reader'];
  readonly steps: readonly { readonly seat: Seat; readonly step: Step }[];
  readonly allAgain: AllAgain;
  readonly clocks: Readonly<Record<'takenOn' | 'read' | 'decided' | 'contacted', readonly Moment[]>>;
}

export interface PlanAsked {
  readonly facts: CaseFacts;
  /** Everything the case is or has become: a disclosure can turn into one on a phone that is not theirs. */
  readonly natures: readonly CaseNature[];
  readonly staffing: Staffing;
  readonly now: Instant;
}

const STANDS_IN: readonly Seat[] = ['cover', 'coordinator'];
const PRACTITIONER_SIDE: readonly Seat[] = ['practitioner', ...STANDS_IN];

/**
 * Merges the rows that match: the row that decides who (allegation, unknown sender, a phone that is not theirs) alone
 * says whether the practitioner's side is told; of all rows the soonest counts, for whoever stands in as on the
 * deciding side, and so does the shortest of each clock. Throws when no row matches: that is a hole in the files, and a
 * case must never fall in it.
 */
export function choosePlan(pathways: Pathways, asked: PlanAsked): Plan {
  const plan = planFor(pathways, asked);
  if (!plan) throw new Error(`no pathway for ${asked.natures.join('+')} at level ${asked.facts.level}`);
  return plan;
}

/**
 * What the same case would take by day, for whatever is asked anew once the night is over ("night is 21:30-08:00 and
 * nothing else"); null for a case that is by day already, or has no such row.
 */
export function chooseDayPlan(pathways: Pathways, asked: PlanAsked): Plan | null {
  if (!asked.staffing.night) return null;
  return planFor(pathways, { ...asked, staffing: { ...asked.staffing, night: false } });
}

function planFor(pathways: Pathways, asked: PlanAsked): Plan | null {
  const rows = pathways.rows.filter((row) => !row.when.repeated && matches(row, asked));
  const again = rows.flatMap((row) => (row.allAgain ? [row.allAgain] : []));
  const soonest = [...again].sort((a, b) => minutesOf(a.first) - minutesOf(b.first))[0];
  if (!soonest) return null;
  const whoRows = rowsThatDecideWho(rows);
  return {
    id: rows.map((row) => row.id).join('+'),
    heldBy: HELD_BY.find((held) => rows.some((row) => row.heldBy === held)) ?? 'a-lead',
    stoppedBy: rows.some((row) => row.stoppedBy === 'taken-on') ? 'taken-on' : 'read',
    reader: readerOf(whoRows),
    steps: [...decidingSteps(rows, asked.facts), ...practitionerSteps(whoRows)],
    allAgain: { ...soonest, tell: soonest.tell.filter((seat) => isTold(seat, whoRows)) },
    clocks: {
      takenOn: rows.flatMap((row) => row.clocks.takenOn),
      read: rows.flatMap((row) => row.clocks.read),
      decided: rows.flatMap((row) => row.clocks.decided),
      contacted: rows.flatMap((row) => row.clocks.contacted),
    },
  };
}

/** The same plan for the leads alone. Where nobody of them was to be asked, they are in the place of whoever stands in. */
export function leadsOnly(plan: Plan): Plan {
  const deciding = plan.steps.filter(({ seat }) => leadsAmong([seat]).length > 0);
  const instead = plan.steps.flatMap(({ seat, step }) => (seat === 'cover' ? [{ seat: 'lead' as const, step }] : []));
  const allAgain = { ...plan.allAgain, tell: [...leadsAmong(plan.allAgain.tell)] };
  return { ...plan, reader: 'lead', steps: deciding.length > 0 ? deciding : instead, allAgain };
}

/** Those of the seats that are not the practitioner's side. */
export function leadsAmong(seats: readonly Seat[]): readonly Seat[] {
  return seats.filter((seat) => !PRACTITIONER_SIDE.includes(seat));
}

/** Whether a row is for such a case at such a moment. */
export function matches({ when }: Row, { facts, natures, staffing }: Omit<PlanAsked, 'now'>): boolean {
  const mentor = staffing.mentor;
  const there = mentor !== null && mentor.available && !facts.excluded.includes(mentor.practitioner.id);
  return (
    natures.some((nature) => when.natures.includes(nature)) &&
    (when.levels?.includes(facts.level) ?? true) &&
    (when.hour === undefined || (when.hour === 'night') === staffing.night) &&
    (when.practitioner === undefined || (when.practitioner === 'available') === there) &&
    (when.unsureOfSafety === undefined || facts.unsureOfSafety) &&
    (when.alone === undefined || when.alone === isAlone(natures, facts.level))
  );
}

/** Nothing but this has been told, and nothing that presses. */
function isAlone(natures: readonly CaseNature[], level: Level): boolean {
  return natures.length === 1 && !atLeast(level, 'urgent');
}

/** "The allegation row decides who": it stands before the other rows that do. */
function rowsThatDecideWho(rows: readonly Row[]): readonly Row[] {
  const deciding = rows.filter((row) => row.decidesWho);
  const allegation = deciding.filter((row) => row.when.natures.includes('allegation'));
  if (allegation.length > 0) return allegation;
  return deciding.length > 0 ? deciding : rows;
}

function readerOf(rows: readonly Row[]): Row['reader'] {
  if (rows.some((row) => row.reader === 'lead')) return 'lead';
  return rows[0]?.reader ?? 'lead';
}

function isTold(seat: Seat, whoRows: readonly Row[]): boolean {
  return !PRACTITIONER_SIDE.includes(seat) || whoRows.some((row) => row.allAgain?.tell.includes(seat));
}

function practitionerSteps(rows: readonly Row[]): Plan['steps'] {
  const standIns = STANDS_IN.flatMap((seat) => stepsOf(rowsSoonestFor(seat, rows), seat));
  const all = [...stepsOf(rows, 'practitioner'), ...standIns];
  const toldAtOnce = all.some(({ seat, step }) => seat === 'practitioner' && isNow(step) && !step.forInformation);
  const kept = toldAtOnce ? all.filter(({ step }) => step.at.is !== 'start-of-their-day') : all;
  return [...kept].sort((a, b) => Number(a.step.forInformation ?? false) - Number(b.step.forInformation ?? false));
}

function isNow(step: Step): boolean {
  return step.at.is === 'minutes' && step.at.minutes === 0 && step.ifWakeFor === undefined;
}

function decidingSteps(rows: readonly Row[], facts: CaseFacts): Plan['steps'] {
  const lead = stepsOf(rows, 'lead');
  const second = soonestOf(stepsOf(rows, 'second'));
  const manager = soonestOf(stepsOf(rows, 'manager'));
  const together = facts.anyAdultMeant ? lead.slice(0, 1).map(({ step }) => ({ seat: 'second' as const, step })) : [];
  return [...lead, ...together, ...second, ...manager, ...outsideStep(second, manager)];
}

/** The outside contact comes after the manager as long as the manager came after the second. */
function outsideStep(second: Plan['steps'], manager: Plan['steps']): Plan['steps'] {
  const [from, to] = [second[0]?.step.at, manager[0]?.step];
  if (!to || from?.is !== 'minutes' || to.at.is !== 'minutes') return [];
  const minutes = 2 * to.at.minutes - from.minutes;
  return [{ seat: 'outside', step: { ...to, at: { is: 'minutes', minutes } } }];
}

function stepsOf(rows: readonly Row[], seat: Seat): Plan['steps'] {
  return rows.flatMap((row) => (row.steps[seat] ?? []).map((step) => ({ seat, step })));
}

function soonestOf(steps: Plan['steps']): Plan['steps'] {
  return [...steps].sort((a, b) => minutesOf(a.step.at) - minutesOf(b.step.at)).slice(0, 1);
}

/** Whoever stands in hears once what several rows would tell them: by the row that tells them first. */
function rowsSoonestFor(seat: Seat, rows: readonly Row[]): readonly Row[] {
  const firstOf = (row: Row) => Math.min(...(row.steps[seat] ?? []).map((step) => minutesOf(step.at)));
  const telling = rows.filter((row) => row.steps[seat] !== undefined);
  const first = Math.min(...telling.map(firstOf));
  return telling.filter((row) => firstOf(row) === first);
}

/** For comparing only: what is not counted in minutes is later than all that is. */
function minutesOf(moment: Moment): number {
  return moment.is === 'minutes' ? moment.minutes : Number.POSITIVE_INFINITY;
}
