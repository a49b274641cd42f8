-- Inspection work 督查 (E14, E15, D6): checklists, inspections, samples drawn by lot, posts with a grave risk. ADR 114.

-- What is checked, by kind 检查表; the latest version is in force, inspections keep theirs.
create table inspection_checklist (
  kind         text not null check (kind in ('open', 'covert', 'fileReview', 'callBack', 'opinionPoll', 'telephone')),
  version      integer not null check (version >= 1),
  -- An array of {code, text, textEn}.
  items        jsonb not null,
  published_at timestamptz not null,
  -- Null for what ships.
  published_by text,
  primary key (kind, version)
);
create trigger inspection_checklist_is_immutable before update or delete on inspection_checklist
  for each row execute function refuse_change();

-- Running numbers without gaps, by year: 督查〔2026〕3号.
create table inspection_series (
  year integer primary key,
  last integer not null check (last >= 1)
);

-- Cases drawn by lot 回访样本: the seed draws them again.
create table inspection_sample (
  id              uuid primary key,
  department_code text not null references department (code),
  from_on         date not null,
  to_on           date not null check (to_on >= from_on),
  seed            text not null,
  drawn_from      integer not null check (drawn_from >= 1),
  cases           text[] not null,
  drawn_by        text not null,
  drawn_at        timestamptz not null
);

create table inspection (
  id                uuid primary key,
  number            text not null unique,
  kind              text not null,
  checklist_version integer not null,
  department_code   text not null references department (code),
  region_code       text not null references region (code),
  place_code        text references place (code),
  post              text,
  inspected_at      timestamptz not null,
  inspectors        text[] not null check (cardinality(inspectors) >= 1),
  -- Checks, cases, calls, what a telephone call or a poll came to: nothing that names anybody.
  facts             jsonb not null,
  -- What was found and concluded, in words, which may name people.
  words             bytea not null,
  sample_id         uuid references inspection_sample (id),
  findings          integer not null check (findings >= 0),
  recorded_at       timestamptz not null,
  -- The fold of its acts, for lists.
  state             text not null check (state in ('recorded', 'released', 'rectifying', 'answered', 'accepted')),
  due_on            date,
  version           integer not null check (version >= 1),
  foreign key (kind, checklist_version) references inspection_checklist (kind, version),
  -- Open and covert ones are made by two.
  check (kind not in ('open', 'covert') or cardinality(inspectors) >= 2),
  check ((state = 'rectifying') = (due_on is not null))
);
create index inspection_time on inspection (inspected_at desc, id desc);
create index inspection_department on inspection (department_code, inspected_at desc);
create index inspection_region on inspection (region_code, inspected_at);
create index inspection_post on inspection (department_code, post, inspected_at desc) where post is not null;

-- What happened to an inspection, only ever added; words are sealed with its key.
create table inspection_act (
  inspection_id uuid not null references inspection (id),
  number        integer not null check (number >= 1),
  kind          text not null,
  at            timestamptz not null,
  account       text not null,
  detail        jsonb not null,
  words         bytea,
  primary key (inspection_id, number)
);

-- Files of evidence; their bytes are in material_file, sealed with a key that is wrapped under the inspection's.
create table inspection_evidence (
  id            uuid primary key references material_file (id),
  inspection_id uuid not null references inspection (id),
  content_type  text not null,
  size          bigint not null,
  sealed        bytea not null,
  file_key      bytea not null
);
create index inspection_evidence_inspection on inspection_evidence (inspection_id);

-- Marks of posts 标记, the latest of a post counts.
create table risk_post_mark (
  id              bigint generated always as identity primary key,
  department_code text not null references department (code),
  post            text not null check (post <> ''),
  marked          boolean not null,
  reason          text not null check (length(reason) between 1 and 500),
  account         text not null,
  at              timestamptz not null
);
create index risk_post_mark_post on risk_post_mark (department_code, post, id desc);

-- Evaluations of a post's year 年终评价: a correction is a further row, and the latest counts.
create table risk_post_evaluation (
  department_code text not null references department (code),
  post            text not null,
  year            integer not null,
  number          integer not null check (number >= 1),
  grade           text not null check (grade in ('excellent', 'good', 'fair', 'poor')),
  -- Text and reason, sealed: they may name people.
  words           bytea not null,
  account         text not null,
  at              timestamptz not null,
  primary key (department_code, post, year, number)
);
create trigger risk_post_evaluation_is_kept before update or delete on risk_post_evaluation
  for each row execute function refuse_change();

insert into inspection_checklist (kind, version, items, published_at) values
  ('open', 1, '[{"code":"present","text":"窗口人员在岗，离岗有告示和顶岗","textEn":"The window is staffed; absence is announced and covered"},
    {"code":"badge","text":"挂牌上岗，着装规范","textEn":"Name plates are worn, dress is proper"},
    {"code":"oneNotice","text":"一次性告知单齐全、可取","textEn":"One-time notices are complete and at hand"},
    {"code":"fees","text":"收费项目和标准公示","textEn":"Fees and their standards are on display"},
    {"code":"flow","text":"流程图公示并与权力清单一致","textEn":"The flowchart is on display and agrees with the power list"}]', now()),
  ('covert', 1, '[{"code":"greeted","text":"主动接待，态度文明","textEn":"People are received politely"},
    {"code":"working","text":"上班时间不做与工作无关的事","textEn":"Nothing but work is done in office hours"},
    {"code":"told","text":"一次告知全部材料","textEn":"All materials are told at once"},
    {"code":"noGift","text":"没有吃拿卡要","textEn":"Nothing is asked for or taken on the side"},
    {"code":"hours","text":"按公布的时间开门","textEn":"Open at the hours that are announced"}]', now()),
  ('fileReview', 1, '[{"code":"complete","text":"案卷材料齐全","textEn":"The files are complete"},
    {"code":"inTime","text":"在承诺期限内办结","textEn":"They were decided within the promise"},
    {"code":"reasons","text":"不予受理、不予许可说明理由和救济途径","textEn":"Refusals give reasons and remedies"},
    {"code":"authorised","text":"审批在授权范围内","textEn":"Decisions were within the authorisation"}]', now()),
  ('callBack', 1, '[{"code":"once","text":"没有被要求重复跑、重复交材料","textEn":"Nobody had to come or hand in twice"},
    {"code":"fee","text":"没有收费单以外的收费","textEn":"Nothing was charged beyond the bill"},
    {"code":"polite","text":"服务态度满意","textEn":"People were served politely"}]', now()),
  ('opinionPoll', 1, '[{"code":"enough","text":"样本数量达到方案要求","textEn":"As many were asked as planned"},
    {"code":"majority","text":"满意率不低于九成","textEn":"At least nine in ten are satisfied"}]', now()),
  ('telephone', 1, '[{"code":"answered","text":"工作时间电话有人接听","textEn":"The telephone is answered in office hours"},
    {"code":"threeRings","text":"铃响三声以内接听","textEn":"Within three rings"},
    {"code":"named","text":"接听人报单位名称","textEn":"Whoever answers names the office"},
    {"code":"correct","text":"答复内容正确","textEn":"The answer is right"}]', now());
