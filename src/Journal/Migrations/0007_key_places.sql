-- Keys that are made one after another lie side by side from now on. Those that are there already
-- stay where they are, and are looked for there, too.
alter table journal_generation add column has_earlier_keys boolean not null default false;
update journal_generation set has_earlier_keys = exists (select from keys);
