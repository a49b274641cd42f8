-- The supervision centre (E7): the news of supervision in an order of its own, alarms that ask to be acknowledged, and
-- what the centre counts of open cases and of days, folded from the journal. ADR 110.

-- Places 1, 2, 3 … in the order of commits: the row of the head is held until then, so nobody sees a later one first.
create table supervision_news_head (
  only_one boolean primary key default true check (only_one),
  place    bigint not null
);
insert into supervision_news_head (place) values (0);

create table supervision_news (
  place           bigint primary key,
  kind            text not null check (kind in ('found', 'withdrawn', 'card', 'acknowledged')),
  at              timestamptz not null,
  finding_id      uuid,
  severity        text,
  card_number     text,
  colour          text,
  rule            text not null,
  case_number     text not null,
  department_code text not null,
  region_code     text not null,
  -- Whose it was, as of the finding: it decides who may see it.
  account         text,
  post            text,
  check ((kind = 'card') = (card_number is not null and colour is not null)),
  check ((kind = 'card') = (finding_id is null or severity is null))
);
create index supervision_news_time on supervision_news (at);
create index supervision_news_finding on supervision_news (finding_id) where finding_id is not null;

create function supervision_news_told() returns trigger language plpgsql as $$
begin
  perform pg_notify('supervision_news', '');
  return null;
end $$;
create trigger supervision_news_told after insert on supervision_news
  for each statement execute function supervision_news_told();

-- Serious and grave findings ask to be acknowledged (报警签收); the first to do so is kept.
create table supervision_alarm (
  finding_id         uuid primary key references supervision_finding (id),
  place              bigint not null references supervision_news (place),
  -- False once its finding was withdrawn: then nobody has to look any more.
  standing           boolean not null default true,
  acknowledged_by    text,
  acknowledged_at    timestamptz,
  check ((acknowledged_by is null) = (acknowledged_at is null))
);
create index supervision_alarm_open on supervision_alarm (place desc) where standing and acknowledged_at is null;

-- Emptied, with the reader 'supervision.centre' back at place 0, these three fill again.
create table supervision_open_case (
  case_number     text primary key,
  item_code       text not null,
  department_code text not null,
  region_code     text not null,
  handling        text not null,
  state           text not null,
  due_at          timestamptz,
  step_name       text,
  step_name_en    text,
  -- What is needed to count the case once it ends.
  course          jsonb not null
);
create index supervision_open_case_due on supervision_open_case (due_at, case_number) where due_at is not null;
create index supervision_open_case_department on supervision_open_case (department_code);

-- What counts in a report, by the place of the event in the journal.
create table supervision_fact (
  place           bigint primary key,
  kind            text not null check (kind in ('received', 'corrected', 'returned', 'ended')),
  at              timestamptz not null,
  case_number     text not null,
  department_code text not null,
  region_code     text not null,
  -- Of cases that ended; null where there is nothing to be in time for, or the applicant took it back.
  on_time         boolean,
  early           boolean,
  once            boolean,
  days            integer check (days >= 0)
);
create index supervision_fact_time on supervision_fact (at);

create table supervision_day (
  day             date not null,
  department_code text not null,
  region_code     text not null,
  received        integer not null,
  closed          integer not null,
  with_deadline   integer not null,
  on_time         integer not null,
  primary key (day, department_code, region_code)
);

-- What was found before there was news of it.
insert into supervision_news (place, kind, at, finding_id, severity, rule, case_number, department_code, region_code,
  account, post)
select row_number() over (order by found_at, id), 'found', found_at, id, severity, rule, case_number, department_code,
  region_code, account, post
from supervision_finding;
insert into supervision_news (place, kind, at, finding_id, severity, rule, case_number, department_code, region_code,
  account, post)
select (select count(*) from supervision_finding) + row_number() over (order by withdrawn_at, id), 'withdrawn',
  withdrawn_at, id, severity, rule, case_number, department_code, region_code, account, post
from supervision_finding where state = 'withdrawn';
update supervision_news_head set place = (select count(*) from supervision_news);
insert into supervision_alarm (finding_id, place)
select n.finding_id, n.place from supervision_news n join supervision_finding f on f.id = n.finding_id
where n.kind = 'found' and f.severity in ('serious', 'grave') and f.state = 'standing';
