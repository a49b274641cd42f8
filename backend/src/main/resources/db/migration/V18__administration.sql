-- Administration: what is not published yet; departments that are founded, renamed and closed on a day.

-- The record of changes is the one that changes of people and posts are kept in.
alter table administrative_change add column subject_name_en text;

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
