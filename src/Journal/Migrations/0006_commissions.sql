-- What users got for those whom they referred: few of all entries, read without the rest of a
-- wallet's history. Of a large journal make it before the upgrade, concurrently.
create index if not exists entries_commissions on entries (wallet_no, seq)
  include (currency, amount) where kind = 9 and type = 'referral_commission';
