-- A try of a second factor is written down before its code is looked at, and taken back by its id when the code was right.
alter table staff_wrong_codes add column id bigint generated always as identity primary key;
