-- The organisation, its people and its rota. Ids are the roster's own; everything that says who somebody is, is sealed.
-- A person taken out of the roster keeps the row (`in_roster` false): what they did stays attributed.

create table roster_version (
  only_row boolean primary key default true check (only_row),
  version bigint not null
);
insert into roster_version (version) values (0);

create table organisation (
  only_row boolean primary key default true check (only_row),
  name text not null,
  area text not null,
  time_zone text not null,
  phone text not null,
  outside_contact_id text,
  model_approval_sealed text
);

create table practitioners (
  id text primary key,
  position integer not null,
  in_roster boolean not null,
  name_sealed text not null,
  phone_sealed text,
  phone_hash text,
  email_sealed text,
  roles text[] not null,
  hours jsonb not null,
  volunteer boolean not null,
  wake_for text not null check (wake_for in ('none', 'immediate', 'urgent')),
  leave jsonb not null,
  proven_sms_at timestamptz,
  proven_voice_at timestamptz,
  proven_email_at timestamptz,
  opted_out_at timestamptz,
  left_at timestamptz
);
create unique index practitioners_phone on practitioners (phone_hash) where in_roster and left_at is null;

create table young_people (
  id text primary key,
  position integer not null,
  in_roster boolean not null,
  name_sealed text not null,
  phone_sealed text,
  phone_hash text,
  language text not null,
  mentor_id text not null,
  buddy_id text,
  style text not null,
  safe_from text not null,
  safe_to text not null,
  check_ins jsonb not null,
  visits jsonb not null,
  conflicts text[] not null,
  joined_at timestamptz,
  missing_since timestamptz,
  -- The emergency sheet: birth, addresses, carers, school, social worker, second safe way, check word, code word.
  sheet_sealed text not null
);
create unique index young_people_phone on young_people (phone_hash) where in_roster;

create table shifts (
  position integer primary key,
  duty text not null check (duty in ('lead', 'second', 'manager', 'cover')),
  practitioner_id text not null references practitioners (id),
  from_at timestamptz not null,
  to_at timestamptz not null
);
