-- What people said and were answered before Sunlit was there 往期答复, and what complaints are about 诉求分类. ADR 124.

create table complaint_category (
  -- Two digits for each level.
  code   text primary key check (code ~ '^([0-9]{2}){1,3}$'),
  parent text references complaint_category (code),
  name   text not null,
  -- Whether complaints can still be put into it; what was put into it stays.
  in_use boolean not null,
  unique nulls not distinct (parent, name),
  check (parent is not distinct from nullif(left(code, -2), ''))
);

-- As a person has confirmed it.
alter table complaint add category text references complaint_category (code);

create table earlier_answer_import (
  id            uuid primary key,
  file_name     text not null,
  status        text not null check (status in ('writing', 'done', 'failed')),
  started_at    timestamptz not null,
  started_by    text not null references account (account),
  -- When whoever writes it was last seen at work.
  seen_at       timestamptz not null default now(),
  finished_at   timestamptz,
  done          integer not null default 0,
  total         integer not null,
  taken         integer not null default 0,
  unchanged     integer not null default 0,
  -- Rows that were refused, and the first of the reasons; nothing of what the rows say.
  refused       integer not null,
  faults        jsonb not null,
  -- Places that looked personal and were blotted out.
  marked        integer not null,
  withdrawn_at  timestamptz,
  withdrawn_by  text references account (account),
  withdrawn_why text,
  check ((status = 'writing') = (finished_at is null)),
  check ((withdrawn_at is null) = (withdrawn_by is null) and (withdrawn_at is null) = (withdrawn_why is null))
);
create index earlier_answer_import_time on earlier_answer_import (started_at desc, id desc);

create table earlier_answer (
  -- Follows from the number it had, or from what it says: imported again it is the same.
  id           uuid primary key,
  import_id    uuid not null references earlier_answer_import (id),
  kind         text not null check (kind in ('enquiry', 'suggestion', 'complaint', 'help')),
  -- Blotted: what looked personal is not stored at all.
  title        text not null,
  question     text not null,
  answer       text not null,
  -- SHA-256 of the row as it came.
  fingerprint  bytea not null,
  department   text references department (code),
  category     text references complaint_category (code),
  received_at  timestamptz not null,
  replied_at   timestamptz not null check (replied_at >= received_at),
  -- Working days after the day it came in up to and including the day of the answer.
  working_days integer not null check (working_days >= 0),
  -- Pairs of characters with their places (ADR 105).
  search       tsvector not null,
  withdrawn_at timestamptz
);
create index earlier_answer_search on earlier_answer using gin (search) where withdrawn_at is null;
create index earlier_answer_time on earlier_answer (replied_at desc, id desc) where withdrawn_at is null;
create index earlier_answer_import_of on earlier_answer (import_id);

-- It can be withdrawn, never deleted.
create trigger earlier_answer_stays before delete on earlier_answer
  for each row execute function complaint_acts_only_grow();
create trigger earlier_answer_stays_whole before truncate on earlier_answer
  execute function complaint_acts_only_grow();
