-- Wrong numbers pressed on calls, one row a try: after a few within a quarter of an hour no numbers are right.
create table wrong_pins (
  practitioner_id text not null references practitioners (id),
  tried_at timestamptz not null
);
create index wrong_pins_of_practitioner on wrong_pins (practitioner_id, tried_at);
