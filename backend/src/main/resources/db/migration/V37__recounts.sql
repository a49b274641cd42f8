-- Counting running deadlines again when a calendar has changed (ADR 0093): one job for each edition of the calendar,
-- with how far it has come and what it moved.

create table recount (
  id                uuid primary key,
  -- The sum of all years' versions: it grows with every change, so nodes that notice the same one agree on the job.
  edition           bigint not null unique,
  cause             text not null check (cause in ('edited', 'release')),
  year              integer,
  source            text,
  requested_by      text,
  requested_by_name text,
  requested_by_name_en text,
  requested_at      timestamptz not null,
  -- The days that became another kind of day.
  days              date[] not null default '{}',
  started_at        timestamptz,
  finished_at       timestamptz,
  total             integer not null default 0,
  done              integer not null default 0,
  -- The last case counted: where it goes on after an interruption.
  reached           text not null default '',
  later             integer not null default 0,
  earlier           integer not null default 0,
  now_late          integer not null default 0,
  check (finished_at is null or started_at is not null)
);
create index recount_unfinished on recount (edition) where finished_at is null;

-- A case that is due at another time now.
create table recount_case (
  recount     uuid not null references recount (id),
  case_number text not null references case_file (case_number),
  before      timestamptz not null,
  after       timestamptz not null,
  because     date,
  now_late    boolean not null,
  primary key (recount, case_number)
);

-- What is stored now was counted by the calendar as it is now.
insert into recount (id, edition, cause, requested_at, started_at, finished_at)
select gen_random_uuid(), sum(version), 'release', now(), now(), now() from calendar_year having count(*) > 0;

-- Open cases by their numbers, page by page: all of them are counted, and not the provisional ones alone.
drop index case_file_provisional;
create index case_file_running on case_file (case_number) where open;

-- What one's posts can act on now, by when it is due: found among open cases however many have been closed.
create index case_file_desk on case_file (department_code, due_order, case_number) where open;

-- The cases of which case_is_own says that they are somebody's: asked once for a list instead of for each of its rows.
create function case_numbers_of(who text) returns setof text language sql stable as $$
  select case_number from case_file where applicant_account = who
  union
  select p.case_number from account_identity i join person_index p on p.token = i.token
  where i.account = who and p.kind = 'identityNumber'
  union
  select f.case_number from account_identity mine join account_identity i on i.token = mine.token
    join case_file f on f.applicant_account = i.account
  where mine.account = who
$$;
