-- Ids that a script can name without a look-up: a0 is the hot account. Nothing refers to them yet.
with made as (
  select no, (pgledger_create_account('a' || no, 'USD')).id
  from generate_series(0, 2000) as no
)
select count(*) from made;
update pgledger_accounts set id = name;
