-- What is promised with cases (容缺后补、告知承诺, B13) and the credit record of what was broken (B14). ADR 0091.

-- What was granted can be taken back. The lists of words are made longer as they stand, whoever made them so far.
do $$
declare
  found record;
begin
  for found in
    select c.conrelid::regclass as relation, c.conname, pg_get_constraintdef(c.oid) as definition, w.known, w.added
    from (values
        ('case_file', '''withdrawn''', '''revoked'''),
        ('official_document', '''delivery''', '''revocation'''),
        ('case_event', '''withdrawn''', '''lateMaterials''::text, ''promiseBroken'''))
      as w (relation, known, added)
      join pg_constraint c on c.conrelid = w.relation::regclass and c.contype = 'c'
    where pg_get_constraintdef(c.oid) like '%' || w.known || '%'
      and (w.relation <> 'case_file' or pg_get_constraintdef(c.oid) like '%notAccepted%')
      and (w.relation <> 'case_event' or c.conname = 'case_event_is_somebodys')
  loop
    execute format('alter table %s drop constraint %I', found.relation, found.conname);
    execute format('alter table %s add constraint %I %s', found.relation, found.conname,
      replace(found.definition, found.known || '::text', found.known || '::text, ' || found.added || '::text'));
  end loop;
end $$;

-- Two persons take back what was granted.
alter table case_event add constraint case_event_revocation_is_confirmed
  check (kind <> 'revoked' or confirmed_by is not null);

-- Handing in late is the applicant's, with an account or without.
do $$
begin
  execute replace(pg_get_functiondef('case_event_keeps_duties_apart()'::regprocedure),
    'new.kind not in (''submitted'',', 'new.kind not in (''lateMaterials'', ''submitted'',');
end $$;

create table promise (
  case_number      text primary key references case_file (case_number),
  item_name        text not null,
  item_name_en     text,
  department_code  text not null references department (code),
  region_code      text not null references region (code),
  applicant_kind   text not null check (applicant_kind in ('person', 'organisation')),
  applicant_masked text not null,
  -- Whose it is, as the keyed hash of the identity number (V14); the number itself is in the case alone, sealed.
  identity         bytea not null check (length(identity) = 16),
  -- What was promised: code, kind, limit and names of each piece.
  pieces           jsonb not null,
  breach           text not null check (breach in ('end', 'hold')),
  -- The text as it was signed and the signature, sealed with the case's key.
  text_version     text not null,
  sealed           bytea not null,
  signed_at        timestamptz not null,
  extension        text not null check (extension in ('none', 'asked', 'granted', 'declined')),
  ended            boolean not null default false,
  -- The number of its last event.
  version          integer not null check (version >= 1)
);
create index promise_department on promise (department_code, case_number);

create table promise_event (
  case_number text not null references promise (case_number),
  number      integer not null check (number >= 1),
  kind        text not null,
  at          timestamptz not null,
  body        jsonb not null,
  -- What was said with it, sealed with the case's key.
  said        bytea,
  primary key (case_number, number)
);

-- Where each promised thing stands: the fold of the events, materialised for lists and for the sweeps.
create table promise_piece (
  case_number     text not null references promise (case_number),
  code            text not null,
  kind            text not null check (kind in ('late', 'conditions')),
  name            text not null,
  name_en         text,
  department_code text not null,
  region_code     text not null,
  state           text not null check (state in ('promised', 'awaited', 'handedIn', 'kept', 'broken', 'madeGood', 'lapsed')),
  to_review       boolean not null,
  -- While its clock runs; null while it doesn't.
  due_on          date,
  due_at          timestamptz,
  due_provisional boolean not null default false,
  -- When its applicant is to be reminded; null when not, or not any more.
  remind_at       timestamptz,
  primary key (case_number, code)
);
create index promise_piece_due on promise_piece (due_at, case_number, code) where due_at is not null;
create index promise_piece_late on promise_piece (due_at) where kind = 'late' and due_at is not null;
create index promise_piece_remind on promise_piece (remind_at) where remind_at is not null;
create index promise_piece_department on promise_piece (department_code, state);

create table credit_entry (
  id               uuid primary key,
  identity         bytea not null check (length(identity) = 16),
  applicant_kind   text not null check (applicant_kind in ('person', 'organisation')),
  applicant_masked text not null,
  case_number      text not null references promise (case_number),
  -- What was broken; once for each thing.
  piece            text not null,
  piece_name       text not null,
  piece_name_en    text,
  kind             text not null check (kind in ('late', 'falsePromise')),
  item_name        text not null,
  item_name_en     text,
  department_code  text not null references department (code),
  region_code      text not null,
  entered_at       timestamptz not null,
  -- The fold of its events, materialised for lists and for asking whether it counts.
  period_ends      date not null,
  removed          boolean not null default false,
  repaired         boolean not null default false,
  contest          text not null default 'none' check (contest in ('none', 'asked', 'granted', 'declined')),
  repair           text not null default 'none' check (repair in ('none', 'asked', 'granted', 'declined')),
  version          integer not null check (version >= 1),
  unique (case_number, piece)
);
create index credit_entry_identity on credit_entry (identity) where not removed;
create index credit_entry_newest on credit_entry (entered_at desc, id desc);
create index credit_entry_department on credit_entry (department_code, entered_at desc);

create table credit_event (
  entry  uuid not null references credit_entry (id),
  number integer not null check (number >= 1),
  kind   text not null,
  at     timestamptz not null,
  body   jsonb not null,
  -- What was said with it, sealed with the case's key.
  said   bytea,
  primary key (entry, number)
);

-- What an unrepaired breach keeps one from (004: 政府采购、工程招投标、国有土地出让等领域中依法予以限制或禁入).
create table credit_restriction (
  code      text primary key check (code ~ '^[a-z][a-zA-Z]{1,39}$'),
  place     integer not null unique,
  name      text not null,
  name_en   text not null,
  covers    text not null,
  covers_en text not null
);
insert into credit_restriction (code, place, name, name_en, covers, covers_en) values
  ('procurement', 1, '政府采购', 'Government procurement',
   '作为供应商参加政府采购活动', 'Taking part in government procurement as a supplier'),
  ('tendering', 2, '工程招投标', 'Tenders for works',
   '作为投标人参加工程建设项目招标投标', 'Bidding in tenders for construction works'),
  ('landGrant', 3, '国有土地出让', 'Grants of state-owned land',
   '作为竞买人、竞租人参加国有建设用地使用权出让', 'Bidding for the right to use state-owned construction land');

-- Who looked somebody up, for what and why 查询留痕; of whom only the keyed hash.
create table credit_lookup (
  id              bigint generated always as identity primary key,
  at              timestamptz not null,
  account         text not null,
  department_code text,
  identity        bytea not null,
  field           text not null references credit_restriction (code),
  reason          text not null,
  entries         integer not null
);
create index credit_lookup_account on credit_lookup (account, at);

create function promise_only_grows() returns trigger language plpgsql as $$
begin
  raise exception '% only grows: % is refused', tg_table_name, tg_op using errcode = 'restrict_violation';
end $$;
create trigger promise_event_only_grows before update or delete on promise_event
  for each row execute function promise_only_grows();
create trigger promise_event_never_emptied before truncate on promise_event
  for each statement execute function promise_only_grows();
create trigger credit_event_only_grows before update or delete on credit_event
  for each row execute function promise_only_grows();
create trigger credit_event_never_emptied before truncate on credit_event
  for each statement execute function promise_only_grows();
create trigger credit_lookup_only_grows before update or delete on credit_lookup
  for each row execute function promise_only_grows();
create trigger credit_lookup_never_emptied before truncate on credit_lookup
  for each statement execute function promise_only_grows();
