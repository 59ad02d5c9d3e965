-- One row a thing to be sent once, and what carriers said of it.

create table deliveries (
  id text primary key,
  line_id text references lines (id),
  practitioner_id text,
  channel text not null,
  text_sealed text,
  neutral_sealed text,
  words_salt text,
  template text not null,
  template_version integer not null,
  class text not null,
  at_any_hour boolean not null,
  state text not null,
  order_number integer not null,
  attempts integer not null,
  times_absent integer not null,
  claimed_until timestamptz,
  sid text,
  due_at timestamptz,
  created_at timestamptz not null,
  accepted_at timestamptz,
  notice_id text references notices (id),
  concern_id text references concerns (id),
  check ((line_id is null) <> (practitioner_id is null))
);
create unique index deliveries_sid on deliveries (sid) where sid is not null;
create index deliveries_due on deliveries (due_at) where due_at is not null;
create index deliveries_of_line on deliveries (line_id, order_number);
create index deliveries_of_practitioner on deliveries (practitioner_id, order_number);
create index deliveries_of_notice on deliveries (notice_id);

-- A receipt may come before our own write, or for a row of another day's restore: it stands alone.
create table receipts (
  sid text not null,
  rank integer not null,
  delivery_id text not null,
  state text not null,
  error_code text,
  received_at timestamptz not null,
  primary key (sid, rank)
);

create table staff_replies (
  id text primary key,
  practitioner_id text not null,
  provider_id text not null unique,
  text_sealed text,
  words_salt text,
  level text not null,
  understood boolean not null,
  received_at timestamptz not null
);
create index staff_replies_of_practitioner on staff_replies (practitioner_id, received_at);
