-- Answers that were published can be taken back, with a reason; what they said stays (ADR 121).
alter table info_request_publication
  add withdrawn_at  timestamptz,
  add withdrawn_by  text references account (account),
  add withdrawn_why text,
  add check ((withdrawn_at is null) = (withdrawn_by is null)),
  add check ((withdrawn_at is null) = (withdrawn_why is null));
drop index info_request_publication_time;
create index info_request_publication_time on info_request_publication (published_at desc, id desc)
  where withdrawn_at is null;
