-- Every text that was published is a row of its own: an earlier one stays as it was, with who took it back, when and
-- why, or with what took its place. ADR 104.

alter table clue_publication rename facts to question;
alter table clue_publication rename result to answer;

create function published_text_stays() returns trigger language plpgsql as $$
declare
  ending text[] = array['withdrawn_at', 'withdrawn_by', 'withdrawn_why', 'replaced_by', 'is_public'];
begin
  if tg_op = 'UPDATE' then
    if old.is_public and to_jsonb(new) - ending = to_jsonb(old) - ending then
      return new;
    end if;
  end if;
  raise exception 'what was published stays: % of % is refused', tg_op, tg_table_name using errcode = 'restrict_violation';
end $$;

drop trigger complaint_publication_stays on complaint_publication;
drop trigger complaint_publication_stays_whole on complaint_publication;
drop index complaint_publication_search;
drop index complaint_publication_time;
alter table complaint_publication
  drop constraint complaint_publication_complaint_id_key,
  -- Set before there is what takes its place, so that never two are public.
  add replaced_by uuid references complaint_publication (id) deferrable initially deferred,
  add is_public boolean not null generated always as (withdrawn_at is null and replaced_by is null) stored,
  add constraint complaint_publication_ends_once check (withdrawn_at is null or replaced_by is null);
create unique index complaint_publication_public on complaint_publication (complaint_id) where is_public;
create index complaint_publication_all on complaint_publication (complaint_id);
create index complaint_publication_search on complaint_publication using gin (search) where is_public;
create index complaint_publication_time on complaint_publication (published_at desc, id desc) where is_public;
create trigger complaint_publication_stays before update or delete on complaint_publication
  for each row execute function published_text_stays();
create trigger complaint_publication_stays_whole before truncate on complaint_publication
  execute function published_text_stays();

drop trigger info_request_publication_stays on info_request_publication;
drop index info_request_publication_time;
alter table info_request_publication
  drop constraint info_request_publication_request_id_key,
  add replaced_by uuid references info_request_publication (id) deferrable initially deferred,
  add is_public boolean not null generated always as (withdrawn_at is null and replaced_by is null) stored,
  add constraint info_request_publication_ends_once check (withdrawn_at is null or replaced_by is null);
create unique index info_request_publication_public on info_request_publication (request_id) where is_public;
create index info_request_publication_all on info_request_publication (request_id);
create index info_request_publication_time on info_request_publication (published_at desc, id desc) where is_public;
create trigger info_request_publication_stays before update or delete on info_request_publication
  for each row execute function published_text_stays();
create trigger info_request_publication_stays_whole before truncate on info_request_publication
  execute function published_text_stays();

drop trigger clue_publication_stays on clue_publication;
drop trigger clue_publication_stays_whole on clue_publication;
drop index clue_publication_time;
alter table clue_publication
  drop constraint clue_publication_clue_id_key,
  add replaced_by uuid references clue_publication (id) deferrable initially deferred,
  add is_public boolean not null generated always as (withdrawn_at is null and replaced_by is null) stored,
  add constraint clue_publication_ends_once check (withdrawn_at is null or replaced_by is null);
create unique index clue_publication_public on clue_publication (clue_id) where is_public;
create index clue_publication_all on clue_publication (clue_id);
create index clue_publication_time on clue_publication (published_at desc, id desc) where is_public;
create trigger clue_publication_stays before update or delete on clue_publication
  for each row execute function published_text_stays();
create trigger clue_publication_stays_whole before truncate on clue_publication
  execute function published_text_stays();
