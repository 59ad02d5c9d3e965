import type { Concern, Delivery, Line, Message, Practitioner, Roster, YoungPerson } from '../../src/vocabulary';
import { START } from './record';

/** Invented people for store tests: one young person, one practitioner. Override what a test is about. */
export function aYoungPerson(over: Partial<YoungPerson> = {}): YoungPerson {
  return {
    id: 'robin',
    name: 'Robin Ashby',
    phone: '+447700900101',
    language: 'en',
    mentor: 'sam',
    buddy: null,
    checkIns: [{ weekday: 2, at: '17:00' }],
    safeHours: { from: '08:00', to: '21:30' },
    style: 'ordinary',
    visits: [],
    conflicts: [],
    joinedAt: null,
    missingSince: null,
    dateOfBirth: '2011-03-04',
    addresses: ['1 Invented Row'],
    carers: [
      { name: 'Jo Ashby', relation: 'mother', phone: '+447700900102', knowsAboutService: true, mayBeContacted: false },
    ],
    socialWorker: null,
    school: 'Invented High',
    secondSafeWay: null,
    checkWord: null,
    codeWord: 'pineapple',
    ...over,
  };
}

export function aPractitioner(over: Partial<Practitioner> = {}): Practitioner {
  return {
    id: 'sam',
    name: 'Sam Okoro',
    roles: ['mentor'],
    phone: '+447700900201',
    email: 'sam@example.org',
    hours: [{ weekday: 1, from: '09:00', to: '17:30' }],
    volunteer: false,
    wakeFor: 'none',
    leave: [{ from: '2026-12-24', to: '2026-12-28' }],
    provenAt: { sms: null, voice: null, email: null },
    optedOutAt: null,
    leftAt: null,
    ...over,
  };
}

export function aRoster(over: Partial<Roster> = {}): Roster {
  return {
    version: 'given',
    organisation: {
      name: 'Invented Visits',
      area: 'england-and-wales',
      timeZone: 'Europe/London',
      phone: '+441632960001',
      modelApproval: null,
      outsideContact: null,
    },
    practitioners: [aPractitioner(), aPractitioner({ id: 'amira', name: 'Amira Lee', phone: '+447700900202' })],
    youngPeople: [aYoungPerson()],
    shifts: [{ duty: 'lead', practitioner: 'amira', from: '2026-11-20T08:00:00.000Z', to: '2026-11-21T08:00:00.000Z' }],
    ...over,
  };
}

export function aMessage(line: Line, over: Partial<Message> & Pick<Message, 'id' | 'seq'>): Message {
  return {
    line: line.id,
    provider: 'twilio-sms',
    providerId: `SM-${over.id}`,
    channel: 'sms',
    kind: 'text',
    text: 'it was ok today',
    receivedAt: START,
    unreadable: false,
    keptBack: false,
    ...over,
  };
}

export function aConcern(line: Line, over: Partial<Concern> & Pick<Concern, 'id'>): Concern {
  return {
    line: line.id,
    youngPerson: line.youngPerson,
    nature: 'disclosure',
    level: 'urgent',
    kinds: ['neglect'],
    about: 'self',
    openedAt: START,
    messages: [],
    reference: 'K7R',
    hiddenFrom: [],
    safeNow: null,
    closed: null,
    case: {
      facts: {
        concern: over.id,
        nature: 'disclosure',
        level: 'urgent',
        kinds: ['neglect'],
        about: 'self',
        saidAt: START,
        excluded: [],
        anyAdultMeant: false,
        unsureOfSafety: false,
        doNotRing: false,
        doNotTellFamily: false,
      },
      pathway: { id: 'disclosure', version: '1' },
      openedAt: START,
      dueAt: START,
      acts: [],
      holder: 'amira',
      clocks: { takenOnBy: null, readBy: null, decidedBy: null, contactedBy: null },
      closedAt: null,
      progress: { steps: [1, 2] },
    },
    ...over,
  };
}

export function aDelivery(to: Delivery['to'], over: Partial<Delivery> & Pick<Delivery, 'id'>): Delivery {
  return {
    to,
    channel: 'sms',
    text: 'Thank you for telling me.',
    neutralText: null,
    template: 'thank-you',
    templateVersion: 1,
    class: 'answer',
    atAnyHour: false,
    state: 'waiting',
    order: 1,
    attempts: 0,
    timesAbsent: 0,
    claimedUntil: null,
    sid: null,
    dueAt: START,
    createdAt: START,
    acceptedAt: null,
    notice: null,
    concern: null,
    ...over,
  };
}
