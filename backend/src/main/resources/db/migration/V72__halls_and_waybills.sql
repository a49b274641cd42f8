-- Halls of counties and of the city take in for each other, and paper goes between them (异地受理、运单, B22). ADR 118.

-- Where it was a hall that took it in: 'hall:' and its region, which is like no region.
alter table case_place add column hall_at text generated always as
  (case when body -> 'takenIn' ->> 'kind' = 'cityHall' then 'hall:' || taken_in_at end) stored;
create index case_place_hall on case_place (hall_at text_pattern_ops) where hall_at is not null;

-- 运单: paper of a case between where it was taken in and where it is decided.
create table waybill (
  id          uuid primary key,
  case_number text not null references case_file (case_number),
  direction   text not null check (direction in ('materials', 'result')),
  carrier     text not null check (carrier <> ''),
  number      text not null check (number ~ '^[0-9A-Z]{4,40}$'),
  -- Codes of the materials that travel; none for a result.
  materials   text[] not null,
  expected_on date not null,
  sent_at     timestamptz not null,
  sent_by     text not null references account (account),
  -- Who signed for it, and who said that it is lost; what was lost can turn up.
  received_at timestamptz,
  received_by text references account (account),
  missing_at  timestamptz,
  missing_by  text references account (account),
  version     integer not null default 1,
  constraint waybill_number_once unique (carrier, number),
  check ((direction = 'materials') = (cardinality(materials) > 0)),
  check ((received_at is null) = (received_by is null) and (missing_at is null) = (missing_by is null)),
  -- Nobody signs for what they sent.
  check (received_by <> sent_by)
);
create index waybill_case on waybill (case_number, sent_at desc);
create index waybill_open on waybill (expected_on) where received_at is null;

-- Names posts of general windows, beside those of before.
create or replace function founded_posts(accounts text[], posts jsonb) returns void language sql as $$
  with wanted as (
    select a.account, w.post, w.counterpart, a.department_code, a.region_code, gen_random_uuid() as id,
      coalesce(k.name, w.post) as kind, k.name_en as kind_en, coalesce(k.level, 'city') as level
    from jsonb_to_recordset(posts) as w(account text, post text, counterpart text)
      join account a on a.account = w.account and a.account = any (accounts)
      left join (values
        ('window', '窗口受理岗', 'Window post', 'window'), ('reviewer', '审核岗', 'Review post', 'city'),
        ('approver', '审批岗', 'Approval post', 'city'), ('expert', '专家评审组织岗', 'Expert panel post', 'city'),
        ('inspector', '现场核查岗', 'Inspection post', 'city'), ('issuer', '制证发证岗', 'Issuing post', 'window'),
        ('township', '乡镇便民服务岗', 'Township service post', 'township'),
        ('agent', '村级代办岗', 'Village agent post', 'village'),
        ('hall', '综合窗口岗', 'General window', 'window')) as k(code, name, name_en, level) on k.code = w.post
  ), numbered as (
    select *, row_number() over (partition by department_code, region_code, post order by account)
      + (select count(*) from post p where p.code = w.post
        and p.department_code is not distinct from w.department_code
        and p.region_code is not distinct from w.region_code) as number
    from wanted w
  ), posted as (
    insert into post (id, code, name, name_en, level, department_code, region_code)
    select id, post, case when number = 1 then kind else kind || ' ' || number end,
      case when number = 1 then kind_en else kind_en || ' ' || number end, level, department_code, region_code
    from numbered
  )
  insert into post_holder (id, post_id, account, part)
  select gen_random_uuid(), id, account, 'A' from numbered
  union all
  select gen_random_uuid(), n.id, n.counterpart, 'B' from numbered n join account b on b.account = n.counterpart
$$;
