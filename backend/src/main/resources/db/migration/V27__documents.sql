-- What is put in writing (文书): official documents of cases and the register of the seals set to them. ADR 0034.

-- What a unit says of its documents. Everything may be left out: the word in its numbers then comes from its short
-- name, the authority and the court from where it is (document.rules.IssuingUnit).
create table document_unit (
  department_code     text primary key references department (code),
  prefix              text unique check (prefix ~ '^[^[:space:]不〔〕()（）]{1,12}$'),
  review_authority    text check (length(review_authority) between 1 and 100),
  review_authority_en text check (length(review_authority_en) between 1 and 200),
  court               text check (length(court) between 1 and 100),
  court_en            text check (length(court_en) between 1 and 200)
);

-- The last number of each series. Its row is locked until the document that takes the next one is committed, so a
-- number is neither left out nor given twice, on however many nodes.
create table document_series (
  prefix text not null,
  kind   text not null,
  year   integer not null,
  last   integer not null check (last >= 1),
  primary key (prefix, kind, year)
) with (fillfactor = 50);

create table official_document (
  id              uuid primary key,
  case_number     text not null references case_file (case_number),
  event_number    integer not null check (event_number >= 1),
  kind            text not null check (kind in ('receipt', 'correction', 'acceptance', 'nonAcceptance', 'pause',
    'resumption', 'extension', 'hearing', 'expertReview', 'publicNotice', 'grant', 'refusal', 'termination',
    'delivery')),
  number          text not null unique,
  prefix          text not null,
  year            integer not null,
  running         integer not null,
  title           text not null,
  title_en        text not null,
  unit_name       text not null,
  unit_name_en    text,
  department_code text not null,
  region_code     text not null,
  seal            text not null,
  issued_at       timestamptz not null,
  check_code      text not null check (check_code ~ '^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$'),
  -- To whom it is addressed and what it says, sealed with the case's key.
  sealed          bytea not null,
  unique (case_number, event_number, kind),
  unique (prefix, kind, year, running)
);
alter table official_document alter column sealed set storage main;

create table seal_use (
  id           bigint generated always as identity primary key,
  document_id  uuid not null unique references official_document (id),
  -- Who acted, and so used the seal; null when the applicant acted and the seal was set by the system.
  account      text,
  name         text,
  name_en      text,
  post         text,
  post_name    text,
  post_name_en text,
  confirmed_by text check (confirmed_by <> account),
  at           timestamptz not null
);
create index seal_use_at on seal_use (at);
create index seal_use_account on seal_use (account, id);

create function document_only_grows() returns trigger language plpgsql as $$
begin
  raise exception '% only grows: % is refused', tg_table_name, tg_op using errcode = 'restrict_violation';
end $$;
create trigger official_document_only_grows before update or delete on official_document
  for each row execute function document_only_grows();
create trigger official_document_never_emptied before truncate on official_document
  for each statement execute function document_only_grows();
create trigger seal_use_only_grows before update or delete on seal_use
  for each row execute function document_only_grows();
create trigger seal_use_never_emptied before truncate on seal_use
  for each statement execute function document_only_grows();
