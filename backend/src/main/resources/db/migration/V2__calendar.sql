-- The statutory calendar (法定工作日历): what the notices declare. Weekends and plain working days are not stored.

create table calendar_year (
  year integer primary key check (year between 2000 and 2119),
  status text not null check (status in ('announced', 'provisional')),
  source text not null check (source <> ''),
  origin text not null check (origin in ('shipped', 'administrator')),
  version integer not null check (version >= 0)
);
comment on column calendar_year.source is 'The notice with its document number, or what is known without one';
comment on column calendar_year.origin is 'A newer shipped file replaces a shipped year; what an administrator entered is kept';

create table calendar_day (
  date date primary key,
  year integer not null references calendar_year (year) on delete cascade,
  working boolean not null,
  name text not null check (name <> ''),
  name_en text not null check (name_en <> '')
);
comment on column calendar_day.year is 'The year whose notice declares the day: it can reach into the December before';
comment on column calendar_day.working is 'True for a make-up working day (调休上班日), false for a day off';
create index calendar_day_year on calendar_day (year);
