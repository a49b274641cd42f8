-- Where one can go (市、乡、村三级, D1–D5, D8): places, what departments have delegated to townships, the standard and the
-- duty register of village rooms, liaison officers, and where cases are taken in and collected. ADR 0094.

-- The digits that a region's code and those of all within it begin with, as platform.Regions knows it.
create function region_prefix(code text) returns text language sql immutable parallel safe as $$
  select case
    when code like '__0000000000' then left(code, 2)
    when code like '____00000000' then left(code, 4)
    when code like '______000000' then left(code, 6)
    when code like '_________000' then left(code, 9)
    else code end
$$;

create table place (
  code         text primary key check (length(code) between 1 and 64),
  kind         text not null check (kind in ('cityHall', 'townshipCentre', 'villageRoom')),
  region_code  text not null references region (code),
  name         text not null check (name <> ''),
  name_en      text,
  address      text not null,
  address_en   text,
  telephone    text not null,
  -- When it is open on working days: an array of {from, until}, such as 08:30.
  hours        jsonb not null,
  version      integer not null default 1
);
create index place_region on place (region_code text_pattern_ops);
create unique index place_one_centre on place (region_code) where kind in ('townshipCentre', 'villageRoom');

-- 授权: which item of a department a township may do what of, by which letter and from when until when.
create table delegation (
  id              uuid primary key,
  item_code       text not null references power_item (code),
  department_code text not null references department (code),
  place_code      text not null references place (code),
  powers          text[] not null check (powers <@ array['accept', 'forward', 'issue'] and cardinality(powers) > 0),
  letter_number   text not null check (letter_number <> ''),
  issued_by       text not null check (issued_by <> ''),
  from_on         date not null,
  until_on        date,
  -- The last day, when it was ended before its time.
  ended_on        date,
  ended_why       text,
  recorded_by     text not null,
  recorded_at     timestamptz not null,
  check (until_on >= from_on),
  check ((ended_on is null) = (ended_why is null))
);
create index delegation_item on delegation (item_code, place_code);
create index delegation_place on delegation (place_code);

-- 有场所、牌子、值班、电话、登记簿、流程和指南 (D4): what was found there, on which day and by whom.
create table room_check (
  id              uuid primary key,
  place_code      text not null references place (code),
  checked_on      date not null,
  met             text[] not null
    check (met <@ array['premises', 'sign', 'duty', 'telephone', 'register', 'guides']),
  by_account      text not null,
  by_name         text not null,
  recorded_at     timestamptz not null
);
create index room_check_newest on room_check (place_code, checked_on desc, recorded_at desc);

-- 登记簿: who came or called, about what, and what was done; in their own words, sealed with the entry's key.
create table duty_entry (
  id          uuid primary key,
  place_code  text not null references place (code),
  at          timestamptz not null,
  way         text not null check (way in ('visit', 'telephone', 'call')),
  said        bytea not null,
  case_number text references case_file (case_number),
  by_account  text not null,
  by_name     text not null,
  recorded_at timestamptz not null
);
create index duty_entry_newest on duty_entry (place_code, at desc, id);

-- 工作联络员 (D8): whom the others turn to in a department.
create table liaison_officer (
  id              uuid primary key,
  department_code text not null references department (code),
  account         text not null,
  telephone       text not null,
  named_by        text not null,
  named_at        timestamptz not null,
  until_at        timestamptz
);
create unique index liaison_officer_once on liaison_officer (department_code, account) where until_at is null;

-- Where a case was taken in and where its result is handed over; by whose consent somebody else handed it in.
create table case_place (
  case_number text primary key references case_file (case_number),
  taken_in_at text references region (code),
  collect_at  text references region (code),
  -- Where a township's post can act in it now, on behalf of the department.
  acting_at   text references region (code),
  body        jsonb not null
);
create index case_place_taken_in on case_place (taken_in_at text_pattern_ops);
create index case_place_collect on case_place (collect_at text_pattern_ops);
create index case_place_acting on case_place (acting_at text_pattern_ops) where acting_at is not null;

-- Who read a duty register, and when; shown to all who read it.
create table register_reading (
  id         bigint generated always as identity primary key,
  place_code text not null references place (code),
  at         timestamptz not null,
  account    text not null,
  name       text not null
);
create index register_reading_newest on register_reading (place_code, id desc);
