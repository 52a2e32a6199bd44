\set target random(1, 1000)
select id from pgledger_create_transfer('a0', 'a' || (:target)::int, 1.00);
