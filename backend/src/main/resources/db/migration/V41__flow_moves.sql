-- Moving running cases to another version of their item (流程版本迁移, ADR 0038): asked for by one, confirmed by
-- another, carried out case by case.

create table flow_move (
  id                uuid primary key,
  item_code         text not null,
  from_version      uuid not null references power_item_version (id),
  to_version        uuid not null references power_item_version (id),
  from_number       integer not null,
  to_number         integer not null,
  -- For each step of the former flow the one that stands for it.
  steps             jsonb not null,
  reason            text not null check (length(reason) between 1 and 500),
  asked_by          jsonb not null,
  confirmed_by      jsonb not null,
  -- How many cases were open on the former version when it began.
  total             integer not null check (total >= 0),
  started_at        timestamptz not null,
  ended_at          timestamptz,
  check (from_version <> to_version)
);
create index flow_move_running on flow_move (started_at) where ended_at is null;
create index flow_move_item on flow_move (item_code, started_at);
-- One at a time for each item.
create unique index flow_move_one on flow_move (item_code) where ended_at is null;

-- What became of each case: written with the case, once.
create table flow_move_case (
  move_id     uuid not null references flow_move (id),
  case_number text not null references case_file (case_number),
  -- Why it stays where it is; null when it was moved.
  obstacle    text,
  at          timestamptz not null,
  primary key (move_id, case_number)
);
