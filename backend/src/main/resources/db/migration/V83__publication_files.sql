-- Files attached to publications 附件 (K8), with the text the search finds them by. ADR 126.

create table publication_file (
  id             uuid primary key,
  publication_id uuid not null references publication (id),
  name           text not null check (name <> '' and char_length(name) <= 220),
  kind           text not null check (kind in ('pdf', 'docx', 'xlsx', 'ofd', 'jpeg', 'png', 'text', 'csv')),
  size           bigint not null check (size > 0),
  sha256         bytea not null check (octet_length(sha256) = 32),
  content        bytea not null,
  text_state     text not null check (text_state in ('read', 'partly', 'none', 'unreadable')),
  pages          integer check (pages >= 0),
  -- Its first table as CSV; null for what is none.
  table_text     text,
  -- What looks personal in its name and text, for whoever reviews it.
  marks          jsonb not null default '[]',
  added_by       text not null,
  added_at       timestamptz not null
);
create index publication_file_of on publication_file (publication_id);
-- Not packed, so that a range is read without the rest.
alter table publication_file alter column content set storage external;

-- The text in pieces, the name as the first: what an excerpt is taken from.
create table publication_file_passage (
  file_id  uuid not null references publication_file (id) on delete cascade,
  position integer not null,
  text     text not null,
  search   tsvector not null,
  primary key (file_id, position)
);

create table publication_edition_file (
  publication_id uuid not null,
  edition        integer not null,
  file_id        uuid not null references publication_file (id),
  position       integer not null,
  primary key (publication_id, edition, file_id),
  foreign key (publication_id, edition) references publication_edition (publication_id, edition)
);
create index publication_edition_file_of on publication_edition_file (file_id);

-- What was released keeps the files it was released with; a file stays while an edition has it.
create function publication_files_stay() returns trigger language plpgsql as $$
declare
  touched publication_edition_file;
begin
  if tg_op = 'DELETE' then
    touched := old;
  else
    touched := new;
  end if;
  if tg_op = 'UPDATE' or exists (
    select 1 from publication_edition e
    where e.publication_id = touched.publication_id and e.edition = touched.edition and e.state = 'released'
  ) then
    raise exception 'files of what was published stay: % is refused', tg_op using errcode = 'restrict_violation';
  end if;
  return touched;
end $$;
create trigger publication_edition_file_stays before insert or update or delete on publication_edition_file
  for each row execute function publication_files_stay();
create trigger publication_file_stays before update on publication_file
  for each row execute function publication_stays();
create trigger publication_file_passage_stays before update on publication_file_passage
  for each row execute function publication_stays();
create trigger publication_edition_file_stays_whole before truncate on publication_edition_file
  for each statement execute function publication_stays();
