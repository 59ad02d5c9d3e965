-- Web chat: personal links, the sessions they become, and what has been on a page.

-- A link's token is 128 random bits, shown once; only its hash is here.
create table web_links (
  hash text primary key,
  young_person_id text not null references young_people (id),
  issued_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);

create table web_sessions (
  id text primary key,
  young_person_id text not null references young_people (id),
  opened_at timestamptz not null,
  live_since timestamptz not null,
  active_at timestamptz not null,
  checked_at timestamptz,
  ended_at timestamptz
);
create index web_sessions_open on web_sessions (young_person_id) where ended_at is null;

-- Accepted for web chat is not seen on web chat: a reply to somebody who has left waits until they come back.
create table web_shown (
  delivery_id text primary key references deliveries (id),
  shown_at timestamptz not null
);
create index deliveries_on_web on deliveries (line_id, accepted_at) where channel = 'web';
