-- When the auditor last found everything in order. Written only then; the one thing it writes.
create table heartbeats (
  of_what text primary key,
  beat_at timestamptz not null
);
