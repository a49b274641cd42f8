-- A publication can be a film: where it lies, how long it is, its subtitles. Its text is the transcript. ADR 131.
alter table publication_edition add film jsonb check (film ->> 'media' <> '');
create index publication_edition_film on publication_edition (publication_id, edition) where film is not null;
