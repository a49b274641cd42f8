-- Who may: accounts in posts with roles, and the sessions that keep them signed in.

create table account (
  account         text primary key check (account = lower(account)),
  name            text not null,
  name_en         text,
  title           text,
  department_code text,
  region_code     text,
  counterpart     text,                 -- the other half of an A/B post
  roles           text[] not null,
  posts           text[] not null,
  password_hash   text not null,        -- Argon2id, encoded with its parameters
  disabled        boolean not null default false,
  created_at      timestamptz not null
);

-- One row for each refresh token ever given and not yet ended; a token that is used twice ends its family.
create table refresh_token (
  token_hash bytea primary key,
  family     uuid not null,
  account    text not null references account (account),
  issued_at  timestamptz not null,
  expires_at timestamptz not null,
  used_at    timestamptz
);
create index refresh_token_family on refresh_token (family);
create index refresh_token_expiry on refresh_token (expires_at);
