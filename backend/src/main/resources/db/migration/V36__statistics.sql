-- What is counted from the journal of how cases run (环节统计与办结预测, ADR 0092). The one who follows the journal as
-- 'statistics' writes these tables and nobody else; emptied, with its place set back to 0, they fill again.

-- A step of a flow as cases of one item run through it.
create table statistics_step (
  item_code       text not null,
  flow_id         uuid not null references flow_definition (id),
  step_id         text not null,
  department_code text not null,
  step_name       text not null,
  step_name_en    text,
  post_code       text not null,
  post_name       text not null,
  post_name_en    text,
  -- Open cases in it now.
  open            integer not null default 0 check (open >= 0),
  -- Cases that have finished it at least once.
  cases           bigint not null default 0 check (cases >= 0),
  primary key (item_code, flow_id, step_id)
);
create index statistics_step_department on statistics_step (department_code) where open > 0;

-- How many stays in a step took so many minutes of the step's own clock.
create table statistics_step_time (
  item_code text not null,
  flow_id   uuid not null,
  step_id   text not null,
  minutes   bigint not null check (minutes >= 0),
  stays     bigint not null check (stays > 0),
  primary key (item_code, flow_id, step_id, minutes)
);

-- Of closed cases: for how many days of their clock they stayed in a step, and in how many from its beginning they
-- were closed. Both together, because how long somebody has waited already says something of what is left.
create table statistics_course (
  item_code text not null,
  flow_id   uuid not null,
  step_id   text not null,
  stayed    integer not null check (stayed >= 0),
  closed    integer not null check (closed >= stayed),
  cases     bigint not null check (cases > 0),
  primary key (item_code, flow_id, step_id, stayed, closed)
);

-- Of cases under way: when they came to a step, and when they left it (the end of time while they are in it). They
-- have waited longer than some that are closed, and to leave them out would favour the quick.
create table statistics_under_way (
  item_code  text not null,
  flow_id    uuid not null,
  step_id    text not null,
  entered_on date not null,
  left_on    date not null,
  cases      bigint not null check (cases > 0),
  primary key (item_code, flow_id, step_id, entered_on, left_on)
);

-- Open cases, as far as a prediction needs them: in which steps since when, and how many minutes of that stood still.
create table statistics_case (
  case_number     text primary key,
  item_version_id uuid not null,
  steps           jsonb not null,
  halt            text check (halt in ('paused', 'inCorrection'))
);

-- Every prediction, as it was made when a case came to a step.
create table statistics_prediction (
  case_number text not null,
  step_id     text not null,
  visit       integer not null,
  item_code   text not null,
  category    text not null,
  made_at     timestamptz not null,
  probability integer not null,
  -- Within how many days of the case's clock it would be closed, and which day that was then.
  days        integer not null check (days >= 0),
  closed_by   date not null,
  -- How many cases it rested on.
  cases       bigint not null,
  settled_at  timestamptz,
  -- Null for a case that was taken back: it neither came true nor failed.
  came_true   boolean,
  primary key (case_number, step_id, visit),
  check (came_true is null or settled_at is not null)
);

-- The same, counted by the month in which the cases were closed.
create table statistics_reliability (
  month     date not null check (extract(day from month) = 1),
  category  text not null,
  settled   bigint not null,
  came_true bigint not null check (came_true <= settled),
  primary key (month, category)
);
