-- The whole lifecycle (ADR 0037): pre-review, the green channel, cases taken up again by a decision of review, and
-- cases that move to another version of their item.

-- What changes a case's whole course is done by two persons, whatever the program says.
alter table case_event add constraint case_event_turn_is_confirmed
  check (kind not in ('greenMarked', 'reopened', 'migrated') or confirmed_by is not null);

-- What lists put first: an open case in the green channel (B11).
alter table case_file add column priority smallint not null default 1 check (priority in (0, 1));
drop index case_file_department;
drop index case_file_region;
create index case_file_department on case_file (department_code, priority, due_order, case_number);
create index case_file_region on case_file (region_code text_pattern_ops, priority, due_order, case_number);
-- What waits at one desk, in the order of its list.
drop index if exists case_file_desk;
create index case_file_desk on case_file (department_code, priority, due_order, case_number) where open;

-- The list of kinds is made longer as it stands, whoever made it so far.
do $$
declare
  definition text := (select pg_get_constraintdef(oid) from pg_constraint
    where conrelid = 'official_document'::regclass and conname = 'official_document_kind_check');
begin
  alter table official_document drop constraint official_document_kind_check;
  execute 'alter table official_document add constraint official_document_kind_check '
    || replace(definition, '''delivery''::text', '''delivery''::text, ''originals''::text, ''reopening''::text');
end $$;

-- A document is never changed; that it doesn't stand any more is said by another one.
create table document_withdrawal (
  document_id uuid primary key references official_document (id),
  by_document uuid not null references official_document (id),
  check (document_id <> by_document)
);
create index document_withdrawal_by on document_withdrawal (by_document);
create trigger document_withdrawal_only_grows before update or delete on document_withdrawal
  for each row execute function document_only_grows();
create trigger document_withdrawal_never_emptied before truncate on document_withdrawal
  for each statement execute function document_only_grows();
