import type { Practitioner, Roster, Shift, WorkingHours, YoungPerson } from '../../src/vocabulary';

const WEEKDAYS: readonly WorkingHours[] = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '09:00', to: '17:30' }));

function practitioner(id: string, name: string, last3: string, more: Partial<Practitioner>): Practitioner {
  return {
    id,
    name,
    roles: ['mentor'],
    phone: `+447700900${last3}`,
    email: `${id}@harbour.example`,
    hours: WEEKDAYS,
    volunteer: false,
    wakeFor: 'none',
    leave: [],
    provenAt: { sms: null, voice: null, email: null },
    optedOutAt: null,
    leftAt: null,
    ...more,
  };
}

function youngPerson(id: string, name: string, phone: string | null, more: Partial<YoungPerson>): YoungPerson {
  return {
    id,
    name,
    phone,
    language: 'en',
    mentor: 'sam',
    buddy: 'bea',
    checkIns: [],
    safeHours: { from: '08:00', to: '21:30' },
    style: 'ordinary',
    visits: [],
    conflicts: [],
    joinedAt: '2026-01-05T16:00:00.000Z',
    missingSince: null,
    dateOfBirth: null,
    addresses: [],
    carers: [],
    socialWorker: null,
    school: null,
    secondSafeWay: 'school office, ask for a call back',
    checkWord: null,
    codeWord: null,
    ...more,
  };
}

const ALWAYS = { from: '2020-01-01T00:00:00.000Z', to: '2040-01-01T00:00:00.000Z' };

/** The people of the stories: invented, and with numbers nobody has. */
export const STORY_ROSTER: Roster = {
  version: '0',
  organisation: {
    name: 'Harbour Youth',
    area: 'York, England',
    timeZone: 'Europe/London',
    phone: '+441632960000',
    modelApproval: null,
  },
  practitioners: [
    practitioner('sam', 'Sam Okafor', '101', {}),
    practitioner('martin', 'Martin Hale', '102', { volunteer: true }),
    practitioner('bea', 'Bea Lund', '103', {}),
    practitioner('cora', 'Cora Penn', '104', { roles: ['coordinator'] }),
    practitioner('priya', 'Priya Nair', '105', { roles: ['duty-lead'] }),
    practitioner('dev', 'Dev Shah', '106', { roles: ['duty-lead'] }),
    practitioner('mo', 'Mo Ellis', '107', { roles: ['manager', 'administrator'] }),
  ],
  youngPeople: [
    youngPerson('amira', 'Amira Khan', '+447700900201', { checkIns: [{ weekday: 2, at: '17:00' }] }),
    youngPerson('jay', 'Jay Reed', '+447700900202', { mentor: 'martin' }),
    youngPerson('cerys', 'Cerys Pugh', '+447700900203', { language: 'cy' }),
    youngPerson('noor', 'Noor Aziz', '+447700900204', { style: 'discreet' }),
    youngPerson('eli', 'Eli Ford', null, {}),
  ],
  shifts: [
    { duty: 'lead', practitioner: 'priya', ...ALWAYS },
    { duty: 'second', practitioner: 'dev', ...ALWAYS },
    { duty: 'manager', practitioner: 'mo', ...ALWAYS },
  ] satisfies Shift[],
};
