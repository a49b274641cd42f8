-- What applicants say of how they were served (满意度评价, G1, G2, G8): apart from the cases, and read by the
-- supervisors' side alone (背对背). Nothing of it is in the journal. ADR 0080.

-- Cases that have ended, as the journal's public rows tell of them: each can be rated once, for a while.
create table ratable_case (
  case_number        text primary key,
  item_code          text not null,
  item_name          text not null,
  item_name_en       text,
  department_code    text not null,
  department_name    text not null,
  department_name_en text,
  region_code        text not null,
  applicant_masked   text,
  -- Who ended it; null for the applicant or the system.
  ended_by           text,
  ended_at           timestamptz not null,
  open_until         timestamptz not null,
  -- The code of the message that asks for a rating, as a keyed hash; null while none was sent.
  code_hash          bytea check (length(code_hash) = 32),
  -- When it was decided whether to send one.
  invited_at         timestamptz
);
create index ratable_case_ended on ratable_case (ended_at);
create index ratable_case_department on ratable_case (department_code, ended_at);
create index ratable_case_uninvited on ratable_case (ended_at) where invited_at is null;

-- Devices in the halls. Whoever knows the id may use it: it is in the address the device shows.
create table rating_terminal (
  id              uuid primary key,
  place           text not null,
  place_en        text,
  -- Null: cases of every department, or region.
  department_code text references department (code),
  region_code     text references region (code),
  added_by        text not null,
  added_at        timestamptz not null,
  closed_at       timestamptz
);

create table rating (
  id              uuid primary key,
  -- Once for each case 一事一评.
  case_number     text not null unique references ratable_case (case_number),
  department_code text not null,
  region_code     text not null,
  rated_person    text,
  channel         text not null check (channel in ('terminal', 'link', 'account', 'sms')),
  terminal        uuid references rating_terminal (id),
  overall         text not null check (overall in ('satisfied', 'basicallySatisfied', 'notSatisfied')),
  efficiency      text check (efficiency in ('satisfied', 'basicallySatisfied', 'notSatisfied')),
  attitude        text check (attitude in ('satisfied', 'basicallySatisfied', 'notSatisfied')),
  quality         text check (quality in ('satisfied', 'basicallySatisfied', 'notSatisfied')),
  -- Sealed with the key of the case: they go when the person has their data deleted.
  words           bytea,
  -- Whether the department may be told whose case it was, for it to be made good.
  may_be_named    boolean not null,
  rated_at        timestamptz not null,
  -- False once a supervisor has set it aside: it doesn't count any more.
  counted         boolean not null default true,
  reviewed_by     text,
  reviewed_at     timestamptz,
  review_reason   text,
  version         integer not null default 1,
  check ((reviewed_by is null) = (reviewed_at is null)),
  check ((channel = 'terminal') = (terminal is not null))
);
create index rating_time on rating (rated_at desc, id);
create index rating_department on rating (department_code, rated_at);
create index rating_person on rating (rated_person, rated_at desc);
create index rating_at_terminal on rating (terminal, rated_at) where terminal is not null;

-- Signs that a rating was not freely given, with the reason in plain words.
create table rating_sign (
  rating    uuid not null references rating (id),
  kind      text not null,
  reason    text not null,
  reason_en text not null,
  primary key (rating, kind)
);

-- What a bad rating asks of the department 整改.
create table rectification (
  id              uuid primary key,
  rating          uuid not null unique references rating (id),
  case_number     text not null,
  department_code text not null,
  state           text not null check (state in ('opened', 'assigned', 'answered', 'returned', 'withSupervisor',
    'mended', 'closed')),
  -- How often the citizen was asked.
  round           integer not null default 1 check (round >= 1),
  opened_at       timestamptz not null,
  assigned_at     timestamptz,
  -- The last day for the department's answer, and for the citizen's.
  due_on          date,
  due_provisional boolean not null default false,
  confirm_by      date,
  answered_at     timestamptz,
  ended_at        timestamptz,
  -- Sealed with the key of the case: what the supervisor told the department, what it answered, and what the
  -- citizen says is still wrong.
  problem         bytea,
  answer          bytea,
  still_wrong     bytea,
  close_reason    text,
  version         integer not null default 1,
  check ((state in ('mended', 'closed')) = (ended_at is not null))
);
create index rectification_state on rectification (state, opened_at);
create index rectification_department on rectification (department_code, assigned_at) where assigned_at is not null;

-- The monthly bulletin 评价通报, as it was published: it never changes after, or two versions of it would tell
-- what somebody said in between. Only departments for which enough came together.
create table rating_bulletin (
  month        date primary key check (extract(day from month) = 1),
  minimum      integer not null check (minimum >= 1),
  withheld     integer not null check (withheld >= 0),
  departments  jsonb not null,
  published_at timestamptz not null
);

create function rating_bulletin_stays() returns trigger language plpgsql as $$
begin
  raise exception 'a published bulletin stays as it is: % is refused', tg_op using errcode = 'restrict_violation';
end $$;
create trigger rating_bulletin_stays before update or delete on rating_bulletin
  for each row execute function rating_bulletin_stays();
