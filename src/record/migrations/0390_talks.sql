-- What a young person told a practitioner outside the thread, as that practitioner noted it.
create table talks (
  id bigint generated always as identity primary key,
  concern_id text not null references concerns (id),
  practitioner_id text not null,
  spoken_at timestamptz not null,
  noted_at timestamptz not null,
  way text not null check (way in ('face-to-face', 'by-phone')),
  safe text not null check (safe in ('yes', 'no', 'not-sure', 'not-asked')),
  words_sealed text,
  apart boolean not null
);
create index talks_of_concern on talks (concern_id);
