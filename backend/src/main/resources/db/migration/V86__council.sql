-- People's supervisors (发展环境监督员, I10) and the other fixed members (固定会员, K7): who they are and for how long, what they
-- write, what departments answer, and documents to and fro. The acts are the truth, the rest their fold for lists and
-- figures. ADR 129.

create sequence council_topic_number;
create sequence council_document_number;

-- An appointment 聘任, for a term. Whoever signs in with the account has what it gives, while it lasts.
create table council_member (
  id                  uuid primary key,
  certificate         text not null unique,
  kind                text not null check (kind in ('supervisor', 'enterprise', 'projectOwner')),
  -- Name, organisation and who appointed them, sealed with the member's own key.
  content             bytea not null,
  serves_from         date not null,
  serves_until        date not null,
  appointed_at        timestamptz not null,
  appointed_by        text not null references account (account),
  -- Keyed hash of the code on the invitation, good for once.
  code_hash           bytea not null,
  account             text references account (account),
  joined_at           timestamptz,
  -- Only where the member agreed to be named in public.
  public_name         text,
  public_organisation text,
  ended_on            date,
  ended_at            timestamptz,
  -- Null when the term ran out.
  ended_by            text references account (account),
  ended_why           bytea,
  check (serves_until >= serves_from),
  check ((account is null) = (joined_at is null)),
  check (public_organisation is null or public_name is not null),
  check (public_name is null or account is not null),
  check ((ended_on is null) = (ended_at is null)),
  check ((ended_by is null) = (ended_why is null)),
  check (ended_at is not null or ended_by is null)
);
-- Somebody serves once at a time.
create unique index council_member_account on council_member (account) where ended_at is null;
create index council_member_served on council_member (account, joined_at desc);

create table council_topic (
  id           uuid primary key,
  number       text not null unique,
  -- Its title, sealed with the topic's own key.
  content      bytea not null,
  kind         text not null check (kind in ('question', 'observation', 'discussion')),
  state        text not null check (state in ('pending', 'open', 'asked', 'answered', 'closed', 'refused', 'withdrawn')),
  opened_by    text not null references account (account),
  opened_at    timestamptz not null,
  -- Whether members see it.
  shown        boolean not null,
  -- Contributions nobody has looked at yet.
  waiting      integer not null check (waiting >= 0),
  department   text references department (code),
  -- All departments that were ever asked.
  asked        text[] not null default '{}',
  asked_at     timestamptz,
  answer_due   timestamptz,
  -- The next day something has to be done by; null when nothing is waited for.
  due_at       timestamptz,
  answered_at  timestamptz,
  answered_by  text references account (account),
  complaint    text,
  last_at      timestamptz not null,
  version      integer not null check (version >= 1),
  check ((asked_at is null) = (answer_due is null)),
  check (state <> 'asked' or department is not null),
  check ((answered_at is null) = (answered_by is null)),
  check (answered_at is null or asked_at is not null)
);
create index council_topic_last on council_topic (last_at desc, id desc);
create index council_topic_due on council_topic (due_at, opened_at desc);
create index council_topic_asked on council_topic using gin (asked);

-- What happened; what was written is sealed with the topic's own key.
create table council_topic_act (
  topic_id uuid not null references council_topic (id),
  number   integer not null check (number >= 1),
  kind     text not null,
  at       timestamptz not null,
  account  text,
  detail   jsonb not null,
  words    bytea,
  primary key (topic_id, number)
);

-- Questions and observations with their official answers, as somebody who didn't answer has looked through them.
create table council_publication (
  id            uuid primary key,
  topic_id      uuid not null references council_topic (id),
  title         text not null,
  question      text not null,
  answer        text not null,
  answered_by   text not null references account (account),
  published_at  timestamptz not null,
  published_by  text not null references account (account),
  withdrawn_at  timestamptz,
  withdrawn_by  text references account (account),
  withdrawn_why text,
  -- Set before there is what takes its place, so that never two are public.
  replaced_by   uuid references council_publication (id) deferrable initially deferred,
  is_public     boolean not null generated always as (withdrawn_at is null and replaced_by is null) stored,
  constraint council_published_by_another check (published_by <> answered_by),
  check ((withdrawn_at is null) = (withdrawn_by is null)),
  check ((withdrawn_at is null) = (withdrawn_why is null)),
  constraint council_publication_ends_once check (withdrawn_at is null or replaced_by is null)
);
create unique index council_publication_public on council_publication (topic_id) where is_public;
create index council_publication_all on council_publication (topic_id);
create index council_publication_time on council_publication (published_at desc, id desc) where is_public;

-- A document 公文, from the office to members or from a member to the office.
create table council_document (
  id      uuid primary key,
  number  text not null unique,
  -- Title and words, sealed with the document's own key.
  content bytea not null,
  sent_at timestamptz not null,
  sent_by text not null references account (account),
  -- The member it comes from; null for the office's.
  member  uuid references council_member (id)
);
create index council_document_sent on council_document (sent_at desc, id desc);

-- Who is to have received it 签收; no member stands for the office.
create table council_receipt (
  document_id uuid not null references council_document (id),
  member      uuid references council_member (id),
  received_at timestamptz,
  received_by text references account (account),
  unique nulls not distinct (document_id, member),
  check ((received_at is null) = (received_by is null))
);
create index council_receipt_member on council_receipt (member);

-- Files of contributions, answers and documents; their bytes are in material_file, sealed with a key that is wrapped under
-- the topic's or the document's.
create table council_file (
  id           uuid primary key references material_file (id),
  topic_id     uuid references council_topic (id),
  act          integer,
  document_id  uuid references council_document (id),
  content_type text not null,
  size         bigint not null,
  sealed       bytea not null,
  file_key     bytea not null,
  check ((topic_id is null) = (act is null)),
  check ((topic_id is null) <> (document_id is null))
);
create index council_file_topic on council_file (topic_id, act);
create index council_file_document on council_file (document_id);

create function council_only_grows() returns trigger language plpgsql as $$
begin
  raise exception 'what members wrote and were told stays: % is refused', tg_op using errcode = 'restrict_violation';
end $$;
create trigger council_acts_only_grow before update or delete on council_topic_act
  for each row execute function council_only_grows();
create trigger council_acts_stay_whole before truncate on council_topic_act execute function council_only_grows();
create trigger council_documents_stay before update or delete on council_document
  for each row execute function council_only_grows();
create trigger council_files_stay before update or delete on council_file
  for each row execute function council_only_grows();
create trigger council_topics_stay before delete on council_topic for each row execute function council_only_grows();
create trigger council_members_stay before delete on council_member for each row execute function council_only_grows();
create trigger council_publications_stay before update or delete on council_publication
  for each row execute function published_text_stays();
create trigger council_publications_stay_whole before truncate on council_publication
  execute function published_text_stays();
create trigger council_receipts_stay before delete on council_receipt for each row execute function council_only_grows();

create function council_received_once() returns trigger language plpgsql as $$
begin
  if old.received_at is not null then
    raise exception 'a receipt stays' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger council_received_once before update on council_receipt for each row execute function council_received_once();
