-- The journal: heads as fences, entries, permanent keys, and the rows that make a wallet's
-- activation one indexed read however long its history is.

create sequence wallet_numbers increment by 64;

-- One row: names the journal's generation. See docs/operations.md, "Restore".
create table journal_generation (
  only_row boolean primary key default true check (only_row),
  generation uuid not null default gen_random_uuid()
);
insert into journal_generation default values;

-- The head of each wallet: every commit checks and moves it.
create table wallets (
  no bigint primary key,
  id text collate "C" not null unique,
  seq bigint not null,
  hash bytea not null,
  token uuid not null,
  status smallint not null,
  created_at timestamptz not null,
  last_at timestamptz not null,
  check (octet_length(hash) = 32),
  check (seq >= 0)
) with (fillfactor = 70);

-- Kinds, accounts and refusals are numbered in the domain and never renumbered.
-- Amounts are minor units.
create table entries (
  wallet_no bigint not null,
  seq bigint not null,
  kind smallint not null,
  account smallint not null,
  leg smallint not null,
  at timestamptz not null,
  amount numeric(39, 0),
  available numeric(39, 0) not null,
  locked numeric(39, 0) not null,
  currency text collate "C",
  type text collate "C" not null,
  reference text collate "C" not null,
  counterparty text collate "C",
  hold text collate "C",
  note text,
  metadata text,
  expires_at timestamptz,
  link_wallet_no bigint,
  link_seq bigint,
  hash bytea not null,
  primary key (wallet_no, seq)
);
create index entries_by_reference on entries (wallet_no, reference);

-- Keys are kept for ever and apart from the entries, so that either can be partitioned.
create table keys (
  key uuid primary key,
  fingerprint uuid not null,
  wallet_no bigint not null,
  seq bigint not null,
  entries smallint not null,
  refusal text collate "C"
);

create table balances (
  wallet_no bigint not null,
  account smallint not null,
  currency text collate "C" not null,
  available numeric(39, 0) not null check (available >= 0),
  locked numeric(39, 0) not null check (locked >= 0),
  seq bigint not null,
  at timestamptz not null,
  primary key (wallet_no, account, currency)
) with (fillfactor = 70);

-- Open holds only.
create table holds (
  wallet_no bigint not null,
  name text collate "C" not null,
  account smallint not null,
  currency text collate "C" not null,
  amount numeric(39, 0) not null check (amount > 0),
  remaining numeric(39, 0) not null check (remaining > 0),
  type text collate "C" not null,
  created_at timestamptz not null,
  expires_at timestamptz,
  primary key (wallet_no, name)
);
create index holds_by_expiry on holds (expires_at) where expires_at is not null;

-- Postings under way only: sent, and neither accepted nor returned as far as their source knows.
create table postings (
  wallet_no bigint not null,
  seq bigint not null,
  -- By this database's clock, which is the same for all servers: recovery goes by it.
  at timestamptz not null default now(),
  primary key (wallet_no, seq)
);
create index postings_by_age on postings (at);
