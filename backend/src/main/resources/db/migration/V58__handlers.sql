-- What supervision remembers of people who handle cases in steps with a grave integrity risk (A级廉政风险点, F3): their
-- last acts, folded from the journal. ADR 112.

-- Emptied together with supervision_case, it fills again.
create table supervision_handler (
  account text primary key,
  picture jsonb not null
);
