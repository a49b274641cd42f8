-- What is published (主动公开, K6, K8, K10, K11, A18): categories, duties with their occasions, publications by edition.
-- Nothing of it is ever deleted. ADR 106.

create table disclosure_category (
  code     text primary key,
  name     text not null check (name <> ''),
  name_en  text not null check (name_en <> ''),
  ground   text not null,
  position integer not null
);

-- The fields of the Regulation on Open Government Information 政府信息公开条例 (2019), articles 20 and 21.
insert into disclosure_category (code, name, name_en, ground, position) values
  ('documents', '政策文件', 'Policies and documents', '政府信息公开条例第二十条第（一）项', 10),
  ('organisation', '机构职能', 'Organisation and duties', '政府信息公开条例第二十条第（二）项', 20),
  ('planning', '规划计划', 'Plans', '政府信息公开条例第二十条第（三）项', 30),
  ('statistics', '统计信息', 'Statistics', '政府信息公开条例第二十条第（四）项', 40),
  ('budget', '财政预决算', 'Budgets and accounts', '政府信息公开条例第二十条第（七）项', 50),
  ('expenses', '三公经费', 'Travel, vehicles and receptions', '政府信息公开条例第二十条第（七）项', 60),
  ('charges', '价格收费', 'Prices and charges', '政府信息公开条例第二十条第（八）项', 70),
  ('procurement', '政府采购', 'Procurement', '政府信息公开条例第二十条第（九）项', 80),
  ('projects', '重大建设项目', 'Major projects', '政府信息公开条例第二十条第（十）项', 90),
  ('housing', '保障性住房', 'Affordable housing', '政府信息公开条例第二十条第（十一）项', 100),
  ('emergency', '应急管理', 'Emergencies', '政府信息公开条例第二十条第（十二）项', 110),
  ('environment', '环境保护', 'Environment', '政府信息公开条例第二十条第（十三）项', 120),
  ('safety', '安全生产', 'Work safety', '政府信息公开条例第二十条第（十三）项', 130),
  ('foodAndDrugs', '食品药品', 'Food and drugs', '政府信息公开条例第二十条第（十三）项', 140),
  ('land', '征地拆迁', 'Land and house expropriation', '政府信息公开条例第二十一条', 150),
  ('penalties', '行政处罚', 'Penalties', '政府信息公开条例第二十条第（六）项', 160),
  ('report', '公开年报', 'Annual reports on openness', '政府信息公开条例第四十九条', 170),
  ('other', '其他', 'Other', '政府信息公开条例第二十条第（十五）项', 900);

create table disclosure_duty (
  code            text primary key,
  department_code text not null references department (code),
  category        text not null references disclosure_category (code),
  title           text not null check (title <> ''),
  title_en        text not null check (title_en <> ''),
  timing          text not null check (timing in ('regular', 'phased', 'immediate')),
  every           text check (every in ('month', 'quarter', 'halfYear', 'year')),
  amount          integer not null check (amount between 1 and 366),
  unit            text not null check (unit in ('workingDays', 'days', 'hours')),
  ground          text not null,
  from_on         date not null,
  until_on        date check (until_on >= from_on),
  check ((timing = 'regular') = (every is not null))
);

-- A stage that was reached or something that happened, for duties without a calendar of their own.
create table disclosure_occasion (
  duty_code   text not null references disclosure_duty (code),
  occasion    text not null,
  about       text not null,
  happened_at timestamptz not null,
  recorded_by text not null,
  recorded_at timestamptz not null,
  primary key (duty_code, occasion)
);

create sequence publication_number;

create table publication (
  id               uuid primary key,
  number           text not null unique,
  department_code  text not null references department (code),
  -- The edition everybody sees; null before the first release.
  public_edition   integer,
  -- Of that edition, for lists.
  categories       text[] not null default '{}',
  first_released_at timestamptz,
  -- Cut into terms by org.sunlit.search; null when nothing is to be found.
  search           tsvector,
  withdrawn_at     timestamptz,
  withdrawn_by     text,
  withdrawn_reason text,
  changed_at       timestamptz not null,
  version          integer not null default 1,
  check ((public_edition is null) = (first_released_at is null)),
  check ((withdrawn_at is null) = (withdrawn_reason is null)),
  check (withdrawn_at is null or search is null)
);
create index publication_search on publication using gin (search) where search is not null;
create index publication_newest on publication (first_released_at desc, id desc)
  where public_edition is not null and withdrawn_at is null;
create index publication_department on publication (department_code, changed_at desc, id desc);

create table publication_edition (
  publication_id  uuid not null references publication (id),
  edition         integer not null check (edition >= 1),
  state           text not null check (state in ('draft', 'inReview', 'approved', 'released')),
  title           text not null,
  title_en        text,
  summary         text,
  body            text not null,
  categories      text[] not null check (cardinality(categories) between 1 and 5),
  document_number text,
  effective_on    date,
  expires_on      date check (expires_on >= effective_on),
  repealed_on     date,
  replaced_by     text references publication (number),
  duty_code       text references disclosure_duty (code),
  occasion        text,
  -- Why what was public is corrected.
  reason          text,
  drafted_by      text not null,
  reviewed_by     text,
  release_at      timestamptz,
  released_at     timestamptz,
  primary key (publication_id, edition),
  check ((duty_code is null) = (occasion is null)),
  check ((edition = 1) = (reason is null)),
  check ((state = 'released') = (released_at is not null)),
  check ((state in ('approved', 'released')) = (reviewed_by is not null)),
  -- 起草与审核分离.
  constraint publication_drafter_reviews_not check (reviewed_by <> drafted_by)
);
create unique index publication_edition_open on publication_edition (publication_id) where state <> 'released';
create index publication_edition_due on publication_edition (release_at) where state = 'approved';
create index publication_edition_duty on publication_edition (duty_code, occasion) where duty_code is not null;

create table publication_act (
  publication_id uuid not null references publication (id),
  number         integer not null,
  kind           text not null,
  edition        integer not null,
  at             timestamptz not null,
  account        text,
  words          text,
  primary key (publication_id, number)
);

create function publication_stays() returns trigger language plpgsql as $$
begin
  raise exception 'what was published or drafted stays: % of % is refused', tg_op, tg_table_name
    using errcode = 'restrict_violation';
end $$;
create trigger publication_stays before delete on publication for each row execute function publication_stays();
create trigger publication_edition_stays before delete on publication_edition
  for each row execute function publication_stays();
create trigger publication_released_stays before update on publication_edition
  for each row when (old.state = 'released') execute function publication_stays();
create trigger publication_act_stays before update or delete on publication_act
  for each row execute function publication_stays();
create trigger disclosure_occasion_stays before update or delete on disclosure_occasion
  for each row execute function publication_stays();
create trigger publication_stays_whole before truncate on publication_act
  for each statement execute function publication_stays();
