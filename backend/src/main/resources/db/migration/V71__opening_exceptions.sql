-- Days on which a place is open otherwise than usual (临时休息、调整开放时间, B20, D5). ADR 118.

create table opening_exception (
  id         uuid primary key,
  place_code text not null references place (code),
  from_on    date not null,
  until_on   date not null,
  -- When it is open on each of these days, working days or not: an array of {from, until}; empty when it is closed.
  hours      jsonb not null,
  why        text not null check (why <> ''),
  why_en     text,
  check (until_on >= from_on)
);
create index opening_exception_place on opening_exception (place_code, from_on);

-- Those of a place from the first to the last, as whoever reads its hours needs them.
create function opening_exceptions(place text) returns jsonb language sql stable parallel safe as $$
  select coalesce(jsonb_agg(jsonb_build_object('from', e.from_on, 'until', e.until_on, 'hours', e.hours, 'why', e.why,
    'whyEn', e.why_en) order by e.from_on), '[]')
  from opening_exception e where e.place_code = place
$$;

-- When whoever is booked was told that the place is closed then.
alter table appointment add column closed_told_at timestamptz;
