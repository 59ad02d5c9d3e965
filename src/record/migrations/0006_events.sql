-- What happened, in a hash chain a line (and one of the organisation's own), anchored over all heads every minute.
-- Ids, levels and names of things only. `words_hash` is over words and their row's salt: shredding leaves it standing.

create table chains (
  -- The line's id, or 'organisation'.
  id text primary key,
  length bigint not null,
  head text not null,
  -- How much of it the last anchor held.
  anchored_length bigint not null default 0
);

create table events (
  chain_id text not null references chains (id),
  n bigint not null,
  name text not null,
  happened_at timestamptz not null,
  data jsonb not null,
  -- The row whose words this event speaks of, and their hash.
  words_of text,
  words_hash text,
  hash text not null,
  primary key (chain_id, n)
);
create index events_by_name on events (chain_id, name, n);
create index events_by_time on events (happened_at);

create table anchors (
  n bigint primary key,
  anchored_at timestamptz not null,
  root text not null
);

-- The heads that moved since the anchor before.
create table anchored_heads (
  anchor_n bigint not null references anchors (n),
  chain_id text not null references chains (id),
  length bigint not null,
  head text not null,
  primary key (anchor_n, chain_id)
);
create index anchored_heads_of_chain on anchored_heads (chain_id, length);
