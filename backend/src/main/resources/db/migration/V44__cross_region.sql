-- Handed in anywhere, decided where it belongs (全省通办、跨区域通办, B22). ADR 0098.

-- Which items the centres of other regions take in too, by which document and from when until when.
create table cross_region_item (
  id              uuid primary key,
  item_code       text not null references power_item (code),
  department_code text not null references department (code),
  basis           text not null check (basis <> ''),
  -- Whether the result can be collected at the window where it was handed in.
  collects        boolean not null,
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
create index cross_region_item_code on cross_region_item (item_code);

-- The permission that a case was taken in by in another region than the one that decides it.
alter table case_place add column cross_region uuid references cross_region_item (id);
create index case_place_cross_region on case_place (cross_region) where cross_region is not null;

-- Everybody sees where it was handed in, beside who decides.
alter table journal_public add column taken_in_at text;
alter table journal_public add column taken_in_at_en text;
