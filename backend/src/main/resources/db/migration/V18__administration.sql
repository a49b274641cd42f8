-- Administration: what was changed, by whom and from when; what is not published yet; departments that change on a day.

-- Changes of people and posts may be kept here too, and may have come first.
create table if not exists administrative_change (
  id uuid primary key,
  at timestamptz not null,
  actor text not null,
  kind text not null check (kind <> ''),
  subject text not null check (subject <> ''),
  before jsonb,
  after jsonb,
  effective_from date not null
);
alter table administrative_change add column if not exists actor_name text;
alter table administrative_change add column if not exists subject_name text;
alter table administrative_change add column if not exists subject_name_en text;
alter table administrative_change add column if not exists department_code text;
alter table administrative_change add column if not exists region_code text;
comment on column administrative_change.department_code is 'Whose editors may read it; null for what belongs to no department';
create index if not exists administrative_change_newest on administrative_change (at desc, id desc);
create index if not exists administrative_change_subject on administrative_change (kind, subject, at desc);

drop trigger if exists administrative_change_is_append_only on administrative_change;
create trigger administrative_change_is_append_only before update or delete on administrative_change
  for each row execute function refuse_change();
drop trigger if exists administrative_change_is_not_emptied on administrative_change;
create trigger administrative_change_is_not_emptied before truncate on administrative_change
  for each statement execute function refuse_change();

-- What an editor has in a form and has not published: one's own, one a part.
create table power_item_draft (
  account text not null,
  item_code text not null check (length(item_code) between 1 and 100),
  part text not null check (part in ('item', 'flow')),
  base_version integer not null check (base_version >= 0),
  kept_at timestamptz not null,
  form jsonb not null,
  primary key (account, item_code, part)
);

alter table department add column revision integer not null default 1;
alter table department add column opened_on date;
alter table department add column closed_on date;
comment on column department.opened_on is 'Its first day; null when it was there before days were kept';
comment on column department.closed_on is 'The first day on which it is no more; null while it goes on';

-- What a department will be called from a later day on; applied on that day.
create table department_plan (
  id uuid primary key,
  department_code text not null references department (code),
  effective_from date not null,
  texts jsonb not null,
  applied_at timestamptz,
  unique (department_code, effective_from)
);
create index department_plan_open on department_plan (effective_from) where applied_at is null;
