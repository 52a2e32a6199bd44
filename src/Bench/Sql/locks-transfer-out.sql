\set source 0
\set target random(1, 1000)
-- Both rows are locked in one order first, so that transfers both ways can't deadlock. The
-- balance's check refuses what is not there.
with locked as materialized (
  select wallet_no from balances where wallet_no in (:source, :target)
  order by wallet_no for update
),
moved as (
  update balances b
  set available = b.available + case when b.wallet_no = :source then -100 else 100 end,
    seq = b.seq + 1, at = now()
  from locked where b.wallet_no = locked.wallet_no
  returning b.wallet_no, b.available, b.seq, b.at
)
insert into history (key, wallet_no, seq, at, amount, available, type, reference, counterparty)
select made.key, wallet_no, seq, at, case when wallet_no = :source then -100 else 100 end,
  available, 'load', 'load-' || seq,
  case when wallet_no = :source then :target else :source end::text
from moved, (select gen_random_uuid() as key offset 0) as made;
