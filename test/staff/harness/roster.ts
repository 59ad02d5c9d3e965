import type { Practitioner, Roster, YoungPerson } from '../../../src/vocabulary';

/** Sunday night, 22 November 2026, 11:55pm in York. */
export const NOW = '2026-11-22T23:55:00.000Z';

function practitioner(
  id: string,
  name: string,
  roles: Practitioner['roles'],
  more: Partial<Practitioner> = {},
): Practitioner {
  return {
    id,
    name,
    roles,
    phone: null,
    email: `${id}@example.org`,
    hours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '09:00', to: '17:30' })),
    volunteer: false,
    wakeFor: 'none',
    leave: [],
    provenAt: { sms: null, voice: null, email: null },
    optedOutAt: null,
    leftAt: null,
    ...more,
  };
}

export function youngPerson(id: string, name: string, mentor: string, more: Partial<YoungPerson> = {}): YoungPerson {
  return {
    id,
    name,
    phone: '+447700900101',
    language: 'en',
    mentor,
    buddy: null,
    checkIns: [{ weekday: 2, at: '17:00' }],
    safeHours: { from: '08:00', to: '21:30' },
    style: 'ordinary',
    visits: [{ weekday: 4, at: '16:00' }],
    conflicts: [],
    joinedAt: '2026-09-01T10:00:00.000Z',
    missingSince: null,
    dateOfBirth: '2012-03-04',
    addresses: ['12 Invented Row, York'],
    carers: [
      { name: 'Dawn Reed', relation: 'mother', phone: '+441632960010', knowsAboutService: true, mayBeContacted: false },
    ],
    socialWorker: 'Priya Nair',
    school: 'Invented Academy',
    secondSafeWay: 'Through school reception',
    checkWord: 'otter',
    codeWord: 'marmalade',
    ...more,
  };
}

/** An invented organisation: two mentors, a buddy, a coordinator, two leads, a manager, an administrator, a leaver. */
export const ROSTER: Roster = {
  version: '1',
  organisation: {
    name: 'Riverside Mentoring',
    area: 'york',
    timeZone: 'Europe/London',
    phone: '+441632960001',
    modelApproval: null,
  },
  practitioners: [
    practitioner('sam', 'Sam Whitfield', ['mentor']),
    practitioner('martin', 'Martin Hale', ['mentor'], { volunteer: true }),
    practitioner('bea', 'Bea Okafor', ['mentor']),
    practitioner('cora', 'Cora Lindqvist', ['coordinator']),
    practitioner('amira', 'Amira Shah', ['duty-lead']),
    practitioner('jo', 'Jo Marsden', ['duty-lead']),
    practitioner('mo', 'Mo Farrell', ['manager']),
    practitioner('addy', 'Addy Stone', ['administrator']),
    practitioner('gone', 'Gary Gone', ['mentor'], { leftAt: '2026-11-22T23:00:00.000Z' }),
  ],
  youngPeople: [
    youngPerson('kayla', 'Kayla Reed', 'sam', { buddy: 'bea' }),
    youngPerson('dylan', 'Dylan Price', 'martin', { phone: '+447700900102' }),
    youngPerson('ffion', 'Ffion Evans', 'sam', { language: 'cy', phone: '+447700900103', conflicts: ['bea'] }),
  ],
  shifts: [
    { duty: 'lead', practitioner: 'amira', from: '2026-11-20T08:00:00.000Z', to: '2026-11-24T08:00:00.000Z' },
    { duty: 'lead', practitioner: 'jo', from: '2026-11-24T08:00:00.000Z', to: '2026-11-27T08:00:00.000Z' },
    { duty: 'second', practitioner: 'jo', from: '2026-11-20T08:00:00.000Z', to: '2026-11-24T08:00:00.000Z' },
    { duty: 'manager', practitioner: 'mo', from: '2026-11-20T08:00:00.000Z', to: '2026-11-27T08:00:00.000Z' },
  ],
};
