-- Parallel approval (并联审批). A theme is data; a joint application is the fold of its events over the states of the
-- cases it began, which are ordinary cases of their own departments. ADR 0035.

-- What a theme bundles, by the day it begins. Nothing is overwritten.
create table joint_theme_version (
  code           text not null check (code ~ '^[a-z][a-z0-9-]{1,59}$'),
  version        integer not null check (version >= 1),
  effective_from date not null,
  definition     jsonb not null,
  published_at   timestamptz not null,
  published_by   text not null,
  primary key (code, version),
  unique (code, effective_from)
);

create sequence joint_running_number as bigint start with 1 no cycle;

create table joint_application (
  joint_number      text primary key check (joint_number ~ '^J[0-9]{8}-[0-9]{6,10}-[0-9]$'),
  theme_code        text not null,
  theme_version     integer not null,
  -- Names as they were, so that a list needs no other table.
  theme_name        text not null,
  theme_name_en     text,
  lead_department   text not null references department (code),
  region_code       text not null references region (code),
  code_hash         bytea not null check (length(code_hash) = 32),
  applicant_masked  text not null,
  submitted_at      timestamptz not null,
  -- The number of its last event.
  version           integer not null check (version >= 1),
  foreign key (theme_code, theme_version) references joint_theme_version (code, version)
);
create index joint_application_newest on joint_application (submitted_at desc, joint_number desc);

-- The cases it began.
create table joint_case (
  joint_number    text not null references joint_application (joint_number),
  place           integer not null check (place >= 1),
  case_number     text not null unique references case_file (case_number),
  item_code       text not null,
  department_code text not null references department (code),
  primary key (joint_number, place)
);
create index joint_case_department on joint_case (department_code, joint_number);

create table joint_event (
  joint_number text not null references joint_application (joint_number),
  number       integer not null check (number >= 1),
  kind         text not null,
  at           timestamptz not null,
  body         jsonb not null,
  -- What was said with it, sealed with the joint application's key.
  said         bytea,
  primary key (joint_number, number)
);
create function joint_event_only_grows() returns trigger language plpgsql as $$
begin
  raise exception 'events of joint applications are only added: % is refused', tg_op using errcode = 'restrict_violation';
end $$;
create trigger joint_event_only_grows before update or delete on joint_event
  for each row execute function joint_event_only_grows();
create trigger joint_event_never_emptied before truncate on joint_event
  for each statement execute function joint_event_only_grows();

-- A case knows the joint application it belongs to, and the public sees it.
alter table case_file add column joint_number text;
create index case_file_joint on case_file (joint_number) where joint_number is not null;
alter table journal_public add column joint_number text;

-- When the personal data of the last of its cases is deleted, what was said about them together goes too: without its
-- key it is noise (个人信息保护法第四十七条).
create function joint_words_go_with_the_last_case() returns trigger language plpgsql as $$
begin
  if not exists (select from case_file c
      where c.joint_number = new.joint_number and c.personal_data_deleted_at is null) then
    delete from vault_key where subject = new.joint_number;
    delete from notice where subject_id = new.joint_number;
  end if;
  return null;
end $$;
create trigger joint_words_go_with_the_last_case after update of personal_data_deleted_at on case_file
  for each row when (new.joint_number is not null and new.personal_data_deleted_at is not null)
  execute function joint_words_go_with_the_last_case();

-- Who takes part: the lead, and every department with a case.
create view joint_member as
  select joint_number, lead_department as department_code, region_code from joint_application
  union
  select c.joint_number, c.department_code, a.region_code
  from joint_case c join joint_application a on a.joint_number = c.joint_number;

create function case_is_open(wanted text) returns boolean language sql stable as $$
  select coalesce((select open from case_file where case_number = wanted), false)
$$;
