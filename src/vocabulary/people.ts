import type { Instant, LocalDate, LocalTime } from './time';

/** A person's id as the roster writes it ("sam", "amira"): stable, chosen by the organisation, never shown outside. */
export type PractitionerId = string;
export type YoungPersonId = string;

/** What somebody is in the organisation; one person may be several. */
export const ROLES = [
  'mentor',
  'coordinator',
  'duty-lead',
  'manager',
  'administrator',
  'data-protection-lead',
  'other',
] as const;
export type Role = (typeof ROLES)[number];

export const DUTIES = ['lead', 'second', 'manager', 'cover'] as const;
/** What somebody on the rota holds: duty lead, second lead, manager on call, cover for practitioners. */
export type Duty = (typeof DUTIES)[number];

/** A practitioner's written opt-in to be woken: by nothing, by `immediate`, or by `urgent` and above. */
export type WakeFor = 'none' | 'immediate' | 'urgent';

/** The language a young person is written to in: English or Welsh. */
export type Language = 'en' | 'cy';

export const NATIONS = ['england', 'wales', 'scotland', 'northern-ireland'] as const;
/** The part of the United Kingdom an area lies in: it says which days are bank holidays and which helplines answer. */
export type Nation = (typeof NATIONS)[number];

/** `ordinary`, or `discreet`: the phone may be read by somebody else. */
export type Style = 'ordinary' | 'discreet';

/** Working hours of one weekday (1 = Monday .. 7 = Sunday). */
export interface WorkingHours {
  readonly weekday: number;
  readonly from: LocalTime;
  readonly to: LocalTime;
}

/** A repeated local moment of the week: a check-in slot, a visit. */
export interface WeeklySlot {
  readonly weekday: number;
  readonly at: LocalTime;
}

/** Leave in local dates, inclusive at both ends. */
export interface Leave {
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** By whom and when, where it was written down on the rota page; what the roster's file says has none. */
  readonly added?: { readonly by: PractitionerId; readonly at: Instant };
}

export const LEAVE_TAKEN_BACK = ['by-mistake', 'back-early'] as const;
/** Why leave that has begun is taken back: nobody was ever away, or whoever was is here again. */
export type LeaveTakenBack = (typeof LEAVE_TAKEN_BACK)[number];

/** An adult of the service: paid or a volunteer, each with roles, hours and ways to reach them. */
export interface Practitioner {
  readonly id: PractitionerId;
  /** Full name; `firstName` is what a young person and a notice see. */
  readonly name: string;
  readonly roles: readonly Role[];
  readonly phone: string | null;
  readonly email: string | null;
  readonly hours: readonly WorkingHours[];
  readonly volunteer: boolean;
  readonly wakeFor: WakeFor;
  readonly leave: readonly Leave[];
  /** When a channel was last proven by a real reply; null = never. A channel is proven for 30 days. */
  readonly provenAt: { readonly sms: Instant | null; readonly voice: Instant | null; readonly email: Instant | null };
  /** Opted out of texts at the carrier: the channel counts as failed until START. */
  readonly optedOutAt: Instant | null;
  readonly leftAt: Instant | null;
}

/** A parent, foster carer or key worker, and whether they know of the service and may be contacted. */
export interface Carer {
  readonly name: string;
  readonly relation: string;
  readonly phone: string;
  readonly knowsAboutService: boolean;
  readonly mayBeContacted: boolean;
}

/** How joining went, face to face: with whom, and what the young person was told and made of it. */
export interface Joining {
  readonly with: PractitionerId;
  /** Leads of the coming nights, whose names they heard. */
  readonly toldOfAtNight: readonly PractitionerId[];
  /** How they understand what stays and what goes further, in the practitioner's words. */
  readonly understanding: string;
}

/** Whom all of this is for: 11 to 18, with one mentor, and a buddy who stands in when the mentor is away. */
export interface YoungPerson {
  readonly id: YoungPersonId;
  readonly name: string;
  readonly phone: string | null;
  readonly language: Language;
  readonly mentor: PractitionerId;
  readonly buddy: PractitionerId | null;
  readonly checkIns: readonly WeeklySlot[];
  readonly safeHours: { readonly from: LocalTime; readonly to: LocalTime };
  readonly style: Style;
  readonly visits: readonly WeeklySlot[];
  /** Practitioners who must never be told anything of this young person (relative, earlier concern). */
  readonly conflicts: readonly PractitionerId[];
  readonly joinedAt: Instant | null;
  /** Null where they joined before it was kept, on paper. */
  readonly joining?: Joining | null;
  readonly missingSince: Instant | null;
  readonly dateOfBirth: LocalDate | null;
  readonly addresses: readonly string[];
  readonly carers: readonly Carer[];
  readonly socialWorker: string | null;
  readonly school: string | null;
  readonly secondSafeWay: string | null;
  readonly checkWord: string | null;
  readonly codeWord: string | null;
  /** Who will be their mentor from a local date on; they are told beforehand. */
  readonly nextMentor?: { readonly who: PractitionerId; readonly from: LocalDate } | null;
  /** The day of the last check-in of a planned ending; writing to us stays open. */
  readonly endsOn?: LocalDate | null;
}

/** One duty of the rota, held by one practitioner from one moment to another. */
export interface Shift {
  readonly duty: Duty;
  readonly practitioner: PractitionerId;
  readonly from: Instant;
  readonly to: Instant;
}

/** The recorded leave to use a language model: a key without one is ignored and reported. */
export interface ModelApproval {
  readonly assessmentReference: string;
  readonly contract: string;
  readonly region: string;
  readonly retention: string;
  readonly date: LocalDate;
  readonly name: string;
}

/** The charity or council team that runs the service, and the zone its clocks and calendars are in. */
export interface Organisation {
  readonly name: string;
  readonly area: string;
  readonly timeZone: string;
  readonly phone: string;
  readonly modelApproval: ModelApproval | null;
  /** Somebody outside, told when everybody inside is or could be meant (another body's designated lead). */
  readonly outsideContact?: PractitionerId | null;
}

/** Everybody and every duty at one version: what rota, escalation and wording are asked about. */
export interface Roster {
  readonly version: string;
  readonly organisation: Organisation;
  readonly practitioners: readonly Practitioner[];
  readonly youngPeople: readonly YoungPerson[];
  readonly shifts: readonly Shift[];
}

/** A British number as it is read out and written down: "07700 900301". Others as they are. */
export function spokenNumber(phone: string): string {
  return phone.replace(/^\+44(\d{4})(\d{6})$/, '0$1 $2');
}

/** The name people use: the first word of a full name. */
export function firstName(person: { readonly name: string }): string {
  return person.name.trim().split(/\s+/)[0] ?? person.name;
}

/** A person a dialog may name. `available`: can read it now. */
export interface Named {
  readonly id: PractitionerId;
  readonly firstName: string;
  readonly available: boolean;
}
