-- Clocks that were found late and have stopped since: another calendar may show that they weren't. ADR 132.
alter table supervision_case
  -- When the last of them stopped; null for none.
  add column stopped_late_at timestamptz;
create index supervision_case_stopped_late on supervision_case (number) where stopped_late_at is not null;

alter table recount
  -- The last case looked at for what had stopped late, after all open ones.
  add column settled text not null default '';
