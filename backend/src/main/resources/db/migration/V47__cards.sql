-- What follows from findings (E2–E9, E16): warnings, yellow and red cards 预警与红黄牌, and the chain from each to
-- its decision, its bulletin, its points, a talk and accountability. The acts are the truth, the cards their
-- fold for lists and sweeps. ADR 102.

-- Running numbers without gaps, by mark and year, such as 黄牌〔2026〕12号 and 通报〔2026〕3号.
create table supervision_series (
  mark text not null,
  year integer not null,
  last integer not null check (last >= 1),
  primary key (mark, year)
);

create table supervision_card (
  id               uuid primary key,
  number           text not null unique,
  colour           text not null check (colour in ('warning', 'yellow', 'red')),
  -- Null where nobody is named: then it is the department's alone.
  account          text,
  department_code  text not null references department (code),
  region_code      text not null,
  -- Of the finding that led to it last.
  rule             text not null,
  case_number      text not null,
  item_code        text not null,
  -- So many of its findings, or of the cards it was raised from, have to stand.
  needed           integer not null check (needed >= 1),
  state            text not null check (state in ('issued', 'explained', 'appealed', 'kept', 'withdrawn')),
  issued_at        timestamptz not null,
  -- Null when the thresholds alone have led to it.
  issued_by        text,
  -- The last moment to explain or appeal; null once that is over.
  answer_due       timestamptz,
  decided_at       timestamptz,
  decided_by       text,
  points           integer not null default 0 check (points >= 0),
  bulletin         text unique,
  talk_person      text check (talk_person in ('called', 'held', 'calledOff')),
  talk_department  text check (talk_department in ('called', 'held', 'calledOff')),
  talked_person_at     timestamptz,
  talked_department_at timestamptz,
  version          integer not null check (version >= 1),
  -- Whoever issues doesn't revoke, and whoever is concerned never decides.
  constraint supervision_card_issuer_decides_not check (decided_by <> issued_by),
  constraint supervision_card_concerned_decides_not check (decided_by <> account),
  constraint supervision_card_concerned_issues_not check (issued_by <> account),
  check ((state in ('kept', 'withdrawn')) = (decided_at is not null)),
  check (state = 'kept' or points = 0)
);
create index supervision_card_time on supervision_card (issued_at desc, id desc);
create index supervision_card_person on supervision_card (account, issued_at) where account is not null;
create index supervision_card_department on supervision_card (department_code, issued_at);
create index supervision_card_due on supervision_card (answer_due) where answer_due is not null;

-- What happened to a card; words that were said are sealed with the card's own key.
create table supervision_card_act (
  card_id uuid not null references supervision_card (id),
  number  integer not null check (number >= 1),
  kind    text not null,
  at      timestamptz not null,
  account text,
  detail  jsonb not null,
  words   bytea,
  primary key (card_id, number)
);
create index supervision_card_act_time on supervision_card_act (at);

create function supervision_card_acts_only_grow() returns trigger language plpgsql as $$
begin
  raise exception 'what happened to a card stays: % is refused', tg_op using errcode = 'restrict_violation';
end $$;
create trigger supervision_card_acts_only_grow before update or delete on supervision_card_act
  for each row execute function supervision_card_acts_only_grow();

create table supervision_card_finding (
  card_id    uuid not null references supervision_card (id),
  finding_id uuid not null references supervision_finding (id),
  primary key (card_id, finding_id)
);
create index supervision_card_finding_finding on supervision_card_finding (finding_id);

-- Which lighter cards one was raised from.
create table supervision_card_source (
  card_id   uuid not null references supervision_card (id),
  source_id uuid not null references supervision_card (id),
  primary key (card_id, source_id),
  check (card_id <> source_id)
);
create index supervision_card_source_source on supervision_card_source (source_id);

-- Findings made or withdrawn that are to be acted on, in this order; written in the transaction of the finding,
-- taken out in that of what follows from it.
create table supervision_card_task (
  id        bigint generated always as identity primary key,
  finding   jsonb not null,
  withdrawn boolean not null,
  reason    text
);
