-- What a language model answered, once a subject and version of reader (model and prompt). Only where one is approved.
create table readings (
  what text not null check (what in ('message', 'note')),
  -- The message read, or the check-in a note was drafted of.
  subject_id text not null,
  reader_version text not null,
  line_id text not null references lines (id),
  asked_at timestamptz not null,
  ended text not null,
  -- The whole answer, and what was taken from it; null once shredded.
  answer_sealed text,
  tokens_in integer not null,
  tokens_out integer not null,
  primary key (what, subject_id, reader_version)
);
create index readings_of_line on readings (line_id, asked_at);
