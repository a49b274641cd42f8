-- Attendance at the window (考勤, E8, E12) and what people say against a line of their file. ADR 113.

create table attendance_sign (
  account text not null references account (account),
  number  integer not null check (number >= 1),   -- 1, 2, 3 … of the account
  kind    text not null check (kind in ('in', 'out')),
  at      timestamptz not null,                   -- by the city's clock, never before the one before it
  primary key (account, number)
);
create index attendance_sign_account on attendance_sign (account, at);
create index attendance_sign_at on attendance_sign (at);

create function attendance_only_grows() returns trigger language plpgsql as $$
begin
  raise exception 'attendance only grows: % on % is refused', tg_op, tg_table_name;
end $$;
create trigger attendance_sign_only_grows before update or delete or truncate on attendance_sign
  for each statement execute function attendance_only_grows();

create table attendance_contest (
  id           uuid primary key,
  account      text not null references account (account),
  kind         text not null check (kind in ('day', 'work')),
  line         text not null,           -- a day such as 2026-11-30; a figure and a case such as onTime/20260301-000123-7
  words        bytea not null,          -- sealed: why somebody was away may be nobody else's business
  raised_at    timestamptz not null,
  upheld       boolean,
  corrected_to text check (corrected_to in ('present', 'leave', 'free')),
  reason       bytea,                   -- sealed too
  answered_by  text references account (account),
  answered_at  timestamptz,
  check ((answered_at is null) = (upheld is null) and (answered_at is null) = (reason is null)
    and (answered_at is null) = (answered_by is null)),
  check (answered_by is null or answered_by <> account),
  check ((corrected_to is not null) = (kind = 'day' and coalesce(upheld, false)))
);
create unique index attendance_contest_open on attendance_contest (account, kind, line) where answered_at is null;
create index attendance_contest_account on attendance_contest (account, raised_at desc, id desc);
create index attendance_contest_raised on attendance_contest (raised_at desc, id desc);

-- Answered once and then for good.
create function attendance_contest_stays() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.answered_at is not null then
    raise exception 'What was contested and answered stays on record';
  end if;
  return new;
end $$;
create trigger attendance_contest_stays before update or delete on attendance_contest
  for each row execute function attendance_contest_stays();
