-- Nobody has a case in hand alone: who does what apart from whom, and what needs a second person (ADR 0073).
-- These hold whatever the program does, also against a statement written by hand.

-- Two persons 双人复核: something asked for by one and done only when another has confirmed it.
create table confirmation_request (
  id              uuid primary key,
  kind            text not null check (kind ~ '^[a-z][a-z-]{0,39}$'),
  subject         text not null,          -- what it is about, such as a case number
  department_code text,                   -- whose it is; null for a matter of no department
  region_code     text check (region_code ~ '^[0-9]{12}$'),
  requested_by    text not null references account (account),
  reason          text check (length(reason) between 1 and 1000),   -- tells of nobody; else null, and sealed below
  payload         jsonb not null,         -- what the confirmed act reads
  requested_at    timestamptz not null,
  expires_at      timestamptz not null check (expires_at > requested_at),
  -- lapsed: what it was about has moved on; expired: nobody decided in time.
  state           text not null default 'open'
    check (state in ('open', 'confirmed', 'declined', 'withdrawn', 'lapsed', 'expired')),
  decided_by      text references account (account),
  decided_at      timestamptz,
  note            text check (length(note) <= 1000),
  constraint confirmation_request_two_persons check (decided_by <> requested_by),
  constraint confirmation_request_somebody_decided
    check ((state in ('confirmed', 'declined')) = (decided_by is not null)),
  constraint confirmation_request_ended check ((state = 'open') = (decided_at is null))
);
create unique index confirmation_request_open on confirmation_request (kind, subject) where state = 'open';
create index confirmation_request_waiting on confirmation_request (requested_at, id) where state = 'open';
create index confirmation_request_asked on confirmation_request (requested_by, requested_at, id);

-- What was asked and decided stays: a request ends once, and nothing else of it changes.
create function confirmation_request_only_grows() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' and new.state <> 'open' then
    raise exception 'a request for confirmation begins open' using errcode = 'restrict_violation';
  end if;
  if tg_op = 'INSERT' then
    return new;
  end if;
  if tg_op = 'UPDATE' and old.state = 'open' and new.state <> 'open'
    and (old.id, old.kind, old.subject, old.department_code, old.region_code, old.requested_by, old.reason,
      old.payload, old.requested_at, old.expires_at)
    is not distinct from (new.id, new.kind, new.subject, new.department_code, new.region_code, new.requested_by,
      new.reason, new.payload, new.requested_at, new.expires_at) then
    return new;
  end if;
  raise exception 'requests for confirmation are only added and decided once: % is refused', tg_op
    using errcode = 'restrict_violation';
end $$;
create trigger confirmation_request_only_grows before insert or update or delete on confirmation_request
  for each row execute function confirmation_request_only_grows();
create trigger confirmation_request_never_emptied before truncate on confirmation_request
  for each statement execute function confirmation_request_only_grows();

-- Supervisors (监察, 社会监督员) see and process nothing: no post (V12), and no letter of authority either.
create or replace function supervisors_hold_no_post() returns trigger language plpgsql as $$
begin
  if exists (select from account a where a.account = new.account
      and a.roles && array['supervisor', 'publicSupervisor']
      and (exists (select from post_holder h where h.account = a.account
          and (h.until_at is null or h.until_at > clock_timestamp()))
        or exists (select from authorisation l where l.account = a.account and l.revoked_at is null
          and l.until_on >= (clock_timestamp() at time zone 'Asia/Shanghai')::date))) then
    raise exception 'A supervisor holds no post'
      using errcode = 'check_violation', constraint = 'supervisor_holds_no_post';
  end if;
  return null;
end $$;
create trigger supervisors_hold_no_post after insert or update on authorisation
  for each row execute function supervisors_hold_no_post();

-- Whose case it is, where the applicant was signed in.
alter table case_file add column applicant_account text references account (account);
create index case_file_applicant on case_file (applicant_account, submitted_at, case_number)
  where applicant_account is not null;

-- Who did it and who confirmed it, to be held against what follows. The event's own words stay the truth.
alter table case_event add column actor text;
alter table case_event add column confirmed_by text;
alter table case_event add column acting_for text;    -- the absent account in whose post it was done
alter table case_event disable trigger case_event_only_grows;
update case_event set actor = body -> 'by' ->> 'account', acting_for = body -> 'by' ->> 'actingFor'
where body -> 'by' ->> 'account' is not null;
alter table case_event enable trigger case_event_only_grows;
alter table case_event add constraint case_event_says_who
  check (actor is not distinct from body -> 'by' ->> 'account'
    and confirmed_by is not distinct from body -> 'confirmedBy' ->> 'account'
    and acting_for is not distinct from body -> 'by' ->> 'actingFor');
-- Nobody nameless but the applicant does anything to a case.
alter table case_event add constraint case_event_is_somebodys
  check (actor is not null or kind in ('submitted', 'supplemented', 'withdrawn'));
-- The clock is stopped by hand by two persons. Pauses from before this rule stay as they were.
alter table case_event add constraint case_event_two_persons check (confirmed_by <> actor);
alter table case_event add constraint case_event_pause_is_confirmed
  check (kind <> 'paused' or confirmed_by is not null) not valid;

-- Whose identity number an account's holder has, where it is known: the same keyed hash as in person_index (V14).
create table account_identity (
  account text primary key references account (account),
  token   bytea not null
);
create index account_identity_token on account_identity (token);

-- Every account known to be the applicant's: the one that applied, and those with the same identity number.
create function case_own_accounts(number text) returns text[] language plpgsql stable as $$
begin
  return array(
    select applicant_account from case_file where case_number = number and applicant_account is not null
    union
    select i.account from person_index p join account_identity i on i.token = p.token
    where p.case_number = number and p.kind = 'identityNumber');
end $$;

create function case_is_own(number text, who text) returns boolean language sql stable as $$
  select who = any (case_own_accounts(number))
$$;

-- Granting and refusing: a decision, or being sent the way that refuses before there is one.
create function case_event_decides(kind text, body jsonb) returns boolean language sql immutable as $$
  select kind = 'decided' or (kind = 'advanced' and body ->> 'outcome' = 'reject')
$$;

create function case_event_keeps_duties_apart() returns trigger language plpgsql as $$
declare
  hand record;
begin
  if new.actor is null then
    return null;
  end if;
  -- One at a time for each case: two statements at once mustn't overlook each other.
  perform 1 from case_file where case_number = new.case_number for no key update;
  for hand in
    select who, account.account is not null and account.kind = 'staff' and not account.disabled as works,
      account.account is not null as known,
      coalesce(account.roles && array['supervisor', 'publicSupervisor'], false) as supervises
    from unnest(array[new.actor, new.confirmed_by]) who left join account on account.account = who
    where who is not null
  loop
    if not hand.known then
      raise exception 'nobody has the account %', hand.who
        using errcode = 'foreign_key_violation', constraint = 'case_event_is_somebodys';
    end if;
    if hand.supervises then
      raise exception 'duty_supervises: supervisors process nothing: %', hand.who
        using errcode = 'check_violation', constraint = 'duty_supervises';
    end if;
    if new.kind not in ('submitted', 'supplemented', 'withdrawn') then
      if not hand.works then
        raise exception 'duty_works: only staff who work handle cases: %', hand.who
          using errcode = 'check_violation', constraint = 'duty_works';
      end if;
      if case_is_own(new.case_number, hand.who) then
        raise exception 'duty_own_case: nobody handles their own case: %', hand.who
          using errcode = 'check_violation', constraint = 'duty_own_case';
      end if;
    end if;
  end loop;
  if (case_event_decides(new.kind, new.body) and exists (
        select 1 from case_event other
        where other.case_number = new.case_number and other.kind = 'accepted' and other.actor = new.actor))
    or (new.kind = 'accepted' and exists (
        select 1 from case_event other
        where other.case_number = new.case_number and other.actor = new.actor
          and case_event_decides(other.kind, other.body))) then
    raise exception 'duty_accepted_it: who accepts a case does not decide it: %', new.actor
      using errcode = 'check_violation', constraint = 'duty_accepted_it';
  end if;
  return null;
end $$;
-- After the row, so that it sees everything the statement has written.
create trigger case_event_keeps_duties_apart after insert on case_event
  for each row execute function case_event_keeps_duties_apart();

-- What other rooms may read of what waits for a second person.
create view confirmation_waiting as
select r.id, r.kind, r.subject, r.requested_by, a.name as requested_by_name, a.name_en as requested_by_name_en,
  r.payload, r.requested_at, r.expires_at
from confirmation_request r join account a on a.account = r.requested_by
where r.state = 'open';
