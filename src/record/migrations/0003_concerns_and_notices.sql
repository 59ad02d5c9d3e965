-- A concern, its escalation case, who was told, and what was decided.

create table concerns (
  id text primary key,
  line_id text not null references lines (id),
  young_person_id text references young_people (id),
  nature text not null,
  level text not null,
  kinds text[] not null,
  about text not null,
  opened_at timestamptz not null,
  opened_by_message_id text references messages (id),
  reference text not null,
  -- Ids, levels and moments only.
  escalation_case jsonb not null,
  hidden_from text[] not null,
  safe_now jsonb,
  holder_id text,
  due_at timestamptz,
  closed_at timestamptz,
  closed_by text,
  -- Outcome, reason, what the young person was told.
  closing_sealed text
);
-- One message opens one concern of a nature, however often its work is repeated.
create unique index concerns_once on concerns (line_id, opened_by_message_id, nature);
create index concerns_of_line on concerns (line_id, opened_at);
create index concerns_due on concerns (due_at) where due_at is not null;
create index concerns_open_by_holder on concerns (holder_id) where closed_at is null;
create index concerns_by_reference on concerns (reference);

create table concern_messages (
  concern_id text not null references concerns (id),
  position integer not null,
  message_id text not null references messages (id),
  primary key (concern_id, position)
);
create index concern_messages_of_message on concern_messages (message_id);

create table decisions (
  id bigint generated always as identity primary key,
  concern_id text not null references concerns (id),
  decided_by text not null,
  decided_at timestamptz not null,
  referred boolean not null,
  told_young_person boolean not null,
  -- To whom and how it was referred, their reference, the reasons, why the young person was not told.
  words_sealed text not null
);
create index decisions_of_concern on decisions (concern_id, decided_at);

-- The practitioner may be somebody outside the roster (an outside contact), so no foreign key holds them.
create table notices (
  id text primary key,
  concern_id text not null references concerns (id),
  practitioner_id text not null,
  capacity text not null,
  step text not null,
  attempt integer not null,
  channel text not null check (channel in ('sms', 'voice', 'email')),
  code text not null,
  made_at timestamptz not null,
  withdrawn_at timestamptz
);
create unique index notices_once on notices (concern_id, step, practitioner_id, channel, attempt);
create index notices_of_practitioner on notices (practitioner_id, made_at);
