-- Investment projects and their phases (国办发〔2019〕11号). A path is data; where a project stands follows from the
-- states of the cases its phases began, and is stored nowhere. ADR 0097.

-- The way a kind of project goes, by the day it begins. Nothing is overwritten.
create table project_path_version (
  code           text not null check (code ~ '^[a-z][a-z0-9-]{1,59}$'),
  version        integer not null check (version >= 1),
  effective_from date not null,
  definition     jsonb not null,
  published_at   timestamptz not null,
  published_by   text not null,
  primary key (code, version),
  unique (code, effective_from)
);

create table project (
  project_code     text primary key check (project_code ~ '^[0-9]{4}-[0-9]{6}-[0-9]{2}-[0-9]{2}-[0-9]{6}$'),
  path_code        text not null,
  path_version     integer not null,
  -- Public.
  name             text not null,
  region_code      text not null references region (code),
  code_hash        bytea not null check (length(code_hash) = 32),
  applicant_masked text not null,
  registered_at    timestamptz not null,
  -- Who applies and what is built, sealed with the project's own key.
  sealed           bytea not null,
  -- One more with each phase that begins.
  version          integer not null default 1 check (version >= 1),
  foreign key (path_code, path_version) references project_path_version (code, version)
);
create index project_newest on project (registered_at desc, project_code desc);

-- Who leads one of its phases, as it was when the project was registered.
create table project_lead (
  project_code    text not null references project (project_code),
  phase           text not null,
  department_code text not null references department (code),
  primary key (project_code, phase)
);
create index project_lead_department on project_lead (department_code, project_code);

-- The joint applications its phases began.
create table project_application (
  project_code text not null references project (project_code),
  number       integer not null check (number >= 1),
  phase        text not null,
  joint_number text not null unique references joint_application (joint_number) deferrable initially deferred,
  begun_at     timestamptz not null,
  primary key (project_code, number)
);

-- When the personal data of the last of its cases is deleted, what the project says of its applicant goes too (个人信息
-- 保护法第四十七条).
create function project_goes_with_the_last_case() returns trigger language plpgsql as $$
declare
  whole text;
begin
  select project_code into whole from project_application where joint_number = new.joint_number;
  if whole is not null and not exists (select from project_application a
      join case_file c on c.joint_number = a.joint_number
      where a.project_code = whole and c.personal_data_deleted_at is null) then
    delete from vault_key where subject = whole;
  end if;
  return null;
end $$;
create trigger project_goes_with_the_last_case after update of personal_data_deleted_at on case_file
  for each row when (new.joint_number is not null and new.personal_data_deleted_at is not null)
  execute function project_goes_with_the_last_case();
