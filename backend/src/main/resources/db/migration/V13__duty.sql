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
  reason          text not null check (length(reason) between 1 and 1000),
  payload         jsonb not null,         -- what the confirmed act reads
  requested_at    timestamptz not null,
  expires_at      timestamptz not null check (expires_at > requested_at),
  -- lapsed: what it was about has moved on; expired: nobody decided in time.
  state           text not null default 'open'
    check (state in ('open', 'confirmed', 'declined', 'withdrawn', 'lapsed', 'expired')),
  decided_by      text references account (account),
  decided_at      timestamptz,
  note            text check (length(note) <= 1000),
  check (decided_by <> requested_by),
  check ((state in ('confirmed', 'declined')) = (decided_by is not null)),
  check ((state = 'open') = (decided_at is null))
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
