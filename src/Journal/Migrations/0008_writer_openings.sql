-- Each connection that commits to wallets takes a number and a lock for as long as it lives. A
-- server that finds neither another's lock nor a new number knows that nobody else has moved a head.
create sequence writer_openings;
