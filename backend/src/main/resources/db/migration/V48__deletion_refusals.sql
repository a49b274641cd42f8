-- Why a request to have personal data deleted was refused (个人信息保护法第四十七条、第五十条): what is proposed
-- stands here from the proposal on, and counts once a second person has agreed.
alter table deletion_request
  add column refusal_ground text check (refusal_ground in ('retentionPeriod', 'technicallyInfeasible', 'stillNecessary')),
  -- The day the records have to be kept to, where that is the ground.
  add column kept_until date,
  -- What the person is told, sealed with the key of the case.
  add column words_sealed bytea,
  add check ((refusal_ground is not distinct from 'retentionPeriod') = (kept_until is not null)),
  add check (status <> 'refused' or refusal_ground is not null);
create index deletion_request_case on deletion_request (case_number, asked_at);
