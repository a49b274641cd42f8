-- Publications by e-mail 邮件订阅 (K5): who wants what, told once a day. ADR 127.

create table disclosure_subscription (
  id            uuid primary key,
  -- Keyed hash of the address, so that one address has one subscription; tells nothing else.
  address_hash  bytea not null unique,
  -- Keyed hash of what opens it.
  token_hash    bytea not null unique,
  -- Address and token under the subscription's own key; gone with it.
  sealed        bytea not null,
  language      text not null check (language in ('zh', 'en')),
  publications  boolean not null,
  bulletin      boolean not null,
  -- Nothing is everything.
  categories    text[] not null,
  departments   text[] not null,
  regions       text[] not null,
  duty_code     text references disclosure_duty (code),
  confirmed_at  timestamptz,
  -- When it vanishes unless it is confirmed.
  expires_at    timestamptz not null,
  -- What was released up to then has been told.
  told_until    timestamptz not null,
  -- The same for what is told at once.
  at_once_until timestamptz not null,
  check (publications or bulletin)
);
create index disclosure_subscription_due on disclosure_subscription (told_until) where confirmed_at is not null;
create index disclosure_subscription_unconfirmed on disclosure_subscription (expires_at) where confirmed_at is null;
create index publication_edition_released on publication_edition (released_at) where state = 'released';

-- Who was written to and who asked, as keyed hashes, kept for a day: nobody is flooded.
create table disclosure_subscription_asked (
  id           uuid primary key,
  address_hash bytea not null,
  caller_hash  bytea not null,
  asked_at     timestamptz not null
);
create index disclosure_subscription_asked_address on disclosure_subscription_asked (address_hash, asked_at);
create index disclosure_subscription_asked_caller on disclosure_subscription_asked (caller_hash, asked_at);
