-- Four numbers a practitioner presses on a notice's call before something counts as taken on.
create table practitioner_pins (
  practitioner_id text primary key references practitioners (id),
  pin_sealed text not null
);
