-- Full-process agents (全程代办, B21): who asked for one, who took it on, what was agreed in writing, what was done. ADR 100.

-- Agents are dedicated people (专职人员): nobody with that role has another one, so none of them handles cases.
alter table account add constraint agents_are_nothing_else check (not roles @> '{fullProcessAgent}' or cardinality(roles) = 1);

create table agency (
  id        uuid primary key,
  -- The account that asked, for which the agent acts 被代理人.
  principal text not null references account (account),
  state     text not null check (state in ('asked', 'taken', 'inForce', 'ended')),
  -- What the agent may do, and the last day; asked for by the principal and never changed afterwards.
  tasks     text[] not null check (tasks <@ '{apply,supplement,book,collect}' and cardinality(tasks) > 0),
  until_on  date not null,
  -- For what project or business, in the principal's words, sealed with the row's own key.
  purpose   bytea not null,
  asked_at  timestamptz not null,
  agent     text references account (account),
  taken_at  timestamptz,
  -- The first day, the letter as it was agreed to and the name it was signed with, sealed.
  from_on   date,
  letter    bytea,
  signed_at timestamptz,
  ended_at  timestamptz,
  ended_by  text check (ended_by in ('principal', 'agent')),
  -- Why, in the words of who ended it, sealed; null when they gave no reason.
  ended_why bytea,
  -- How the principal was served, once; the words sealed.
  rating       text check (rating in ('satisfied', 'basicallySatisfied', 'notSatisfied')),
  rating_words bytea,
  rated_at     timestamptz,
  version   integer not null default 1,
  check (agent <> principal),
  check ((agent is null) = (taken_at is null)),
  check ((signed_at is null) = (from_on is null) and (signed_at is null) = (letter is null)),
  check (from_on <= until_on),
  check (signed_at is null or agent is not null),
  check (state <> 'inForce' or signed_at is not null),
  check (state <> 'asked' or agent is null),
  check (state <> 'taken' or (agent is not null and signed_at is null)),
  check ((state = 'ended') = (ended_at is not null) and (ended_at is null) = (ended_by is null)),
  check (ended_by <> 'agent' or ended_why is not null),
  check ((rating is null) = (rated_at is null) and (rating_words is null or rating is not null)),
  check (rating is null or signed_at is not null)
);
create index agency_principal on agency (principal, asked_at desc);
create index agency_agent on agency (agent) where agent is not null;
create index agency_open on agency (asked_at) where state = 'asked';
create index agency_rated on agency (rated_at desc) where rating is not null;

-- What was done by whose mandate. Only grows.
create table agency_act (
  id          bigint generated always as identity primary key,
  agency_id   uuid not null references agency (id),
  task        text not null check (task in ('apply', 'supplement', 'book', 'collect')),
  case_number text references case_file (case_number),
  -- The number of an appointment.
  appointment text references appointment (number),
  at          timestamptz not null,
  check ((task = 'book') = (appointment is not null) and (task = 'book') = (case_number is null))
);
create index agency_act_agency on agency_act (agency_id, at desc);
create unique index agency_act_applied on agency_act (case_number) where task = 'apply';
create unique index agency_act_collected on agency_act (case_number) where task = 'collect';
create unique index agency_act_booked on agency_act (appointment) where task = 'book';

-- Nobody acts for another without a mandate in force that says so (民法典第一百七十一条). The row is held, so that ending
-- the mandate waits for what is under way, and whatever comes after it is refused.
create function agency_act_has_a_mandate() returns trigger language plpgsql as $$
declare
  held agency;
begin
  select * into held from agency where id = new.agency_id for share;
  if held.state is distinct from 'inForce' or not new.task = any (held.tasks)
    or not (new.at at time zone 'Asia/Shanghai')::date between held.from_on and held.until_on then
    raise exception 'agent_without_mandate: %', new.task
      using errcode = 'check_violation', constraint = 'agent_without_mandate';
  end if;
  if (new.task = 'apply' and not exists (
        select from case_file c where c.case_number = new.case_number and c.applicant_account = held.principal))
    or (new.task in ('supplement', 'collect') and not exists (
        select from agency_act a where a.agency_id = new.agency_id and a.case_number = new.case_number and a.task = 'apply'))
    or (new.task = 'book' and not exists (
        select from appointment b where b.number = new.appointment and b.account = held.principal)) then
    raise exception 'agent_without_mandate: it is not the principal''s'
      using errcode = 'check_violation', constraint = 'agent_without_mandate';
  end if;
  return new;
end $$;
create trigger agency_act_has_a_mandate before insert on agency_act
  for each row execute function agency_act_has_a_mandate();

-- What an agent does to a case is an event that names the mandate, and is counted here in the same statement.
create function case_event_by_mandate() returns trigger language plpgsql as $$
begin
  if new.kind not in ('submitted', 'supplemented') or not exists (
      select from agency a where a.id = cast(new.body -> 'by' ->> 'mandate' as uuid) and a.agent = new.actor) then
    raise exception 'agent_without_mandate: % by %', new.kind, new.actor
      using errcode = 'check_violation', constraint = 'agent_without_mandate';
  end if;
  insert into agency_act (agency_id, task, case_number, at)
  values (cast(new.body -> 'by' ->> 'mandate' as uuid),
    case new.kind when 'submitted' then 'apply' else 'supplement' end, new.case_number, new.at);
  return null;
end $$;
create trigger case_event_by_mandate after insert on case_event
  for each row when (new.body -> 'by' ->> 'mandate' is not null) execute function case_event_by_mandate();

-- Whoever was the agent in a case has no part in handling it afterwards either, whatever they have become.
create or replace function case_own_accounts(number text) returns text[] language plpgsql stable as $$
begin
  return array(
    select applicant_account from case_file where case_number = number and applicant_account is not null
    union
    select i.account from person_index p join account_identity i on i.token = p.token
    where p.case_number = number and p.kind = 'identityNumber'
    union
    select i.account from case_file f join account_identity own on own.account = f.applicant_account
      join account_identity i on i.token = own.token
    where f.case_number = number
    union
    select a.agent from agency_act g join agency a on a.id = g.agency_id where g.case_number = number and g.task = 'apply');
end $$;

create or replace function case_numbers_of(who text) returns setof text language sql stable as $$
  select case_number from case_file where applicant_account = who
  union
  select p.case_number from account_identity i join person_index p on p.token = i.token
  where i.account = who and p.kind = 'identityNumber'
  union
  select f.case_number from account_identity mine join account_identity i on i.token = mine.token
    join case_file f on f.applicant_account = i.account
  where mine.account = who
  union
  select g.case_number from agency a join agency_act g on g.agency_id = a.id where a.agent = who and g.task = 'apply'
$$;

-- Who closes their account ends its mandates, and what they said is gone with its keys.
create function agencies_end_with_their_principal() returns trigger language plpgsql as $$
begin
  update agency set state = 'ended', ended_at = now(), ended_by = 'principal', version = version + 1
  where principal = old.account and state <> 'ended';
  delete from vault_key where subject in (select 'agency/' || id from agency where principal = old.account);
  return null;
end $$;
create trigger agencies_end_with_their_principal after delete on citizen
  for each row execute function agencies_end_with_their_principal();

-- A project can be given up before its first phase; what it said of its applicant is deleted then (ADR 97).
alter table project
  add column given_up_at timestamptz,
  add column given_up_why text check (given_up_why in ('notPursued', 'mistaken', 'registeredAgain')),
  add check ((given_up_at is null) = (given_up_why is null));
