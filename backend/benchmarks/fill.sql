-- Fills a city with cases of the past and of the present: `psql -v closed=… -v open=… -f fill.sql`. Each is a copy of
-- a case that went over REST, row by row, under a number and with a key of its own, spread over all departments. The
-- journal isn't filled: neither lists nor tracking nor recounts read it.
set session_replication_role = replica;
set synchronous_commit = off;

create temp table template as
select case_number, c.open, row_number() over (partition by c.open order by case_number) - 1 as place
from case_file c where item_code = 'BENCH-LIC-01';

create temp table copy as
select n, 'C' as what, '20200101-' || lpad(n::text, 7, '0') || '-0' as case_number, t.case_number as template
from generate_series(1, :closed) as n
  join template t on not t.open and t.place = n % (select count(*) from template where not open)
union all
select n, 'O', '20260101-' || lpad(n::text, 7, '0') || '-0', t.case_number
from generate_series(1, :open) as n
  join template t on t.open and t.place = n % (select count(*) from template where open);

-- Columns that aren't copied are given as "column = expression, …"; the others are taken as they are.
create function pg_temp.copy_rows(name text, own_key text, changed jsonb) returns void language plpgsql as $$
declare
  kept text;
begin
  select string_agg('t.' || quote_ident(column_name), ', ' order by ordinal_position) into kept
  from information_schema.columns
  where table_schema = 'public' and table_name = name and is_generated = 'NEVER'
    and column_name <> own_key and not changed ? column_name;
  execute format('insert into %I (%s, %s%s) select copy.case_number, %s%s from copy join %I t on t.%I = copy.template',
    name, own_key, replace(kept, 't.', ''),
    (select coalesce(string_agg(', ' || key, '' order by key), '') from jsonb_each_text(changed)),
    kept,
    (select coalesce(string_agg(', ' || value, '' order by key), '') from jsonb_each_text(changed)),
    name, own_key);
end $$;

create temp table place as select code, row_number() over (order by code) - 1 as place from department where closed_on is null;
create function pg_temp.department_of(n bigint) returns text language sql stable as
  'select code from place where place = n % (select count(*) from place)';

select pg_temp.copy_rows('case_file', 'case_number', jsonb_build_object(
  'department_code', 'pg_temp.department_of(copy.n)',
  'due_at', 'case when t.open then t.due_at + (copy.n % 40) * interval ''1 day'' else t.due_at end',
  'due_order', 'case when t.open then t.due_at + (copy.n % 40) * interval ''1 day'' else t.due_order end'));
select pg_temp.copy_rows('case_applicant', 'case_number', '{}');
select pg_temp.copy_rows('case_view', 'case_number', '{"code_hash": "sha256(copy.case_number::bytea)"}');
select pg_temp.copy_rows('case_event', 'case_number', '{}');
select pg_temp.copy_rows('vault_key', 'subject', '{}');
select pg_temp.copy_rows('notice', 'subject_id', '{"id": "gen_random_uuid()"}');
insert into notice_delivery (id, notice_id, channel, language, urgent, status, next_attempt_at, sent_at)
select gen_random_uuid(), n.id, 'inApp', 'zh', false, 'sent', n.created_at, n.created_at
from notice n join copy on copy.case_number = n.subject_id;
select pg_temp.copy_rows('person_index', 'case_number', '{}');
