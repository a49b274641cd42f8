-- Telling people by the ways they chose (C3). One row of notice is one thing told to one person; how it gets there is
-- a row for each channel. Neither can be there twice. ADR 44.

create table notice_delivery (
  -- Handed to the carrier with every attempt, so that it can tell a repeat.
  id              uuid primary key,
  notice_id       uuid not null references notice (id) on delete cascade,
  channel         text not null check (channel in ('sms', 'email', 'inApp')),
  -- Where to, sealed; kept only until it has been used. Null in-app.
  recipient       bytea,
  language        text not null check (language in ('zh', 'en')),
  -- Doesn't wait for the morning.
  urgent          boolean not null,
  status          text not null check (status in ('waiting', 'sent', 'delivered', 'failed')),
  attempts        integer not null default 0,
  -- While somebody is at it, when another may try.
  next_attempt_at timestamptz not null,
  -- After this it is of no use; null when it always is.
  good_until      timestamptz,
  sent_at         timestamptz,
  -- When it was known to have arrived, or not to.
  settled_at      timestamptz,
  failure         text check (failure in ('refused', 'givenUp', 'notDelivered', 'tooLate')),
  unique (notice_id, channel),
  check ((status = 'failed') = (failure is not null))
);
create index notice_delivery_due on notice_delivery (next_attempt_at) where status = 'waiting';

-- What there was: the outward way keeps the id its number is sealed with.
insert into notice_delivery
  (id, notice_id, channel, recipient, language, urgent, status, attempts, next_attempt_at, sent_at, settled_at, failure)
select id, id, 'sms', recipient, 'zh', false, status, attempts, next_attempt_at, sent_at,
  case when status = 'failed' then next_attempt_at end, case when status = 'failed' then 'givenUp' end
from notice where channel = 'sms';
-- What was told about a case stands with the case; what is only to be looked at has arrived by standing there.
insert into notice_delivery (id, notice_id, channel, language, urgent, status, next_attempt_at, sent_at)
select gen_random_uuid(), n.id, 'inApp', 'zh', false, 'sent', n.created_at, n.created_at
from notice n
where n.channel = 'inApp' or exists (select from case_file c where c.case_number = n.subject_id);

drop view notice_shown;
alter table notice
  add column event text,
  -- Who of those the subject concerns.
  add column person text not null default 'applicant',
  -- Whose inbox it is in; null for guests.
  add column account text references account (account);
update notice n set event = 'before ' || n.id;
update notice n set account = c.applicant_account from case_file c where c.case_number = n.subject_id;
alter table notice alter column event set not null, alter column person drop default,
  drop column recipient, drop column status, drop column attempts, drop column next_attempt_at, drop column sent_at;
create unique index notice_once on notice (subject_id, event, person);
create index notice_inbox on notice (account, created_at desc, id) where account is not null;
comment on column notice.channel is 'In short, for those who know no other way than these; all are in notice_delivery';

-- Until when somebody has looked at their inbox.
create table inbox_reader (
  account    text primary key references account (account),
  read_until timestamptz not null
);

create function notice_time(moment timestamptz) returns text language sql stable as $$
  select to_char(moment at time zone 'Asia/Shanghai', 'YYYY-MM-DD"T"HH24:MI:SS.US"+08:00"')
$$;

-- What other rooms may read of it: nothing that names or reaches a person.
create view notice_shown as
  select n.id, n.subject_id, n.channel, n.shown, n.created_at,
    case ways.status when 'delivered' then 'sent' else ways.status end as status, ways.deliveries
  from notice n cross join lateral (
    select coalesce(max(d.status) filter (where d.channel = n.channel), max(d.status)) as status,
      json_agg(json_strip_nulls(json_build_object(
        'channel', d.channel, 'status', d.status, 'attempts', d.attempts, 'sentAt', notice_time(d.sent_at),
        'settledAt', notice_time(d.settled_at), 'failure', d.failure,
        'nextAttemptAt', case when d.status = 'waiting' then notice_time(d.next_attempt_at) end))
        order by array_position(array['sms', 'email', 'inApp'], d.channel)) as deliveries
    from notice_delivery d where d.notice_id = n.id) ways;
