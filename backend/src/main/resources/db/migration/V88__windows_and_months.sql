-- What the journal is told of windows without anybody and of a month's ratings. ADR 128.

-- Each gap is told once, on whichever node it is seen.
create table attendance_unattended (
  post_id uuid not null references post (id),
  since   timestamptz not null,
  primary key (post_id, since)
);
create trigger attendance_unattended_only_grows before update or delete or truncate on attendance_unattended
  for each statement execute function attendance_only_grows();

-- Of the months that have a bulletin: departments that it names, with as many marked ratings as it takes to name one.
-- Nothing of it is about a rating, nor of a day.
with named as (
  select b.month, b.minimum, b.published_at, d.code, d.region_code
  from rating_bulletin b cross join lateral jsonb_array_elements(b.departments) x
    join department d on d.code = x ->> 'code'
), marked as (
  select n.*, count(*) as ratings, count(*) filter (where exists (select from rating_sign s
    where s.rating = r.id and s.kind <> 'allBest')) as signed
  from named n join rating r on r.department_code = n.code and r.counted
    and r.rated_at >= n.month::timestamp at time zone 'Asia/Shanghai'
    and r.rated_at < (n.month + interval '1 month')::timestamp at time zone 'Asia/Shanghai'
  group by n.month, n.minimum, n.published_at, n.code, n.region_code
), event as (
  insert into journal_event (id, subject_kind, subject_id, kind, occurred_at, private_payload)
  select md5('ratings.marked/' || code || '/' || to_char(month, 'YYYY-MM'))::uuid, 'ratings',
    code || '/' || to_char(month, 'YYYY-MM'), 'ratings.marked', published_at, jsonb_build_object(
      'departmentCode', code, 'regionCode', region_code, 'marked', jsonb_build_object(
        'month', to_char(month, 'YYYY-MM'), 'ratings', ratings, 'signed', signed))
  from marked where signed >= minimum order by published_at, code
  returning id, sequence
)
insert into journal_waiting (sequence, event_id) select sequence, id from event;
