import {
  DAY_MS,
  later,
  type Instant,
  type Practitioner,
  type Role,
  type Roster,
  type YoungPerson,
} from '../../vocabulary';
import { systemClock } from '../../clock';

export const NAME = 'Bench';
const MENTORS_SHARE = 10;
const ALL_DAY = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: '00:00', to: '24:00' }));

/**
 * A crowd nobody is: ten young people to a mentor, two leads, a manager: at most a thousand of them. Somebody is on duty
 * for a month from `now`.
 */
export function benchRoster(people: number, now: Instant = systemClock.now()): Roster {
  const mentors = Math.max(1, Math.ceil(people / MENTORS_SHARE));
  const span = { from: later(now, -DAY_MS), to: later(now, 30 * DAY_MS) };
  return {
    version: '0',
    organisation: {
      name: NAME,
      area: 'York, England',
      timeZone: 'Europe/London',
      phone: staffPhone(998),
      modelApproval: null,
      outsideContact: null,
    },
    practitioners: [
      ...numbered(mentors).map((at) => practitioner(`mentor-${at}`, at, 'mentor')),
      practitioner('carol', 901, 'coordinator'),
      practitioner('amira', 902, 'duty-lead'),
      practitioner('priya', 903, 'duty-lead'),
      practitioner('gareth', 904, 'manager'),
    ],
    youngPeople: numbered(people).map((at) => youngPerson(at, mentors)),
    shifts: [
      { duty: 'lead', practitioner: 'amira', ...span },
      { duty: 'second', practitioner: 'priya', ...span },
      { duty: 'manager', practitioner: 'gareth', ...span },
    ],
  };
}

/** Who the n-th young person is. */
export function idOf(at: number): string {
  return `young-person-${at}`;
}

/** The number of the n-th young person. */
export function phoneOf(at: number): string {
  return `+447700900${String(at).padStart(3, '0')}`;
}

function staffPhone(at: number): string {
  return `+441632960${String(at).padStart(3, '0')}`;
}

function numbered(count: number): readonly number[] {
  return Array.from({ length: count }, (_one, at) => at);
}

function practitioner(id: string, at: number, role: Role): Practitioner {
  return {
    id,
    name: `Bench ${at}`,
    roles: [role],
    phone: staffPhone(at),
    email: null,
    hours: ALL_DAY,
    volunteer: false,
    wakeFor: 'urgent',
    leave: [],
    provenAt: { sms: null, voice: null, email: null },
    optedOutAt: null,
    leftAt: null,
  };
}

function youngPerson(at: number, mentors: number): YoungPerson {
  return {
    id: idOf(at),
    name: `Young ${at}`,
    phone: phoneOf(at),
    language: 'en',
    mentor: `mentor-${at % mentors}`,
    buddy: null,
    checkIns: [],
    safeHours: { from: '00:00', to: '24:00' },
    style: 'ordinary',
    visits: [],
    conflicts: [],
    joinedAt: '2000-01-01T00:00:00.000Z',
    missingSince: null,
    dateOfBirth: null,
    addresses: [],
    carers: [],
    socialWorker: null,
    school: null,
    secondSafeWay: null,
    checkWord: null,
    codeWord: null,
  };
}
