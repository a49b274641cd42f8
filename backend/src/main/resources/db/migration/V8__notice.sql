-- Telling people 告知 (C3): a message is written in the transaction of what it tells, and sent afterwards.
create table notice (
  id               uuid primary key,
  subject_id       text not null,           -- the case it is about
  channel          text not null check (channel in ('sms', 'inApp')),
  recipient        text,                    -- a telephone number; null in-app
  recipient_masked text,
  text             text not null,
  text_en          text not null,
  created_at       timestamptz not null,
  status           text not null check (status in ('waiting', 'sent', 'failed')),
  attempts         integer not null default 0,
  next_attempt_at  timestamptz not null,
  sent_at          timestamptz
);
create index notice_subject on notice (subject_id, created_at);
create index notice_due on notice (next_attempt_at) where status = 'waiting';

-- What other rooms may read of it: nothing that names or reaches a person.
create view notice_shown as
  select subject_id, channel, recipient_masked, text, text_en, created_at, status from notice;
