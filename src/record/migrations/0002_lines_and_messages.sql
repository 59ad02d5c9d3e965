-- A line is the ordered thread of one young person or one unknown number, locked by every act that writes for them.

create table lines (
  id text primary key,
  young_person_id text references young_people (id),
  unknown_phone_sealed text,
  unknown_phone_hash text,
  created_at timestamptz not null,
  last_seq integer not null,
  answered_seq integer not null,
  burst_started_at timestamptz,
  turn_due_at timestamptz,
  last_channel text not null,
  last_heard_at timestamptz,
  last_said_at timestamptz,
  stopped_at timestamptz,
  not_theirs_at timestamptz,
  not_them text[] not null,
  human_in_thread text,
  -- The dialogs' state quotes what was said.
  conversation_sealed text,
  check ((young_person_id is null) <> (unknown_phone_hash is null))
);
create unique index lines_young_person on lines (young_person_id);
create unique index lines_unknown_phone on lines (unknown_phone_hash);
create index lines_due on lines (turn_due_at) where turn_due_at is not null;

-- Words and their salt are null once shredded; the row, its place and its hash in the chain stay.
create table messages (
  id text primary key,
  line_id text not null references lines (id),
  seq integer not null,
  provider text not null,
  provider_id text not null,
  channel text not null,
  kind text not null,
  text_sealed text,
  words_salt text,
  received_at timestamptz not null,
  unreadable boolean not null,
  kept_back boolean not null
);
create unique index messages_order on messages (line_id, seq);
-- The same message twice is one message. A web chat's ids are the browser's own, so they are unique in their line only.
create unique index messages_from_carrier on messages (provider, provider_id) where provider <> 'web';
create unique index messages_from_web on messages (line_id, provider_id) where provider = 'web';
create index messages_received on messages (line_id, received_at);

create table assessments (
  id bigint generated always as identity primary key,
  message_id text not null references messages (id),
  line_id text not null references lines (id),
  of_what text not null check (of_what in ('message', 'burst')),
  made_by text not null check (made_by in ('rules', 'reader')),
  made_at timestamptz not null,
  level text not null,
  kinds text[] not null,
  about text not null,
  readable boolean not null,
  unreadable_because text,
  weak boolean not null,
  rules_version text not null,
  -- Evidence and names, as the young person wrote them; null once shredded.
  words_sealed text
);
create index assessments_of_line on assessments (line_id, made_at);
create index assessments_of_message on assessments (message_id);
