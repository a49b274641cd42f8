-- Where things are shown 公开载体 (K2: 电子显示屏, 公开栏, 公开墙, 触摸屏, 电视), how each is, and what was posted. ADR 0116.
create table carrier (
  code            text primary key check (code ~ '^[A-Za-z0-9_-]{1,64}$'),
  kind            text not null check (kind in ('screen', 'board', 'wall', 'touch', 'tv')),
  region_code     text not null references region (code),
  department_code text not null references department (code),
  responsible     text not null references account (account),
  screen_code     text references screen (code),
  closed          boolean not null,
  -- What is said of it, as it is entered (CarrierForm); the columns above are taken from it, to be looked for.
  definition      jsonb not null,
  version         integer not null,
  registered_on   date not null,
  -- SHA-256 of the paired device's key; the key itself is nowhere.
  key_hash        bytea,
  -- What its device said last.
  seen_at         timestamptz,
  beat            jsonb,
  -- Of what has no device: when it was changed last, and the last day to change it again.
  posted_on       date,
  posted_by       text,
  posting_due_on  date
);
create index carrier_seen on carrier (seen_at) where key_hash is not null and not closed;
create index carrier_due on carrier (posting_due_on) where posting_due_on is not null and not closed;

-- A device that was silent, or alive and without news. Whoever answers for it was told once.
create table carrier_outage (
  id           bigint generated always as identity primary key,
  carrier_code text not null references carrier (code),
  kind         text not null check (kind in ('offline', 'stale')),
  began_at     timestamptz not null,
  noticed_at   timestamptz not null,
  recovered_at timestamptz
);
create unique index carrier_outage_open on carrier_outage (carrier_code) where recovered_at is null;
create index carrier_outage_of on carrier_outage (carrier_code, id desc);

create table carrier_posting (
  id           bigint generated always as identity primary key,
  carrier_code text not null references carrier (code),
  posted_on    date not null,
  what         text not null,
  account      text not null,
  name         text not null,
  noted_at     timestamptz not null
);
create index carrier_posting_of on carrier_posting (carrier_code, posted_on desc, id desc);
