-- How staff get in, and what their pages write down beside the record: reads with a reason, marks, who may know.
-- Tokens are kept as hashes, secrets and reasons sealed.

create table staff_links (
  hash text primary key,
  practitioner_id text not null,
  -- 'once': sent to a person, works once. 'practice': printed at the start of practice, works until it expires.
  kind text not null check (kind in ('once', 'practice')),
  issued_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index staff_links_of_practitioner on staff_links (practitioner_id, issued_at);

create table staff_sessions (
  hash text primary key,
  practitioner_id text not null,
  trust text not null check (trust in ('link', 'full')),
  opened_at timestamptz not null,
  active_at timestamptz not null,
  closed_at timestamptz
);
create index staff_sessions_open on staff_sessions (practitioner_id) where closed_at is null;

create table staff_secrets (
  practitioner_id text primary key,
  secret_sealed text not null,
  enrolled_at timestamptz not null
);

-- The last half minute whose code was used: a code works once.
create table staff_used_steps (
  practitioner_id text primary key,
  step bigint not null
);

create table staff_wrong_codes (
  practitioner_id text not null,
  given_at timestamptz not null
);
create index staff_wrong_codes_of_practitioner on staff_wrong_codes (practitioner_id, given_at);

create table verdict_marks (
  id bigint generated always as identity primary key,
  concern_id text not null references concerns (id),
  practitioner_id text not null,
  marked_at timestamptz not null,
  verdict text not null check (verdict in ('right', 'wrong', 'unclear')),
  note_sealed text not null
);
create index verdict_marks_of_concern on verdict_marks (concern_id, marked_at);

-- On an allegation: those the lead recorded as knowing.
create table may_know (
  concern_id text not null references concerns (id),
  practitioner_id text not null,
  recorded_by text not null,
  recorded_at timestamptz not null,
  primary key (concern_id, practitioner_id)
);

-- What somebody whose view has ended still pressed: it changes nothing, and nobody tells them so.
create table kept_apart (
  id bigint generated always as identity primary key,
  concern_id text not null references concerns (id),
  practitioner_id text not null,
  pressed text not null,
  pressed_at timestamptz not null
);
create index kept_apart_of_concern on kept_apart (concern_id, pressed_at);

create table opened_glass (
  id bigint generated always as identity primary key,
  practitioner_id text not null,
  young_person_id text not null references young_people (id),
  reason_sealed text not null,
  opened_at timestamptz not null,
  until_at timestamptz not null
);
create index opened_glass_of_practitioner on opened_glass (practitioner_id, until_at);
