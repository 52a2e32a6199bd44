-- A credit to the hot wallet, in one statement and so in one round trip. A key that is there
-- already fails the statement as a whole. The key is made here: cheaper than sending one.
with moved as (
  update balances set available = available + 100, seq = seq + 1, at = now()
  where wallet_no = 0
  returning wallet_no, available, seq, at
)
insert into history (key, wallet_no, seq, at, amount, available, type, reference, counterparty)
select gen_random_uuid(), wallet_no, seq, at, 100, available, 'load', 'load-' || seq, 'world-load'
from moved;
