-- Sealed reports of misconduct (举报, I1, I4, I7, M8): bytes that the reporters' browsers have sealed to the recipients
-- of the discipline office. Nothing here can be opened here, nothing says who reported, and no time is nearer than a
-- day. ADR 108.

-- Whose browser holds a private key, and its public half. Who has left stays, for what they signed.
create table report_recipient (
  id           uuid primary key,
  account      text not null,
  public_key   bytea not null unique check (length(public_key) = 65),
  active       boolean not null,
  since        date not null,
  until        date,
  proposed_by  text not null,
  confirmed_by text not null,
  constraint report_recipient_by_two check (confirmed_by <> proposed_by),
  check (active = (until is null))
);
create unique index report_recipient_active on report_recipient (account) where active;

create table report (
  id         uuid primary key,
  -- A keyed hash of what the reporter's receipt opens the conversation with.
  mailbox    bytea not null unique check (length(mailbox) = 32),
  -- The reporter's own, made from the receipt.
  public_key bytea not null check (length(public_key) = 65),
  state      text not null check (state in ('new', 'looking', 'clue', 'answered', 'closed')),
  filed_on   date not null,
  changed_on date not null,
  -- All of it is destroyed on this day; null while it is at work.
  destroy_on date,
  version    integer not null check (version >= 1)
);
create index report_filed on report (filed_on desc, id desc);
create index report_destroy on report (destroy_on) where destroy_on is not null;

create table report_message (
  report_id    uuid not null references report (id) on delete cascade,
  number       integer not null check (number >= 1),
  -- The recipient who wrote it; null for the reporter.
  sender       uuid references report_recipient (id),
  on_day       date not null,
  body         bytea not null,
  -- The content key for the reporter.
  reporter_key bytea not null check (length(reporter_key) = 113),
  primary key (report_id, number)
);
alter table report_message alter column body set storage external;

-- The content key for each recipient.
create table report_message_key (
  report_id    uuid not null,
  number       integer not null,
  recipient_id uuid not null references report_recipient (id),
  sealed       bytea not null check (length(sealed) = 113),
  -- The recipient who sealed it again for another; null when it came with the message.
  sealed_by    uuid references report_recipient (id),
  primary key (report_id, number, recipient_id),
  foreign key (report_id, number) references report_message (report_id, number) on delete cascade
);
create index report_message_key_recipient on report_message_key (recipient_id);

create table report_attachment (
  id         uuid primary key,
  -- Null until a message takes it.
  report_id  uuid,
  number     integer,
  arrived_on date not null,
  sealed     bytea not null,
  foreign key (report_id, number) references report_message (report_id, number) on delete cascade,
  check ((report_id is null) = (number is null))
);
alter table report_attachment alter column sealed set storage external;
create index report_attachment_report on report_attachment (report_id, number);
create index report_attachment_loose on report_attachment (arrived_on) where report_id is null;

-- How it went, without content.
create table report_step (
  report_id uuid not null references report (id) on delete cascade,
  number    integer not null,
  state     text not null,
  on_day    date not null,
  -- Null for what the reporter's writing did.
  account   text,
  primary key (report_id, number)
);
