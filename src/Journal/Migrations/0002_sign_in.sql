-- Sign-in: who is known, guesses at passwords, and the keys that protect the tokens.

create table users (
  user_id text collate "C" primary key,
  email text not null,
  normalized_email text collate "C" not null unique,
  password_hash text not null,
  roles text[] not null,
  -- In every token: a new stamp revokes all tokens that were given before.
  security_stamp uuid not null default gen_random_uuid(),
  display_currency text collate "C" not null default 'USD',
  network text,
  data text,
  created_at timestamptz not null,
  changed_at timestamptz not null default clock_timestamp(),
  check (cardinality(roles) > 0)
);

-- Fronts ask every second who has changed: see KnownUsers.
create index users_by_change on users (changed_at);

-- Wrong passwords, by the digest of the address that was tried. Addresses that nobody registered
-- are counted too, so that a lock does not tell who is known.
create table sign_in_failures (
  email_digest bytea primary key,
  failed_count integer not null,
  locked_until timestamptz,
  last_at timestamptz not null
);
create index sign_in_failures_by_age on sign_in_failures (last_at);

create table data_protection_keys (
  id bigint generated always as identity primary key,
  friendly_name text not null unique,
  xml text not null,
  created_at timestamptz not null default now()
);
