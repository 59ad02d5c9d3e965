-- What a live installation last ran on that was whole and approved, by folder: a start with worse goes on with this.
create table authored_copies (
  folder text primary key check (folder in ('templates', 'escalation-rules')),
  version text not null,
  kept_at timestamptz not null,
  -- Path below the folder → text of the file.
  files jsonb not null
);
