import type { IdentityTerms, Instant, OutlivedIdentities } from '../../vocabulary';
import type { Db } from '../db';

/** Rows of an open concern, or of one whose own words have not outlived their term. */
const KEPT = '(concerns.closed_at is null or concerns.closing_sealed is not null)';
/** Told of it, acted on it, decided it, meant by it: whatever of it names them. */
const HAS_PART = `(position('"' || practitioners.id || '"' in to_jsonb(concerns)::text) > 0
  or exists (select from notices where concern_id = concerns.id and practitioner_id = practitioners.id)
  or exists (select from decisions where concern_id = concerns.id and decided_by = practitioners.id)
  or exists (select from talks where concern_id = concerns.id and practitioner_id = practitioners.id)
  or exists (select from verdict_marks where concern_id = concerns.id and practitioner_id = practitioners.id)
  or exists (select from may_know where concern_id = concerns.id and practitioner_id = practitioners.id))`;
const LEFT_AT = 'coalesce(practitioners.left_at, practitioners.gone_since)';
/** Where any hold stands, for one young person or for all: whoever asks may need to know who was there. */
const NO_HOLD = 'not exists (select from legal_holds where lifted_at is null)';

/** Whoever is missing from the roster for the first time has left now, as far as anybody can tell. */
export async function noticeLeavers(db: Db, now: Instant): Promise<void> {
  for (const table of ['practitioners', 'young_people'])
    await db.all(`update ${table} set gone_since = $1 where not in_roster and gone_since is null`, [now]);
}

/** Who and what has outlived these terms, and is kept by nothing else. */
export async function findIdentities(db: Db, terms: IdentityTerms): Promise<OutlivedIdentities> {
  const ids = async (sql: string, values: readonly unknown[]) =>
    (await db.all<{ id: string }>(sql, [...values])).map(({ id }) => id);
  const contacts = await ids(
    `select id from practitioners where ${LEFT_AT} < $1 and ${NO_HOLD}
       and (phone_sealed is not null or email_sealed is not null
         or exists (select from practitioner_pins where practitioner_id = practitioners.id)
         or exists (select from staff_secrets where practitioner_id = practitioners.id))
       and not exists (select from concerns where closed_at is null and ${HAS_PART}) order by id`,
    [terms.contactsBefore],
  );
  const names = await ids(
    `select id from practitioners where not in_roster and ${LEFT_AT} < $1 and name_sealed is not null and ${NO_HOLD}
       and not exists (select from concerns where ${KEPT} and ${HAS_PART}) order by id`,
    [terms.namesBefore],
  );
  const youngPeople = await ids(
    `select id from young_people where not in_roster and gone_since < $1 and name_sealed is not null
       and not exists (select from legal_holds
         where lifted_at is null and (young_person_id is null or young_person_id = young_people.id))
       and not exists (select from concerns where ${KEPT} and concerns.young_person_id = young_people.id)
       and not exists (select from notes where young_person_id = young_people.id and text_sealed is not null)
       and not exists (select from lines where young_person_id = young_people.id and (
         exists (select from messages where line_id = lines.id and text_sealed is not null)
         or exists (select from deliveries where line_id = lines.id and (text_sealed is not null or due_at is not null))))
     order by id`,
    [terms.youngPeopleBefore],
  );
  const staffReplies = await ids(
    `select id from staff_replies where text_sealed is not null and ${NO_HOLD}
       and received_at < case when level = 'none' then $1::timestamptz else $2::timestamptz end order by id`,
    [terms.staffTextsBefore, terms.weightyTextsBefore],
  );
  const textsToStaff = await ids(
    `select deliveries.id from deliveries left join notices on notices.id = notice_id
     where deliveries.practitioner_id is not null and text_sealed is not null and created_at < $1 and ${NO_HOLD}
       and deliveries.due_at is null
       and not exists (select from concerns
         where ${KEPT} and (concerns.id = deliveries.concern_id or concerns.id = notices.concern_id))
     order by deliveries.id`,
    [terms.staffTextsBefore],
  );
  return { contacts, names, youngPeople, staffReplies, textsToStaff };
}

const SIGNS_IN_WITH = [
  'practitioner_pins',
  'wrong_pins',
  'staff_secrets',
  'staff_used_steps',
  'staff_wrong_codes',
  'staff_links',
  'staff_sessions',
];

/** Makes nobody of them: the rows stay, under their ids. Whoever has come back meanwhile is left as they are. */
export async function shredIdentities(db: Db, outlived: OutlivedIdentities): Promise<void> {
  const { contacts, names, youngPeople, staffReplies, textsToStaff } = outlived;
  const left = 'id = any($1) and (not in_roster or left_at is not null)';
  for (const table of SIGNS_IN_WITH)
    await db.all(`delete from ${table} where practitioner_id in (select id from practitioners where ${left})`, [
      contacts,
    ]);
  await db.all(
    `update practitioners set phone_sealed = null, phone_hash = null, email_sealed = null, leave = '[]' where ${left}`,
    [contacts],
  );
  await db.all('update practitioners set name_sealed = null where id = any($1) and not in_roster', [names]);
  await db.all(
    `update young_people set name_sealed = null, phone_sealed = null, phone_hash = null, sheet_sealed = null,
       conflicts = '{}', visits = '[]', check_ins = '[]', missing_since = null
     where id = any($1) and not in_roster`,
    [youngPeople],
  );
  await db.all('update staff_replies set text_sealed = null, words_salt = null where id = any($1)', [staffReplies]);
  await db.all(
    'update deliveries set text_sealed = null, neutral_sealed = null, words_salt = null where id = any($1)',
    [textsToStaff],
  );
  if (contacts.length > 0) await db.all('update roster_version set version = version + 1');
}
