-- Reports of supervision (周报、月报、季报, E9, E10, L1–L7): which were made, and up to which places they count, so that they
-- can be counted again to the same numbers. ADR 111.
create table supervision_report (
  kind          text not null check (kind in ('weekly', 'monthly', 'quarterly')),
  first_day     date not null,
  last_day      date not null check (last_day > first_day),
  -- How far the centre had read the journal, what its last news was, and the last use of a seal.
  journal_place bigint not null,
  news_place    bigint not null,
  seal_use      bigint not null,
  made_at       timestamptz not null,
  -- Null when the schedule made it.
  made_by       text,
  primary key (kind, first_day)
);
create index supervision_report_made on supervision_report (first_day desc, kind);
