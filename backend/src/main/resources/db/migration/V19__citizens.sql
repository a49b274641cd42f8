-- Who asks (个人、企业): people and organisations with an account of their own. Their
-- accounts have random ids and no names: what says who somebody is stands here alone, sealed.

create table citizen (
  account       text primary key references account (account),
  -- What they sign in with, as a keyed hash.
  name_hash     bytea not null unique check (length(name_hash) = 32),
  -- Under a key of its own (vault_key): without that it is gone.
  sealed        bytea not null,
  registered_at timestamptz not null
);

-- What waits for a code that went to a telephone (验证码). The key of the message and of what waits is under the id;
-- it is destroyed when the code is used or forgotten.
create table phone_code (
  id         uuid primary key,
  purpose    text not null check (purpose in ('registration', 'passwordReset', 'phoneChange')),
  -- The telephone or the name it was asked for, as a keyed hash: nobody is written to without end.
  about_hash bytea not null check (length(about_hash) = 32),
  -- Whose; null while there is no account.
  account    text references account (account),
  code_hash  bytea not null check (length(code_hash) = 32),
  -- What is to happen when the code comes back; null when there is nothing that could.
  sealed     bytea,
  asked_at   timestamptz not null,
  expires_at timestamptz not null,
  tries      integer not null default 0,
  used_at    timestamptz
);
create index phone_code_about on phone_code (about_hash, asked_at);
create index phone_code_account on phone_code (account) where account is not null;
create index phone_code_age on phone_code (asked_at);
