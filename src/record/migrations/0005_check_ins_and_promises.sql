-- Check-ins, the notes of them, what the service promised, and what it must do by itself.

create table check_ins (
  id text primary key,
  young_person_id text not null references young_people (id),
  local_date date not null,
  slot text not null,
  started_at timestamptz not null,
  finished_at timestamptz,
  mood smallint
);
create unique index check_ins_once on check_ins (young_person_id, local_date, slot);
create index check_ins_of_young_person on check_ins (young_person_id, started_at);

create table check_in_answers (
  check_in_id text not null references check_ins (id),
  position integer not null,
  heading text not null,
  words_sealed text,
  message_id text not null references messages (id),
  kept_back boolean not null,
  primary key (check_in_id, position)
);

create table notes (
  id text primary key,
  check_in_id text not null unique references check_ins (id),
  young_person_id text not null references young_people (id),
  practitioner_id text not null,
  text_sealed text,
  words_salt text,
  due_at timestamptz not null,
  sent_at timestamptz
);
create index notes_waiting on notes (practitioner_id, due_at) where sent_at is null;
create index notes_of_young_person on notes (young_person_id, due_at);

create table commitments (
  id text primary key,
  line_id text not null references lines (id),
  concern_id text references concerns (id),
  what text not null,
  practitioner_id text,
  due_at timestamptz not null,
  kept_at timestamptz,
  admitted_at timestamptz
);
create unique index commitments_once
  on commitments (line_id, coalesce(concern_id, ''), what, coalesce(practitioner_id, ''), due_at);

create table errands (
  id text primary key,
  kind text not null,
  subject text not null,
  line_id text references lines (id),
  due_at timestamptz not null,
  done_at timestamptz
);
create unique index errands_waiting_once on errands (kind, subject) where done_at is null;
create index errands_due on errands (due_at) where done_at is null;
