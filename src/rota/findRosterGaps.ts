import {
  HOUR_MS,
  later,
  type Duty,
  type Instant,
  type LocalDate,
  type PractitionerId,
  type Roster,
} from '../vocabulary';
import { addDays, localDateOf, momentOf } from './localTime';
import { NIGHT } from './night';
import { onDuty } from './staffingFor';

/** Nobody holds nights more than this many in a row (PATHWAYS, load budgets). */
const NIGHTS_IN_A_ROW = 7;
/** Both leads, and the last who is told of what nobody took on: no pathway has anybody else in their place (PATHWAYS). */
export const WITHOUT_A_STAND_IN: readonly Duty[] = ['lead', 'second', 'manager'];

export type RosterGap =
  | { readonly gap: 'uncovered'; readonly duty: Duty; readonly from: Instant; readonly to: Instant }
  | {
      readonly gap: 'same-person';
      readonly practitioner: PractitionerId;
      readonly from: Instant;
      readonly to: Instant;
    }
  | {
      readonly gap: 'too-many-nights';
      readonly practitioner: PractitionerId;
      readonly from: Instant;
      readonly nights: number;
    };

/**
 * What is wrong with the rota from `from` for `hours`: a duty without a stand-in uncovered (also by the leave of its
 * holder), both leads one person, or somebody holding more than seven nights in a row. In order of time.
 */
export function findRosterGaps(roster: Roster, from: Instant, hours: number): readonly RosterGap[] {
  const to = later(from, hours * HOUR_MS);
  const spans = spansOf(roster, from, to);
  const gaps = [
    ...WITHOUT_A_STAND_IN.flatMap((duty) => uncovered(roster, spans, duty)),
    ...samePerson(roster, spans),
    ...tooManyNights(roster, from, to),
  ];
  return gaps.sort((a, b) => a.from.localeCompare(b.from));
}

interface Span {
  readonly from: Instant;
  readonly to: Instant;
}

/** The window cut wherever a shift or a leave begins or ends, so that nothing changes inside a span. */
function spansOf(roster: Roster, from: Instant, to: Instant): readonly Span[] {
  const all = [...roster.shifts.flatMap((shift) => [shift.from, shift.to]), ...leaveEdges(roster)];
  const cuts = [...new Set([from, ...all.filter((edge) => from < edge && edge < to), to])].sort();
  return cuts.slice(0, -1).map((cut, index) => ({ from: cut, to: cuts[index + 1] ?? to }));
}

function leaveEdges({ practitioners, shifts, organisation }: Roster): readonly Instant[] {
  const onTheRota = new Set(shifts.map((shift) => shift.practitioner));
  const midnight = (date: LocalDate) => momentOf(date, '00:00', organisation.timeZone);
  return practitioners
    .filter((one) => onTheRota.has(one.id))
    .flatMap((one) => one.leave.flatMap((leave) => [midnight(leave.from), midnight(addDays(leave.to, 1))]));
}

function uncovered(roster: Roster, spans: readonly Span[], duty: Duty): RosterGap[] {
  const empty = spans.filter((span) => onDuty(roster, duty, span.from) === null);
  return joined(empty).map((span) => ({ gap: 'uncovered', duty, ...span }));
}

function samePerson(roster: Roster, spans: readonly Span[]): RosterGap[] {
  const both = spans.filter((span) => {
    const lead = onDuty(roster, 'lead', span.from);
    return lead !== null && lead === onDuty(roster, 'second', span.from);
  });
  return both.map((span) => ({ gap: 'same-person', practitioner: onDuty(roster, 'lead', span.from) ?? '', ...span }));
}

function joined(spans: readonly Span[]): readonly Span[] {
  return spans.reduce<Span[]>((all, span) => {
    const last = all.at(-1);
    return last?.to === span.from ? [...all.slice(0, -1), { from: last.from, to: span.to }] : [...all, span];
  }, []);
}

interface NightsHeld {
  readonly practitioner: PractitionerId;
  readonly from: Instant;
  readonly nights: number;
}

/** A night counts for whoever is lead when it begins; a run is looked for from a week before the window. */
function tooManyNights(roster: Roster, from: Instant, to: Instant): RosterGap[] {
  const zone = roster.organisation.timeZone;
  const gaps: RosterGap[] = [];
  let run: NightsHeld | null = null;
  for (let date = addDays(localDateOf(from, zone), -NIGHTS_IN_A_ROW); ; date = addDays(date, 1)) {
    const begins = momentOf(date, NIGHT.from, zone);
    if (begins >= to) break;
    const holder = onDuty(roster, 'lead', begins);
    run = holder === null ? null : oneNightMore(run, holder, begins);
    if (run?.nights === NIGHTS_IN_A_ROW + 1) gaps.push({ gap: 'too-many-nights', ...run });
  }
  return gaps;
}

function oneNightMore(run: NightsHeld | null, holder: PractitionerId, begins: Instant): NightsHeld {
  return run?.practitioner === holder
    ? { ...run, nights: run.nights + 1 }
    : { practitioner: holder, from: begins, nights: 1 };
}
