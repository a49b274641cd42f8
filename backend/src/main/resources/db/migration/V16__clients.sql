-- Third-party applications 第三方应用: who built them, what they may ask for, their keys (hashed) and what they used.

create table client (
  id uuid primary key,
  name text not null,
  purpose text not null,
  contact_name text not null,
  contact text not null,
  owner text not null references account (account),
  -- What its developer asked for, and what of it was granted.
  wanted_scopes text[] not null,
  scopes text[] not null,
  per_minute integer not null check (per_minute > 0),
  per_day integer not null check (per_day > 0),
  suspended boolean not null default false,
  registered_at timestamptz not null,
  version integer not null default 1
);
create index client_owner on client (owner);

create table client_key (
  id uuid primary key,
  client_id uuid not null references client (id),
  -- The first characters, so that people can tell their keys apart.
  hint text not null,
  -- SHA-256; a key has 256 random bits, so nobody finds it from its hash.
  hash bytea not null unique,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz
);
create index client_key_client on client_key (client_id);

create table client_usage (
  client_id uuid not null references client (id),
  day date not null,
  operation text not null,
  calls bigint not null,
  refused bigint not null,
  primary key (client_id, day, operation)
);

-- Every node knows all keys that are good in memory, and looks again when it is told.
create function client_changes() returns trigger language plpgsql as $$
begin
  perform pg_notify('client_changed', '');
  return null;
end $$;
create trigger client_changes after insert or update or delete on client
  for each statement execute function client_changes();
create trigger client_key_changes after insert or update or delete on client_key
  for each statement execute function client_changes();
