-- A session is a family of refresh tokens: one sign-in on one device, until it ends.

create table session (
  id           uuid primary key,        -- the family of its refresh tokens, and `sid` in its access tokens
  account      text not null references account (account),
  browser      text,                    -- its name and nothing more; null when not known
  system       text,
  begun_at     timestamptz not null,
  last_used_at timestamptz not null,    -- when it last got an access token
  expires_at   timestamptz not null,    -- whatever happens
  ended_at     timestamptz              -- kept until the last access token has run out, then the row goes
);
create index session_account on session (account);
create index session_expiry on session (expires_at);
create index session_ended on session (ended_at) where ended_at is not null;

-- Whoever is signed in stays so.
insert into session (id, account, begun_at, last_used_at, expires_at)
select family, min(account), min(issued_at), max(issued_at), max(expires_at)
from refresh_token group by family;

alter table refresh_token add foreign key (family) references session (id) on delete cascade;
drop index refresh_token_expiry;        -- they go with their session
alter table refresh_token drop column account;
alter table refresh_token drop column expires_at;
