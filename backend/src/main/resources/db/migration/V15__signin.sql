-- How somebody proves who they are: second factors, passkeys, attempts that failed, forgotten passwords.

alter table account add column password_changed_at timestamptz;
-- How passkeys know the account; says nothing about its owner (WebAuthn Level 3, 14.6.1).
alter table account add column passkey_user uuid not null default gen_random_uuid();

-- Seals the secrets of apps and hashes codes; itself sealed with the key of a subject of the vault (V14).
create table sign_in_key (
  only_one boolean primary key default true check (only_one),
  secret   bytea not null               -- sealed
);

-- An authenticator app (TOTP, RFC 6238).
create table authenticator_app (
  account      text primary key references account (account) on delete cascade,
  secret       bytea not null,          -- sealed
  enrolled_at  timestamptz not null,
  confirmed_at timestamptz,             -- asked for only once a first code was right
  last_step    bigint                   -- the step of the last code that was used: none is good twice
);

create table recovery_code (
  account   text not null references account (account) on delete cascade,
  code_hash bytea not null,             -- HMAC: fifty bits are too few for a bare hash
  made_at   timestamptz not null,
  used_at   timestamptz,
  primary key (account, code_hash)
);

create table passkey (
  id            uuid primary key,
  account       text not null references account (account) on delete cascade,
  credential_id bytea not null unique,
  public_key    bytea not null,         -- COSE_Key (RFC 9052)
  sign_count    bigint not null,
  name          text not null,
  transports    text[] not null,
  backed_up     boolean not null,
  created_at    timestamptz not null,
  last_used_at  timestamptz
);
create index passkey_account on passkey (account);

-- What has been begun and not ended: the second step of a sign-in, a passkey's registration.
create table sign_in_challenge (
  token_hash bytea primary key,
  purpose    text not null,
  account    text,
  content    text,
  expires_at timestamptz not null
);
create index sign_in_challenge_expiry on sign_in_challenge (expires_at);

-- How often it failed lately, by a hash of who tried where; the same for accounts that don't exist.
create table sign_in_attempt (
  subject  bytea primary key,
  failures integer not null,
  free_at  timestamptz not null,        -- when the next attempt is looked at
  last_at  timestamptz not null
);
create index sign_in_attempt_last on sign_in_attempt (last_at);

-- Browsers an account has signed in with: counted by themselves, so that a stranger can't shut them out.
create table known_device (
  account      text not null references account (account) on delete cascade,
  device_hash  bytea not null,
  last_used_at timestamptz not null,
  primary key (account, device_hash)
);
create index known_device_hash on known_device (device_hash);
create index known_device_last on known_device (last_used_at);

-- A forgotten password: a code that an administrator hands over, good once.
create table password_code (
  account    text primary key references account (account) on delete cascade,
  code_hash  bytea not null,
  made_by    text not null,
  expires_at timestamptz not null
);

-- What happened to the ways an account signs in; kept for its owner and for whoever checks.
create table sign_in_record (
  id          bigint generated always as identity primary key,
  account     text not null,
  kind        text not null,
  actor       text not null,
  reason      text,
  occurred_at timestamptz not null
);
create index sign_in_record_account on sign_in_record (account, id desc);

create function sign_in_record_only_grows() returns trigger language plpgsql as $$
begin
  raise exception 'the record of sign-ins only grows: % on % is refused', tg_op, tg_table_name;
end $$;
create trigger sign_in_record_only_grows before update or delete on sign_in_record
  for each row execute function sign_in_record_only_grows();
create trigger sign_in_record_never_emptied before truncate on sign_in_record
  for each statement execute function sign_in_record_only_grows();
