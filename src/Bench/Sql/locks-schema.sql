-- What a careful engineer would write without the grid: balances behind row locks, a history,
-- and a key for each command that keeps it from taking effect twice.
create table balances (
  wallet_no bigint primary key,
  available numeric(39, 0) not null check (available >= 0),
  seq bigint not null,
  at timestamptz not null
) with (fillfactor = 50);

create table history (
  key uuid not null,
  wallet_no bigint not null,
  seq bigint not null,
  at timestamptz not null,
  amount numeric(39, 0) not null,
  available numeric(39, 0) not null,
  type text collate "C" not null,
  reference text collate "C" not null,
  counterparty text collate "C",
  primary key (key, wallet_no)
);
create unique index history_by_wallet on history (wallet_no, seq);

-- 0 is the hot wallet; the others are the many.
insert into balances
select no, 1000000000000, 0, now() from generate_series(0, 2000) as no;
