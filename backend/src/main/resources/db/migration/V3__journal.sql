-- The journal: what happened, for good. Events are written in the transaction that makes them true; the
-- sequencer then gives each its place. Nothing here is ever changed or removed.

create table journal_event (
  id              uuid primary key,
  sequence        bigint generated always as identity unique, -- order of writing; has gaps, never shown
  subject_kind    text not null,
  subject_id      text not null,
  kind            text not null,
  actor_account   text,
  actor_post      text,
  occurred_at     timestamptz not null,                       -- by the city's clock
  private_payload jsonb not null
);
create index journal_event_subject on journal_event (subject_kind, subject_id, sequence);

-- The public side of an event: these columns and no others, none of them free text.
create table journal_public (
  event_id           uuid primary key references journal_event (id),
  case_number        text not null,
  item_code          text not null,
  item_name          text not null,
  item_name_en       text,
  department_code    text not null,
  department_name    text not null,
  department_name_en text,
  region_code        text not null,
  handling           text not null,
  state              text not null,
  step_id            text not null,
  step_name          text not null,
  step_name_en       text,
  applicant_masked   text,
  occurred_at        timestamptz not null,
  due_at             timestamptz
);
create index journal_public_case on journal_public (case_number);

-- Places: 1, 2, 3 … without a gap, in the order in which events were committed.
create table journal_place (
  place    bigint primary key,
  event_id uuid not null unique references journal_event (id)
);

-- Events that wait for their place. Written with the event, emptied by the sequencer.
create table journal_waiting (
  sequence bigint primary key,
  event_id uuid not null
);

-- How far each reader has come.
create table journal_reader (
  name  text primary key,
  place bigint not null
);

create function journal_only_grows() returns trigger language plpgsql as $$
begin
  raise exception 'the journal only grows: % on % is refused', tg_op, tg_table_name;
end $$;

create trigger journal_event_only_grows before update or delete on journal_event
  for each row execute function journal_only_grows();
create trigger journal_public_only_grows before update or delete on journal_public
  for each row execute function journal_only_grows();
create trigger journal_place_only_grows before update or delete on journal_place
  for each row execute function journal_only_grows();
create trigger journal_event_never_emptied before truncate on journal_event
  for each statement execute function journal_only_grows();
create trigger journal_public_never_emptied before truncate on journal_public
  for each statement execute function journal_only_grows();
create trigger journal_place_never_emptied before truncate on journal_place
  for each statement execute function journal_only_grows();
