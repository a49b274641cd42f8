-- What a member of the staff keeps at the desk (ADR 0051).

-- Ways of looking at the cases that one comes back to.
create table case_filter (
  id         uuid primary key,
  account    text not null references account (account) on delete cascade,
  name       text not null check (length(name) between 1 and 40),
  scope      text not null check (scope in ('mine', 'department')),
  state      text,
  due        text,
  q          text check (length(q) <= 200),
  created_at timestamptz not null,
  unique (account, name)
);

-- How far somebody has read what came to their posts: a place in the journal, and a moment for what is no event.
create table staff_reader (
  account text primary key references account (account) on delete cascade,
  place   bigint not null check (place >= 0),
  read_at timestamptz not null
);
