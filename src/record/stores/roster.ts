import type {
  Instant,
  NoticeChannel,
  Organisation,
  Practitioner,
  PractitionerId,
  Roster,
  Shift,
  YoungPerson,
} from '../../vocabulary';
import { json, sealOrNull, type Db } from '../db';
import { readRoster, rosterPlaces, type Sheet } from './rosterRows';

/** The last roster read, shared by every transaction of a process. */
export interface RosterCache {
  roster: Roster | null;
}

/** Everybody and every duty. Each change moves the version row, which tells every process to read again. */
export function rosterStore(db: Db, cache: RosterCache) {
  /** A transaction that changed the roster may yet be undone: what it reads is nobody else's. */
  let changedHere = false;
  /** One transaction acts on one roster, however often it asks. */
  let readHere: Roster | null = null;

  async function version(): Promise<string> {
    return String((await db.one<{ version: number }>('select version from roster_version'))!.version);
  }

  async function moveVersion(): Promise<void> {
    changedHere = true;
    await db.write('update roster_version set version = version + 1');
  }

  /** Read committed sees each statement's own moment, so reading goes on until no change fell in between. */
  async function readWhole(): Promise<Roster> {
    for (let before = await version(); ;) {
      const roster = await readRoster(db, before);
      const after = await version();
      if (after === before) return roster;
      before = after;
    }
  }

  return {
    async snapshot(): Promise<Roster> {
      if (changedHere) return readWhole();
      if (readHere !== null) return readHere;
      const current = await version();
      if (cache.roster?.version !== current) cache.roster = await readWhole();
      readHere = cache.roster;
      return readHere;
    },

    async saveYoungPerson(person: YoungPerson): Promise<void> {
      await writeYoungPerson(db, person, null);
      await moveVersion();
    },

    /** Whoever is not in `roster` leaves it; their rows stay, so that what they did keeps its name until its term is over. */
    async replace(roster: Roster): Promise<void> {
      await moveVersion();
      await db.write('delete from shifts');
      await db.write('update practitioners set in_roster = false, phone_hash = null');
      await db.write('update young_people set in_roster = false, phone_hash = null');
      await writeOrganisation(db, roster.organisation);
      for (const [position, one] of roster.practitioners.entries()) await writePractitioner(db, one, position);
      for (const [position, one] of roster.youngPeople.entries()) await writeYoungPerson(db, one, position);
      await writeShifts(db, roster.shifts);
    },

    async proveChannel(practitioner: PractitionerId, channel: NoticeChannel, at: Instant): Promise<void> {
      await db.write(`update practitioners set proven_${channel}_at = $2 where id = $1`, [practitioner, at]);
      await moveVersion();
    },

    async optOut(practitioner: PractitionerId, at: Instant | null): Promise<void> {
      await db.write('update practitioners set opted_out_at = $2 where id = $1', [practitioner, at]);
      await moveVersion();
    },

    /** Leavers are nobody. */
    async practitionerByPhone(phone: string): Promise<PractitionerId | null> {
      const row = await db.one<{ id: PractitionerId }>(
        'select id from practitioners where phone_hash = any($1) and in_roster and left_at is null',
        [db.keys.phoneHashes(phone)],
      );
      return row?.id ?? null;
    },
  };
}

async function writeOrganisation(db: Db, organisation: Organisation): Promise<void> {
  const approval = organisation.modelApproval === null ? null : JSON.stringify(organisation.modelApproval);
  await db.write(
    `insert into organisation (name, area, time_zone, phone, outside_contact_id, model_approval_sealed)
     values ($1, $2, $3, $4, $5, $6)
     on conflict (only_row) do update set name = excluded.name, area = excluded.area, time_zone = excluded.time_zone,
       phone = excluded.phone, outside_contact_id = excluded.outside_contact_id,
       model_approval_sealed = excluded.model_approval_sealed`,
    [
      organisation.name,
      organisation.area,
      organisation.timeZone,
      organisation.phone,
      organisation.outsideContact ?? null,
      sealOrNull(db.keys, approval, rosterPlaces.modelApproval),
    ],
  );
}

async function writePractitioner(db: Db, one: Practitioner, position: number): Promise<void> {
  const place = (field: 'name' | 'phone' | 'email') => rosterPlaces.practitioner(field, one.id);
  await db.write(
    `insert into practitioners (id, position, in_roster, name_sealed, phone_sealed, phone_hash, email_sealed, roles,
       hours, volunteer, wake_for, leave, proven_sms_at, proven_voice_at, proven_email_at, opted_out_at, left_at)
     values ($1, $2, true, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
     on conflict (id) do update set position = excluded.position, in_roster = true, name_sealed = excluded.name_sealed,
       phone_sealed = excluded.phone_sealed, phone_hash = excluded.phone_hash, email_sealed = excluded.email_sealed,
       roles = excluded.roles, hours = excluded.hours, volunteer = excluded.volunteer, wake_for = excluded.wake_for,
       leave = excluded.leave, proven_sms_at = excluded.proven_sms_at, proven_voice_at = excluded.proven_voice_at,
       proven_email_at = excluded.proven_email_at, opted_out_at = excluded.opted_out_at, left_at = excluded.left_at,
       gone_since = null`,
    [
      one.id,
      position,
      db.keys.seal(one.name, place('name')),
      sealOrNull(db.keys, one.phone, place('phone')),
      one.phone && db.keys.hashPhone(one.phone),
      sealOrNull(db.keys, one.email, place('email')),
      one.roles,
      json(one.hours),
      one.volunteer,
      one.wakeFor,
      json(one.leave),
      one.provenAt.sms,
      one.provenAt.voice,
      one.provenAt.email,
      one.optedOutAt,
      one.leftAt,
    ],
  );
}

/** `position` null: keeps the place they have, or comes last. */
async function writeYoungPerson(db: Db, one: YoungPerson, position: number | null): Promise<void> {
  const place = (field: 'name' | 'phone' | 'sheet') => rosterPlaces.youngPerson(field, one.id);
  const { dateOfBirth, addresses, carers, socialWorker, school, secondSafeWay, checkWord, codeWord } = one;
  const sheet: Sheet = {
    dateOfBirth,
    addresses,
    carers,
    socialWorker,
    school,
    secondSafeWay,
    checkWord,
    codeWord,
    ...(one.joining ? { joining: one.joining } : {}),
    ...(one.nextMentor ? { nextMentor: one.nextMentor } : {}),
    ...(one.endsOn ? { endsOn: one.endsOn } : {}),
  };
  await db.write(
    `insert into young_people (id, position, in_roster, name_sealed, phone_sealed, phone_hash, language, mentor_id,
       buddy_id, style, safe_from, safe_to, check_ins, visits, conflicts, joined_at, missing_since, sheet_sealed)
     values ($1, coalesce($2, (select coalesce(max(position), -1) + 1 from young_people)), true, $3, $4, $5, $6, $7, $8,
       $9, $10, $11, $12, $13, $14, $15, $16, $17)
     on conflict (id) do update set position = coalesce($2, young_people.position), in_roster = true,
       name_sealed = excluded.name_sealed, phone_sealed = excluded.phone_sealed, phone_hash = excluded.phone_hash,
       language = excluded.language, mentor_id = excluded.mentor_id, buddy_id = excluded.buddy_id,
       style = excluded.style, safe_from = excluded.safe_from, safe_to = excluded.safe_to,
       check_ins = excluded.check_ins, visits = excluded.visits, conflicts = excluded.conflicts,
       joined_at = excluded.joined_at, missing_since = excluded.missing_since, sheet_sealed = excluded.sheet_sealed,
       gone_since = null`,
    [
      one.id,
      position,
      db.keys.seal(one.name, place('name')),
      sealOrNull(db.keys, one.phone, place('phone')),
      one.phone && db.keys.hashPhone(one.phone),
      one.language,
      one.mentor,
      one.buddy,
      one.style,
      one.safeHours.from,
      one.safeHours.to,
      json(one.checkIns),
      json(one.visits),
      one.conflicts,
      one.joinedAt,
      one.missingSince,
      db.keys.seal(JSON.stringify(sheet), place('sheet')),
    ],
  );
}

async function writeShifts(db: Db, shifts: readonly Shift[]): Promise<void> {
  await db.write(
    `insert into shifts (position, duty, practitioner_id, from_at, to_at)
     select place, duty, practitioner, from_at, to_at
     from unnest($1::text[], $2::text[], $3::timestamptz[], $4::timestamptz[])
       with ordinality as given (duty, practitioner, from_at, to_at, place)`,
    [
      shifts.map((shift) => shift.duty),
      shifts.map((shift) => shift.practitioner),
      shifts.map((shift) => shift.from),
      shifts.map((shift) => shift.to),
    ],
  );
}
