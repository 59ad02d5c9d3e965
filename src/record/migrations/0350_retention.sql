-- Words that outlived their term: nothing of a concern need have any. And what keeps everything, whatever its term.
alter table decisions alter column words_sealed drop not null;
alter table verdict_marks alter column note_sealed drop not null;

create table legal_holds (
  id text primary key,
  -- Null: everybody.
  young_person_id text references young_people (id),
  placed_by text not null,
  placed_at timestamptz not null,
  reason_sealed text not null,
  lifted_by text,
  lifted_at timestamptz,
  lift_reason_sealed text
);
create index legal_holds_standing on legal_holds (young_person_id) where lifted_at is null;
