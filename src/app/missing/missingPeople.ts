import { channelStates, findRosterGaps, WITHOUT_A_STAND_IN } from '../../rota';
import {
  HOUR_MS,
  later,
  type ChannelState,
  type Instant,
  type Practitioner,
  type Roster,
  type YoungPerson,
} from '../../vocabulary';
import type { Missing } from './missing';

/** Two different leads and a manager must hold every hour of this, and be known to answer. */
export const COVERED_HOURS = 72;

/** What the roster lacks: people at all, both leads and a manager for three days, proven channels, emergency sheets. */
export function missingPeople(roster: Roster, now: Instant): readonly Missing[] {
  if (roster.practitioners.length === 0) {
    return [
      { what: 'The record holds no roster.', give: 'Write one and bring it in: npm run -s import -- roster.yaml' },
    ];
  }
  return [
    ...missingAdministrator(roster),
    ...missingLeads(roster, now),
    ...decidersOfTheNextDays(roster, now).flatMap((one) => missingProofs(one, now)),
    ...roster.youngPeople.flatMap(missingSheet),
  ];
}

function missingAdministrator({ practitioners }: Roster): Missing[] {
  if (practitioners.some((one) => one.leftAt === null && one.roles.includes('administrator'))) return [];
  return [
    {
      what: 'Nobody is administrator.',
      give: 'Give somebody the role administrator in the roster: they are told when the service needs mending.',
    },
  ];
}

function missingLeads(roster: Roster, now: Instant): Missing[] {
  return findRosterGaps(roster, now, COVERED_HOURS).flatMap((gap) => {
    if (gap.gap === 'too-many-nights') return [];
    const hours = `from ${gap.from} to ${gap.to}`;
    const what =
      gap.gap === 'uncovered'
        ? `Nobody holds the duty ${gap.duty} ${hours}.`
        : `${gap.practitioner} is lead and second at once ${hours}.`;
    return [{ what, give: 'Fill it in the roster and import it again, or on the rota page.' }];
  });
}

/**
 * Both leads and the managers of the hours that must be covered, in the roster's order. A manager's step is skipped,
 * like any other, where nobody has shown that a text or call reaches them.
 */
export function decidersOfTheNextDays(roster: Roster, now: Instant): readonly Practitioner[] {
  const until = later(now, COVERED_HOURS * HOUR_MS);
  const ids = new Set(
    roster.shifts
      .filter((shift) => WITHOUT_A_STAND_IN.includes(shift.duty) && shift.from < until && now < shift.to)
      .map((shift) => shift.practitioner),
  );
  return roster.practitioners.filter((one) => ids.has(one.id) && one.leftAt === null);
}

const HOW_TO_PROVE: Readonly<Record<Exclude<ChannelState, 'usable'>, string>> = {
  unproven: 'npm run -s check -- prove texts and rings them; any answer holds for 30 days.',
  'opted-out': 'They text START to our number.',
  'no-address': 'Give them a phone in the roster and import it again.',
};

/** Texts and calls: at night they are rung. */
function missingProofs(lead: Practitioner, now: Instant): Missing[] {
  const states = channelStates(lead, now, true);
  return (['sms', 'voice'] as const).flatMap((by) => {
    const state = states[by];
    if (state === 'usable') return [];
    const way = by === 'sms' ? 'by text' : 'by call';
    return [
      {
        what: `${lead.id} leads or is manager in the next ${COVERED_HOURS} hours and is not proven ${way}.`,
        give: HOW_TO_PROVE[state],
      },
    ];
  });
}

/** What a lead needs at night before they can send help to somebody. */
function missingSheet(person: YoungPerson): Missing[] {
  const lacks = [
    person.dateOfBirth === null ? 'dateOfBirth' : '',
    person.addresses.length === 0 ? 'addresses' : '',
    person.carers.length === 0 ? 'carers' : '',
    person.secondSafeWay === null ? 'secondSafeWay' : '',
  ].filter(Boolean);
  if (lacks.length === 0) return [];
  return [
    {
      what: `The emergency sheet of ${person.id} lacks ${lacks.join(', ')}.`,
      give: 'Write it in the roster and import it again.',
    },
  ];
}
