import type { Organisation, Practitioner, Roster, Shift, YoungPerson } from '../../vocabulary';
import { openOrNull, type Db } from '../db';

interface OrganisationRow {
  name: string;
  area: string;
  time_zone: string;
  phone: string;
  outside_contact_id: string | null;
  model_approval_sealed: string | null;
}

interface PractitionerRow {
  id: string;
  name_sealed: string;
  phone_sealed: string | null;
  email_sealed: string | null;
  roles: Practitioner['roles'];
  hours: Practitioner['hours'];
  volunteer: boolean;
  wake_for: Practitioner['wakeFor'];
  leave: Practitioner['leave'];
  proven_sms_at: string | null;
  proven_voice_at: string | null;
  proven_email_at: string | null;
  opted_out_at: string | null;
  left_at: string | null;
}

interface YoungPersonRow {
  id: string;
  name_sealed: string;
  phone_sealed: string | null;
  language: YoungPerson['language'];
  mentor_id: string;
  buddy_id: string | null;
  style: YoungPerson['style'];
  safe_from: string;
  safe_to: string;
  check_ins: YoungPerson['checkIns'];
  visits: YoungPerson['visits'];
  conflicts: string[];
  joined_at: string | null;
  missing_since: string | null;
  sheet_sealed: string;
}

/** What the emergency sheet holds beside the name and the number, and what is planned: sealed as one value. */
export type Sheet = Pick<
  YoungPerson,
  | 'dateOfBirth'
  | 'addresses'
  | 'carers'
  | 'socialWorker'
  | 'school'
  | 'secondSafeWay'
  | 'checkWord'
  | 'codeWord'
  | 'joining'
  | 'nextMentor'
  | 'endsOn'
>;

const NOBODY_YET: Organisation = {
  name: '',
  area: '',
  timeZone: 'Europe/London',
  phone: '',
  modelApproval: null,
  outsideContact: null,
};

/** Where each sealed value of a person belongs. */
export const rosterPlaces = {
  modelApproval: 'organisation.model_approval',
  practitioner: (field: 'name' | 'phone' | 'email', id: string) => `practitioners.${field}:${id}`,
  youngPerson: (field: 'name' | 'phone' | 'sheet', id: string) => `young_people.${field}:${id}`,
};

/** Reads everybody and every duty. */
export async function readRoster(db: Db, version: string): Promise<Roster> {
  const organisation = await db.one<OrganisationRow>('select * from organisation');
  const practitioners = await db.all<PractitionerRow>(
    'select * from practitioners where in_roster order by position, id',
  );
  const youngPeople = await db.all<YoungPersonRow>('select * from young_people where in_roster order by position, id');
  const shifts = await db.all<Shift>(
    'select duty, practitioner_id as practitioner, from_at as "from", to_at as "to" from shifts order by position',
  );
  return {
    version,
    organisation: organisation === null ? NOBODY_YET : toOrganisation(db, organisation),
    practitioners: practitioners.map((row) => toPractitioner(db, row)),
    youngPeople: youngPeople.map((row) => toYoungPerson(db, row)),
    shifts,
  };
}

function toOrganisation({ keys }: Db, row: OrganisationRow): Organisation {
  const approval = openOrNull(keys, row.model_approval_sealed, rosterPlaces.modelApproval);
  return {
    name: row.name,
    area: row.area,
    timeZone: row.time_zone,
    phone: row.phone,
    modelApproval: approval === null ? null : JSON.parse(approval),
    outsideContact: row.outside_contact_id,
  };
}

function toPractitioner({ keys }: Db, row: PractitionerRow): Practitioner {
  return {
    id: row.id,
    name: keys.open(row.name_sealed, rosterPlaces.practitioner('name', row.id)),
    roles: row.roles,
    phone: openOrNull(keys, row.phone_sealed, rosterPlaces.practitioner('phone', row.id)),
    email: openOrNull(keys, row.email_sealed, rosterPlaces.practitioner('email', row.id)),
    hours: row.hours,
    volunteer: row.volunteer,
    wakeFor: row.wake_for,
    leave: row.leave,
    provenAt: { sms: row.proven_sms_at, voice: row.proven_voice_at, email: row.proven_email_at },
    optedOutAt: row.opted_out_at,
    leftAt: row.left_at,
  };
}

function toYoungPerson({ keys }: Db, row: YoungPersonRow): YoungPerson {
  const sheet = JSON.parse(keys.open(row.sheet_sealed, rosterPlaces.youngPerson('sheet', row.id))) as Sheet;
  return {
    id: row.id,
    name: keys.open(row.name_sealed, rosterPlaces.youngPerson('name', row.id)),
    phone: openOrNull(keys, row.phone_sealed, rosterPlaces.youngPerson('phone', row.id)),
    language: row.language,
    mentor: row.mentor_id,
    buddy: row.buddy_id,
    checkIns: row.check_ins,
    safeHours: { from: row.safe_from, to: row.safe_to },
    style: row.style,
    visits: row.visits,
    conflicts: row.conflicts,
    joinedAt: row.joined_at,
    missingSince: row.missing_since,
    ...sheet,
  };
}
