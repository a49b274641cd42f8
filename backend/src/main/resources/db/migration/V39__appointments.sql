-- Coming by appointment and visits at home (预约、上门服务、电话回访, B20). ADR 0095.

-- 预约时段: from which day to which a place can be booked for, how finely and how many at a time. Days and hours are those
-- the place is open on by the calendar of working days.
create table appointment_schedule (
  id              uuid primary key,
  place_code      text not null references place (code),
  -- Whose window it is; null for the place's own.
  department_code text references department (code),
  name            text not null check (name <> ''),
  name_en         text,
  way             text not null check (way in ('window', 'onSite')),
  -- For whom somebody comes home: an array of {code, name, nameEn}; empty for windows.
  groups          jsonb not null default '[]',
  slot_minutes    integer not null check (slot_minutes between 10 and 240),
  capacity        integer not null check (capacity between 1 and 50),
  days_ahead      integer not null check (days_ahead between 1 and 60),
  from_on         date not null,
  until_on        date,
  recorded_by     text not null,
  recorded_at     timestamptz not null,
  check (until_on >= from_on - 1)
);
create index appointment_schedule_place on appointment_schedule (place_code);

-- How many places of a slot are taken: never more than there are.
create table appointment_slot (
  schedule_id uuid not null references appointment_schedule (id),
  day         date not null,
  starts      time not null,
  taken       integer not null check (taken >= 0),
  capacity    integer not null,
  primary key (schedule_id, day, starts),
  check (taken <= capacity)
);

-- The running number one is called by, for each place and day.
create table appointment_day (
  place_code text not null references place (code),
  day        date not null,
  last       integer not null,
  primary key (place_code, day)
);

create sequence appointment_number;

create table appointment (
  id          uuid primary key,
  number      text not null unique,
  code_hash   bytea not null check (length(code_hash) = 32),
  account     text,
  -- A keyed hash, so that nobody books up a hall; not the number itself.
  phone_hash  bytea not null,
  schedule_id uuid not null references appointment_schedule (id),
  place_code  text not null references place (code),
  day         date not null,
  starts      time not null,
  starts_at   timestamptz not null,
  item_code   text references power_item (code),
  group_code  text,
  masked      text not null,
  -- Name, telephone, address, what about, sealed with the appointment's key.
  sealed      bytea not null,
  ticket      integer not null,
  state       text not null check (state in ('booked', 'called', 'served', 'noShow', 'cancelled')),
  booked_at   timestamptz not null,
  reminded_at timestamptz,
  changed_at  timestamptz not null,
  changed_by  text,
  version     integer not null default 1
);
create index appointment_desk on appointment (place_code, day, starts, ticket);
create index appointment_account on appointment (account, starts_at desc) where account is not null;
create index appointment_phone on appointment (phone_hash) where state = 'booked';
create index appointment_unreminded on appointment (starts_at) where state = 'booked' and reminded_at is null;

-- 电话回访: a task after each service.
create table call_back (
  id             uuid primary key,
  appointment_id uuid not null unique references appointment (id),
  place_code     text not null references place (code),
  due_on         date not null,
  attempts       integer not null default 0,
  result         text check (result in ('satisfied', 'followUp', 'notReached')),
  -- What was said, sealed with the appointment's key.
  said           bytea,
  by_name        text,
  done_at        timestamptz,
  version        integer not null default 1
);
create index call_back_open on call_back (place_code, due_on) where done_at is null;
