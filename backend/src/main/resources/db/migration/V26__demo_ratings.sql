-- Cases of the demonstration city that have ended and that their applicants are going to rate.
create table demo_rating (
  case_number   text primary key,
  tracking_code text not null,
  ended_at      timestamptz not null,
  rate_at       timestamptz not null
);
create index demo_rating_next on demo_rating (rate_at);
