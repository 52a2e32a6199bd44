\set no random(1, 1000)
with moved as (
  update balances set available = available + 100, seq = seq + 1, at = now()
  where wallet_no = :no
  returning wallet_no, available, seq, at
)
insert into history (key, wallet_no, seq, at, amount, available, type, reference, counterparty)
select gen_random_uuid(), wallet_no, seq, at, 100, available, 'load', 'load-' || seq, 'world-load'
from moved;
