-- Cameras over the windows 电子眼 (E11): their register, who looked at what, and what was attached to findings. ADR 125.
create table camera (
  code            text primary key check (code ~ '^[A-Za-z0-9_-]{1,64}$'),
  place_code      text not null references place (code),
  window_number   text not null check (window_number <> ''),
  department_code text not null references department (code),
  from_on         date not null,
  until_on        date check (until_on >= from_on),
  -- What is said of it, as it is entered (CameraForm); the columns above are taken from it, to be looked for.
  definition      jsonb not null,
  version         integer not null
);
create index camera_place on camera (place_code, window_number);

-- 调阅记录: what somebody looked at. Rows are only added; the reason is sealed with the row's own key.
create table camera_viewing (
  id          uuid primary key,
  camera_code text not null references camera (code),
  from_at     timestamptz not null,
  until_at    timestamptz not null,
  -- The files there were, and when each is played (Footage).
  footage     jsonb not null,
  reason_kind text not null check (reason_kind in ('complaint', 'finding', 'attendance', 'inspection', 'lead')),
  reason      bytea not null,
  account     text not null references account (account),
  at          timestamptz not null,
  open_until  timestamptz not null
);
create index camera_viewing_newest on camera_viewing (at desc, id desc);

-- 录像证据: a copy that stays with its finding; note and files are sealed with the clip's own keys.
create table camera_clip (
  id          uuid primary key,
  finding_id  uuid not null references supervision_finding (id),
  camera_code text not null references camera (code),
  from_at     timestamptz not null,
  until_at    timestamptz not null,
  footage     jsonb not null,
  note        bytea not null,
  sha256      text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  bytes       bigint not null,
  content_key bytea not null,
  attached_by text not null references account (account),
  attached_at timestamptz not null
);
create index camera_clip_finding on camera_clip (finding_id, attached_at);

create table camera_clip_file (
  clip_id uuid not null references camera_clip (id),
  number  integer not null,
  content bytea not null,
  primary key (clip_id, number)
);
-- Sealed bytes don't get smaller.
alter table camera_clip_file alter column content set storage external;

-- That recordings of a day were deleted because they were old enough. A folder can be of a camera nobody registered.
create table camera_forgetting (
  camera_code text not null,
  day         date not null,
  files       integer not null,
  at          timestamptz not null,
  primary key (camera_code, day)
);
