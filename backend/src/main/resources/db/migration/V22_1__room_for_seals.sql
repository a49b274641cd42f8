-- Words of confirmations and contact persons of third-party applications are sealed too (ADR 0074). This file makes
-- room; SealWords (22.2) and SealContacts (22.3) seal the rows that are there; V22_4 drops what they held.

alter table confirmation_request add column reason_sealed bytea, add column note_sealed bytea;
alter table confirmation_request disable trigger confirmation_request_only_grows;

alter table client add column contact_sealed bytea,
  alter column contact_name drop not null, alter column contact drop not null;
