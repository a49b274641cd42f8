-- The power list (权力清单): who holds power, what may be done, and by which procedure.
-- Published versions and flows are never altered: a case started on a version can always be read against it.

create table region (
  code text primary key check (code ~ '^[0-9]{12}$'),
  name text not null check (name <> ''),
  name_en text,
  level text not null check (level in ('city', 'county', 'township', 'village')),
  parent_code text references region (code),
  check (parent_code is distinct from code)
);
create index region_parent on region (parent_code);

create table department (
  code text primary key check (length(code) between 1 and 64),
  name text not null check (name <> ''),
  name_en text,
  short_name text,
  short_name_en text,
  region_code text not null references region (code),
  duty text,
  duty_en text,
  telephone text,
  supervision_telephone text,
  address text,
  address_en text,
  place integer not null,
  unique (region_code, name)
);
comment on column department.place is 'The department''s place in the city''s own order';
create index department_place on department (place, code);

-- A department may be known by several codes: its branches carry their own, and lists name it by any of them.
create table department_code (
  code text primary key check (length(code) between 1 and 64),
  department_code text not null references department (code)
);
create index department_code_department on department_code (department_code);

create table flow_definition (
  id uuid primary key,
  code text not null,
  version integer not null check (version >= 1),
  origin text not null check (origin in ('own', 'standard')),
  content_hash text not null check (content_hash ~ '^[0-9a-f]{64}$'),
  definition jsonb not null,
  created_at timestamptz not null default now(),
  unique (code, version),
  unique (origin, content_hash)
);

create table power_item (
  id bigint generated always as identity primary key,
  code text not null unique check (length(code) between 1 and 100)
);

create table power_item_version (
  id uuid primary key,
  item_id bigint not null references power_item (id),
  number integer not null check (number >= 1),
  effective_from date not null,
  effective_to date,
  content_hash text not null check (content_hash ~ '^[0-9a-f]{64}$'),
  name text not null check (length(name) between 1 and 500),
  name_en text,
  parent_name text,
  category text not null check (category in ('licence', 'penalty', 'coercion', 'levy', 'payment', 'inspection',
    'confirmation', 'reward', 'adjudication', 'other', 'publicService')),
  department_code text not null references department (code),
  region_code text not null references region (code),
  level text check (level in ('city', 'county', 'township', 'village')),
  status text not null check (status in ('inForce', 'suspended', 'cancelled')),
  handling text not null check (handling in ('instant', 'promised')),
  statutory_amount integer check (statutory_amount between 0 and 3650),
  statutory_unit text check (statutory_unit in ('workingDays', 'calendarDays', 'hours')),
  promised_amount integer check (promised_amount between 0 and 3650),
  promised_unit text check (promised_unit in ('workingDays', 'calendarDays', 'hours')),
  online_depth integer check (online_depth between 1 and 4),
  visits integer check (visits >= 0),
  service_for text check (service_for in ('person', 'organisation', 'both')),
  free boolean,
  detail jsonb not null,
  flow_id uuid not null references flow_definition (id),
  import_id uuid,
  created_at timestamptz not null default now(),
  unique (item_id, number),
  check ((statutory_amount is null) = (statutory_unit is null)),
  check ((promised_amount is null) = (promised_unit is null)),
  -- A version replaced on the very day it began was in force on no whole day: it ends the day before it began.
  check (effective_to >= effective_from - 1),
  -- An item has at most one version on any day. The item is written as a range of one, which needs no extension.
  constraint one_version_a_day exclude using gist (
    int8range(item_id, item_id, '[]') with &&,
    daterange(effective_from, effective_to + 1, '[)') with &&
  )
);
comment on column power_item_version.free is 'Null when the department has not said whether it charges';
create index power_item_version_department on power_item_version (department_code);
create index power_item_version_flow on power_item_version (flow_id);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'A published row of % is never changed', tg_table_name using errcode = 'restrict_violation';
end $$;

create trigger flow_definition_is_immutable before update or delete on flow_definition
  for each row execute function refuse_change();

create trigger power_item_is_immutable before update or delete on power_item
  for each row execute function refuse_change();

create trigger power_item_version_is_kept before delete on power_item_version
  for each row execute function refuse_change();

create function only_closing_a_version() returns trigger language plpgsql as $$
begin
  if old.effective_to is not null or to_jsonb(new) - 'effective_to' <> to_jsonb(old) - 'effective_to' then
    raise exception 'A published version of a power item is never changed, only ended' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;

create trigger power_item_version_is_immutable before update on power_item_version
  for each row execute function only_closing_a_version();

-- Every node compares this counter with the one its search index was built at.
create table power_list_change (
  only_row boolean primary key default true check (only_row),
  counter bigint not null
);
insert into power_list_change (counter) values (0);

create function count_power_list_change() returns trigger language plpgsql as $$
begin
  update power_list_change set counter = counter + 1;
  return null;
end $$;

create trigger power_item_version_changes after insert or update on power_item_version
  for each statement execute function count_power_list_change();
create trigger department_changes after insert or update or delete on department
  for each statement execute function count_power_list_change();
create trigger region_changes after insert or update or delete on region
  for each statement execute function count_power_list_change();

create table power_list_import (
  id uuid primary key,
  file_name text not null,
  file_sha256 text not null,
  dry_run boolean not null,
  effective_from date not null,
  status text not null check (status in ('waiting', 'reading', 'checking', 'writing', 'done', 'refused', 'failed')),
  started_at timestamptz not null,
  seen_at timestamptz not null default now(),
  finished_at timestamptz,
  started_by text not null,
  done integer not null default 0,
  total integer not null default 0,
  result jsonb,
  mapping jsonb,
  unknown_columns jsonb not null default '[]',
  error_count integer not null default 0,
  errors jsonb not null default '[]',
  check ((finished_at is null) = (status in ('waiting', 'reading', 'checking', 'writing')))
);
comment on column power_list_import.seen_at is 'When its node last said that it is still at work; by the database''s own clock';
comment on column power_list_import.errors is 'The first 1,000 as row, column, value, message key and arguments; worded when read';
create index power_list_import_started on power_list_import (started_at desc);
create index power_list_import_unfinished on power_list_import (status) where finished_at is null;
