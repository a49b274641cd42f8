-- What of the demonstration city has been told already. Empty wherever Sunlit is not a demonstration.
create table demo_chapter (
  name    text primary key,
  told_at timestamptz not null
);

-- Cases whose story the player goes on telling.
create table demo_case (
  case_number   text primary key,
  tracking_code text not null,       -- the invented applicant's; nobody real has one here
  item_code     text not null,
  region_code   text,
  seed          bigint not null,     -- what the case's story is drawn from
  version       integer not null,    -- the rest: how the case stood after its last move
  state         text not null,
  step_id       text not null,
  acts          integer not null,
  next_at       timestamptz not null
);
create index demo_case_next on demo_case (next_at);
