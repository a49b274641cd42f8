-- What work figures (工作数据, E8, C11–C13, L5, L7) are counted from: the facts of each case, folded from the journal,
-- and who had a hand in it. ADR 113.

-- Both emptied, with the reader 'work' back at place 0, they fill again.
create table work_case (
  case_number     text primary key,
  department_code text not null,
  first_at        timestamptz not null,
  last_at         timestamptz not null,
  facts           jsonb not null
);
create index work_case_department on work_case (department_code, last_at);

create table work_hand (
  account     text not null,
  case_number text not null references work_case (case_number) on delete cascade,
  first_at    timestamptz not null,
  last_at     timestamptz not null,
  primary key (account, case_number)
);
create index work_hand_period on work_hand (account, last_at);
