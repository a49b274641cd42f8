-- Personal data sealed at rest (个人信息保护法第五十一条), who looked at it, and its end (第四十七条). ADR 0074.
-- This file makes room; SealWhatIsStored (14.1) seals the rows that are there; V14_2 drops what they held.

-- One key for each subject (a case, an upload, the blind index), sealed under a master key that the database never
-- sees. Without its row here, nothing that was sealed with it can be opened again.
create table vault_key (
  subject    text primary key,
  master     text not null,      -- the name of the master key
  wrapped    bytea not null,
  created_at timestamptz not null
);
create index vault_key_master on vault_key (master, created_at);

-- The applicant: one sealed document.
alter table case_applicant add column sealed bytea, alter column name drop not null, alter column phone drop not null;

-- What was said with an event (its reason, what was missing) is sealed beside it.
alter table case_event add column said bytea;
alter table case_event disable trigger case_event_only_grows;

-- In the journal these words are not kept at all: it is for good, and they are somebody's.
alter table journal_event disable trigger journal_event_only_grows;
update journal_event set private_payload =
  case when private_payload #> '{event,missing}' is null then private_payload
    else jsonb_set(private_payload, '{event,missing}',
      (select coalesce(jsonb_agg(missing - 'what'), '[]') from jsonb_array_elements(private_payload #> '{event,missing}') missing))
  end #- '{event,reason}'
where subject_kind = 'case' and (private_payload -> 'event' ? 'reason' or private_payload -> 'event' ? 'missing');
alter table journal_event enable trigger journal_event_only_grows;

-- Files: each sealed with a key of its own, which is wrapped under the upload's key and later under its case's. The
-- same file of two people is two files: that they are equal is nobody's business.
alter table material_file rename to material_file_plain;
create table material_file (
  id        uuid primary key,    -- the upload's, and then the case's material's
  content   bytea not null,
  stored_at timestamptz not null
);
alter table material_file alter column content set storage external;
alter table upload add column sealed bytea, alter column file_name drop not null, alter column sha256 drop not null;
alter table case_material add column sealed bytea, add column file_key bytea,
  alter column file_name drop not null, alter column sha256 drop not null;

-- What the applicant is shown: what names no one lies ready, the rest is sealed beside it.
alter table case_view add column said bytea;

-- Messages: the number is kept only until it has been used.
drop view notice_shown;
alter table notice rename column recipient to recipient_plain;
alter table notice add column shown bytea, add column recipient bytea,
  alter column text drop not null, alter column text_en drop not null;
create view notice_shown as select id, subject_id, channel, shown, created_at, status from notice;

-- Where a person is found: keyed hashes, which tell nothing without the vault.
create table person_index (
  token       bytea not null check (length(token) = 16),
  kind        text not null check (kind in ('identityNumber', 'phone', 'name')),
  case_number text not null references case_file (case_number),
  primary key (token, kind, case_number)
);
create index person_index_case on person_index (case_number);

-- Who looked at what. No personal data, no words: only what was opened, by whom, when, in which session.
create table access_trail (
  id              bigint generated always as identity primary key,
  at              timestamptz not null,
  account         text,          -- null: the person themselves, by their tracking code
  post            text,
  department_code text,
  session         uuid,
  action          text not null check (action in ('caseOpened', 'materialOpened', 'plainValuesSeen', 'unmaskingAsked',
    'unmaskingDecided', 'personSearched', 'exported', 'deletionAsked', 'deletionDecided', 'trailRead')),
  case_number     text,
  material_id     uuid,
  fields          text[],
  reason_kind     text
);
create index access_trail_case on access_trail (case_number, id);
create index access_trail_account on access_trail (account, at);

create function access_trail_only_grows() returns trigger language plpgsql as $$
begin
  raise exception 'the access trail only grows: % is refused', tg_op using errcode = 'restrict_violation';
end $$;
create trigger access_trail_only_grows before update or delete on access_trail
  for each row execute function access_trail_only_grows();
create trigger access_trail_never_emptied before truncate on access_trail
  for each statement execute function access_trail_only_grows();

-- Seeing plain values: asked for by one, confirmed by another, for a short time.
create table unmasking (
  id              uuid primary key,
  case_number     text not null references case_file (case_number),
  requester       text not null,
  post            text,
  department_code text,
  fields          text[] not null check (cardinality(fields) > 0),
  reason_kind     text not null,
  reason          bytea not null,      -- sealed with the case's key
  asked_at        timestamptz not null,
  decided_by      text check (decided_by <> requester),
  decided_at      timestamptz,
  granted         boolean,
  open_until      timestamptz,
  check ((decided_at is null) = (granted is null)),
  check ((open_until is not null) = coalesce(granted, false))
);
create index unmasking_case on unmasking (case_number, asked_at);
create index unmasking_requester on unmasking (requester, case_number, open_until);

-- Deletion at the person's request: proposed by one of the staff, confirmed by another.
create table deletion_request (
  id           uuid primary key,
  case_number  text not null references case_file (case_number),
  asked_at     timestamptz not null,
  status       text not null check (status in ('waiting', 'proposed', 'carriedOut', 'refused')),
  proposed_by  text,
  decided_by   text check (decided_by <> proposed_by),
  decided_at   timestamptz,
  check ((status in ('carriedOut', 'refused')) = (decided_at is not null))
);
create unique index deletion_request_open on deletion_request (case_number) where status in ('waiting', 'proposed');

alter table case_file add column personal_data_deleted_at timestamptz;
