-- What the payment provider told, as it told it, and who asked for a payment.

create table ipn_messages (
  no bigint generated always as identity primary key,
  received_at timestamptz not null default now(),
  signature_valid boolean not null,
  -- Null when the message is not of a payment, or can't be read.
  payment_id text collate "C",
  signature text,
  body bytea not null
);
create index ipn_messages_by_payment on ipn_messages (payment_id, no) where payment_id is not null;

-- Written before the provider is asked, so that its news find the user whatever crashes.
create table deposit_orders (
  order_id text collate "C" primary key,
  user_id text collate "C" not null,
  fingerprint uuid not null,
  -- Null until the provider has answered.
  payment_id text collate "C",
  created_at timestamptz not null default now()
);

-- A payment gets its user later, so it is found by its state. 5 is a deposit, 4 a withdrawal.
create index processes_deposit_user on processes ((state ->> 'user'), no) where kind = 5;
create index processes_payout on processes ((state ->> 'payout_id')) where kind = 4;
