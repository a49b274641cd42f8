-- Answers that were published (答复公开), as a person has looked through them: what is found by everybody. ADR 104.
create table complaint_publication (
  id           uuid primary key,
  complaint_id uuid not null unique references complaint (id),
  title        text not null,
  question     text not null,
  answer       text not null,
  -- Pairs of characters with their places (ADR 105).
  search       tsvector not null,
  published_at timestamptz not null,
  published_by text not null references account (account),
  withdrawn_at timestamptz,
  withdrawn_by text references account (account),
  withdrawn_why text,
  check ((withdrawn_at is null) = (withdrawn_by is null) and (withdrawn_at is null) = (withdrawn_why is null))
);
create index complaint_publication_search on complaint_publication using gin (search) where withdrawn_at is null;
create index complaint_publication_time on complaint_publication (published_at desc) where withdrawn_at is null;

-- It can be withdrawn, never deleted.
create trigger complaint_publication_stays before delete on complaint_publication
  for each row execute function complaint_acts_only_grow();
create trigger complaint_publication_stays_whole before truncate on complaint_publication
  execute function complaint_acts_only_grow();
