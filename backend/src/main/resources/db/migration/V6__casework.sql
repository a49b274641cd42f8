-- What is being done (办件). A case is the fold of its events; the other columns of case_file are that fold,
-- materialised for lists. Nothing acknowledged is ever lost: events are only added, in the same transaction as
-- everything that follows from them.

-- Running numbers of cases. Nodes take blocks of fifty; a number once taken is never given again, even when unused.
create sequence case_running_number as bigint start with 1 increment by 50 no cycle;

-- The key under which tracking codes are hashed, made once here so that every node has the same. A deployment that
-- wants it outside the database sets sunlit.casework.tracking-key before its first case.
create table casework_key (
  only_row boolean primary key default true check (only_row),
  tracking_key bytea not null check (length(tracking_key) >= 32)
);
insert into casework_key (tracking_key)
values (decode(replace(gen_random_uuid()::text || gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex'));

create table case_file (
  case_number text primary key check (case_number ~ '^[0-9]{8}-[0-9]{6,10}-[0-9]$'),
  item_version_id uuid not null references power_item_version (id),
  flow_id uuid not null references flow_definition (id),
  item_code text not null,
  item_name text not null,
  item_name_en text,
  handling text not null check (handling in ('instant', 'promised')),
  department_code text not null references department (code),
  region_code text not null references region (code),
  applicant_masked text not null,
  state text not null check (state in ('submitted', 'inCorrection', 'inProgress', 'paused', 'granted', 'refused',
    'notAccepted', 'withdrawn')),
  open boolean generated always as (state in ('submitted', 'inCorrection', 'inProgress', 'paused')) stored,
  step_id text not null,
  step_name text not null,
  step_name_en text,
  step_post text,
  step_due_at timestamptz,
  due_at timestamptz,
  due_provisional boolean not null default false,
  -- When it is due while a clock runs, else the end of time: what lists are ordered by.
  due_order timestamptz not null,
  submitted_at timestamptz not null,
  accepted_at timestamptz,
  ended_at timestamptz,
  updated_at timestamptz not null,
  -- The number of its last event.
  version integer not null check (version >= 1),
  check (open = (ended_at is null))
);
create index case_file_department on case_file (department_code, due_order, case_number);
create index case_file_region on case_file (region_code text_pattern_ops, due_order, case_number);
create index case_file_open on case_file (due_order, case_number) where open;
create index case_file_provisional on case_file (case_number) where open and due_provisional;
create index case_file_item_version on case_file (item_version_id);

-- Who asked, apart from everything else: read only for those who handle the case.
create table case_applicant (
  case_number text primary key references case_file (case_number),
  kind text not null check (kind in ('person', 'organisation')),
  name text not null,
  identity_number text,
  phone text not null,
  address text,
  contact_name text,
  subject text
);

create table case_event (
  case_number text not null references case_file (case_number),
  number integer not null check (number >= 1),
  kind text not null,
  step_id text not null,
  to_step_id text,
  at timestamptz not null,
  body jsonb not null,
  primary key (case_number, number)
);

create function case_event_only_grows() returns trigger language plpgsql as $$
begin
  raise exception 'events of cases are only added: % is refused', tg_op using errcode = 'restrict_violation';
end $$;
create trigger case_event_only_grows before update or delete on case_event
  for each row execute function case_event_only_grows();
create trigger case_event_never_emptied before truncate on case_event
  for each statement execute function case_event_only_grows();

-- Materials: the bytes once for each content, named by it, so that every node sees them and one backup holds all.
create table material_file (
  sha256 bytea primary key check (length(sha256) = 32),
  size bigint not null check (size > 0),
  content bytea not null,
  stored_at timestamptz not null
);
-- PDF, JPEG and ZIP don't get smaller by being compressed again.
alter table material_file alter column content set storage external;

create table upload (
  id uuid primary key,
  file_name text not null check (length(file_name) between 1 and 200),
  content_type text not null,
  size bigint not null,
  sha256 bytea not null references material_file (sha256),
  uploaded_at timestamptz not null
);
create index upload_age on upload (uploaded_at);
create index upload_file on upload (sha256);

create table case_material (
  id uuid primary key,
  case_number text not null references case_file (case_number),
  event_number integer not null,
  code text not null,
  file_name text not null,
  content_type text not null,
  size bigint not null,
  sha256 bytea not null references material_file (sha256),
  received_at timestamptz not null
);
create index case_material_case on case_material (case_number);
create index case_material_file on case_material (sha256);

-- What an applicant sees, ready to be sent (ADR 0031). The flow is the same for every case of a version and is added
-- on the way out.
create table case_view (
  case_number text primary key references case_file (case_number),
  code_hash bytea not null check (length(code_hash) = 32),
  item_version_id uuid not null,
  body bytea not null
);
-- Kept in the row: one page is read, not two.
alter table case_view alter column body set storage main;
alter table case_view set (toast_tuple_target = 8000, fillfactor = 60);
