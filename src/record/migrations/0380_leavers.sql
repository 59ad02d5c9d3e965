-- Who somebody was goes some years after they left; null is gone. A number that has gone leaves `gone:<line id>` in
-- place of its hash, so that the same number is a new line when it writes again.
alter table practitioners add column gone_since timestamptz;
alter table practitioners alter column name_sealed drop not null;
alter table young_people add column gone_since timestamptz;
alter table young_people alter column name_sealed drop not null;
alter table young_people alter column sheet_sealed drop not null;
