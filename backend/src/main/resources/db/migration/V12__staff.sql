-- Who works where (岗位): posts with their holders A and B (AB岗, C9), absences, letters of authority of chief
-- representatives (首席代表授权书, B27), and what administrators changed. Who acts in which post at a moment is computed from
-- these rows, so that time passing alone hands a post over and back, on every node.

alter table account
  add column must_change_password boolean not null default false,
  add column activation_expires_at timestamptz,       -- until when a one-time activation code lets somebody in
  add column version integer not null default 1;      -- of what administrators keep of it

create index account_place on account (department_code, account) where kind = 'staff';

create table post (
  id              uuid primary key,
  code            text not null check (code ~ '^[a-z][A-Za-z0-9-]{0,39}$'),  -- the word that flows use
  name            text not null check (name <> ''),
  name_en         text,
  level           text not null check (level in ('city', 'township', 'village', 'window')),
  department_code text,
  region_code     text,
  closed_at       timestamptz,
  version         integer not null default 1
);
create unique index post_name on post (coalesce(department_code, ''), coalesce(region_code, ''), name)
  where closed_at is null;

create table post_holder (
  id         uuid primary key,
  post_id    uuid not null references post (id),
  account    text not null references account (account),
  part       text not null check (part in ('A', 'B')),
  from_at    timestamptz,                             -- null: since before it was written down
  until_at   timestamptz,                             -- null: for the time being
  check (until_at is null or from_at is null or until_at >= from_at)
);
create index post_holder_post on post_holder (post_id);
create index post_holder_account on post_holder (account);

create table absence (
  id          uuid primary key,
  account     text not null references account (account),
  from_at     timestamptz not null,
  until_at    timestamptz,                            -- null: until somebody ends it
  reason      text not null check (reason in ('leave', 'errand', 'training', 'handover', 'other')),
  recorded_by text not null,
  recorded_at timestamptz not null,
  ended_by    text,                                   -- who brought the end forward
  check (until_at is null or until_at >= from_at)
);
comment on column absence.reason is 'A kind and no more: why somebody is ill is nobody''s business';
create index absence_account on absence (account, from_at);

create table authorisation (
  id              uuid primary key,
  document_number text not null check (document_number <> ''),
  account         text not null references account (account),
  department_code text not null,
  acts            text[] not null check (cardinality(acts) > 0 and acts <@ array['accept', 'decide', 'seal']),
  item_codes      text[] not null,                    -- empty: all items of the department
  from_on         date not null,
  until_on        date not null,                      -- the last day
  issued_by       text not null check (issued_by <> ''),
  recorded_by     text not null,
  recorded_at     timestamptz not null,
  revoked_at      timestamptz,
  revoked_by      text,
  revoked_why     text,
  check (until_on >= from_on),
  check ((revoked_at is null) = (revoked_by is null) and (revoked_at is null) = (revoked_why is null)),
  unique (department_code, document_number)
);
create index authorisation_account on authorisation (account);

-- What administrators did, for as long as the city lasts: before and after, and from when it counts.
create table administrative_change (
  id              bigint generated always as identity primary key,
  at              timestamptz not null,
  by_account      text not null,
  by_name         text not null,
  action          text not null,
  subject_kind    text not null,                      -- person, post, authorisation …
  subject_id      text not null,
  subject_name    text not null,
  department_code text,                               -- whose it is, for who may read it
  region_code     text,
  effective_from  timestamptz not null,
  fields          jsonb not null                      -- [{field, before: [], after: []}]
);
create index administrative_change_subject on administrative_change (subject_kind, subject_id, id);
create index administrative_change_department on administrative_change (department_code, id);

create function administrative_change_stays() returns trigger language plpgsql as $$
begin
  raise exception 'What was changed stays written down';
end $$;
create trigger administrative_change_stays before update or delete or truncate on administrative_change
  for each statement execute function administrative_change_stays();

-- Supervisors see everything and process nothing: not even a hand at the database gives one of them a post.
create function supervisors_hold_no_post() returns trigger language plpgsql as $$
begin
  if exists (select from account a join post_holder h on h.account = a.account
      where a.account = new.account and 'supervisor' = any (a.roles)
        and (h.until_at is null or h.until_at > clock_timestamp())) then
    raise exception 'A supervisor holds no post'
      using errcode = 'check_violation', constraint = 'supervisor_holds_no_post';
  end if;
  return null;
end $$;
create trigger supervisors_hold_no_post after insert or update on post_holder
  for each row execute function supervisors_hold_no_post();
create trigger supervisors_hold_no_post after update of roles on account
  for each row execute function supervisors_hold_no_post();

-- Everybody who held, holds or will hold a post, as it takes to say who acts in it at any moment.
create function post_holders(wanted uuid) returns jsonb language sql stable as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'id', h.id, 'account', h.account, 'name', a.name, 'nameEn', a.name_en, 'part', h.part, 'away', a.disabled,
    'held', jsonb_build_object('from', h.from_at, 'until', h.until_at),
    'absences', coalesce((select jsonb_agg(jsonb_build_object('from', x.from_at, 'until', x.until_at))
      from absence x where x.account = h.account), '[]'))
    order by h.part, h.from_at nulls first, h.account), '[]')
  from post_holder h join account a on a.account = h.account where h.post_id = wanted
$$;

-- Everything a node needs to know of an account to say in which posts it acts at any moment.
create function account_postings(wanted text) returns jsonb language sql stable as $$
  select jsonb_build_object(
    'absences', coalesce((select jsonb_agg(jsonb_build_object('from', x.from_at, 'until', x.until_at))
      from absence x where x.account = wanted), '[]'),
    'posts', coalesce((
      select jsonb_agg(jsonb_build_object(
        'post', jsonb_build_object('id', p.id, 'code', p.code, 'name', p.name, 'nameEn', p.name_en,
          'level', p.level, 'department', p.department_code, 'region', p.region_code),
        'holders', post_holders(p.id)) order by p.name, p.id)
      from post p where p.id in (select h.post_id from post_holder h where h.account = wanted)), '[]'),
    'letters', coalesce((
      select jsonb_agg(jsonb_build_object(
        'documentNumber', l.document_number, 'department', l.department_code, 'acts', l.acts,
        'items', l.item_codes, 'from', l.from_on, 'until', l.until_on, 'revokedAt', l.revoked_at))
      from authorisation l where l.account = wanted), '[]'))
$$;

-- Whose posts may depend on this account: itself and whoever shares a post with it.
create function account_circle(wanted text) returns setof text language sql stable as $$
  select wanted union
  select other.account from post_holder own join post_holder other on other.post_id = own.post_id
  where own.account = wanted
$$;

-- Nodes hear of accounts (V11); whatever changes somebody's posts is told as a change of their account.
create function tell_circle() returns trigger language plpgsql as $$
begin
  perform from account where account in (select account_circle(new.account)) order by account for no key update;
  update account set changed_at = clock_timestamp() where account in (select account_circle(new.account));
  return null;
end $$;
create trigger tell_circle after insert or update on post_holder for each row execute function tell_circle();
create trigger tell_circle after insert or update on absence for each row execute function tell_circle();
create trigger tell_circle after insert or update on authorisation for each row execute function tell_circle();
-- Somebody shut out is away from every post.
create trigger tell_circle after update of disabled, name, name_en on account for each row
  when (old.disabled is distinct from new.disabled or old.name is distinct from new.name
    or old.name_en is distinct from new.name_en)
  execute function tell_circle();

-- Gives accounts posts of their own, one each, with the counterpart as B: those they had so far, and a new city's first.
create function founded_posts(accounts text[], posts jsonb) returns void language sql as $$
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
        ('agent', '村级代办岗', 'Village agent post', 'village')) as k(code, name, name_en, level) on k.code = w.post
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

select founded_posts(
  array(select account from account),
  (select coalesce(jsonb_agg(jsonb_build_object('account', a.account, 'post', p, 'counterpart', a.counterpart)), '[]')
   from account a, unnest(a.posts) as p));

alter table account drop column posts, drop column counterpart;
