-- Processes: everything that is longer than one wallet command. Each row moves by compare-and-set
-- on its version.

create table processes (
  no bigint generated always as identity,
  -- Kinds are numbered in the domain and never renumbered.
  kind smallint not null,
  id text collate "C" not null,
  version bigint not null,
  -- Which try wrote this version: settles a commit whose answer was lost.
  token uuid not null,
  status text collate "C" not null,
  -- When recovery looks at it; null for the finished, so that they cost the scan nothing.
  due_at timestamptz,
  state jsonb not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (kind, id)
) with (fillfactor = 80);
create index processes_due on processes (due_at) where due_at is not null;
create index processes_by_kind on processes (kind, no);
create index processes_by_status on processes (kind, status, no);

create table process_parties (
  party text collate "C" not null,
  kind smallint not null,
  no bigint not null,
  primary key (party, kind, no)
);

-- One row: when the grid was last known to run.
create table heartbeat (
  only_row boolean primary key default true check (only_row),
  at timestamptz not null default now()
);

insert into heartbeat default values;

create table outages (
  no bigint generated always as identity primary key,
  from_at timestamptz not null,
  to_at timestamptz not null,
  check (to_at > from_at)
);
create index outages_by_end on outages (to_at);

-- What the parties of a trade wrote to each other.
create table trade_messages (
  no bigint generated always as identity primary key,
  trade_id text collate "C" not null,
  sender text collate "C" not null,
  text text not null,
  -- The sender's request: told again, it is written once.
  request uuid not null unique,
  at timestamptz not null default now()
);
create index trade_messages_by_trade on trade_messages (trade_id, no);
