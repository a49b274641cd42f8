-- Where it shows: the register of screens 电子屏 (K1, K2).
create table screen (
  code            text primary key,
  name            text not null,
  name_en         text,
  kind            text not null check (kind in ('square', 'hall', 'township', 'village')),
  region_code     text,          -- shows cases of this region and below; null: of the whole city
  department_code text,          -- shows cases of this department; null: of all
  position        integer not null
);

-- A screen begins with the newest states of its region or department.
create index journal_public_region on journal_public (region_code text_pattern_ops);
create index journal_public_department on journal_public (department_code);
-- The city's numbers: what was submitted and closed, by day.
create index journal_public_state on journal_public (state, occurred_at);
