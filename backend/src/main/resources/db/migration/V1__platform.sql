-- Commands that came with an Idempotency-Key. Neither the key nor the answer can be read from here:
-- the key is hashed, the answer sealed under a key derived from it.
create table idempotency_record (
  key_hash     text primary key,
  request_hash text not null,
  sealed_reply bytea,
  created_at   timestamptz not null
);

create index idempotency_record_created_at on idempotency_record (created_at);
