-- Electronic supervision (电子监察, E1): what it remembers of each case, folded from the journal, and what it found.
-- ADR 101.

-- Emptied, with the reader 'supervision' back at place 0, it fills again.
create table supervision_case (
  case_number text primary key,
  -- A picture of the case that the rules look at. Nothing in it names an applicant.
  picture     jsonb not null,
  -- When its clocks have to be looked at next; null while none has anything to say.
  alarm_at    timestamptz
);
create index supervision_case_alarm on supervision_case (alarm_at) where alarm_at is not null;

create table supervision_finding (
  id               uuid primary key, -- made of the rule, the case and the occasion: the same whenever it is found
  rule             text not null,
  severity         text not null check (severity in ('reminder', 'minor', 'serious', 'grave')),
  case_number      text not null,
  item_code        text,
  department_code  text not null,
  region_code      text not null,
  account          text,
  post             text,
  step_id          text,
  occurred_at      timestamptz not null,
  found_at         timestamptz not null,
  place            bigint not null,
  -- The events it rests on (place, kind, time), the rule's parameters and what goes into its words.
  evidence         jsonb not null,
  state            text not null default 'standing' check (state in ('standing', 'withdrawn')),
  withdrawn_at     timestamptz,
  withdrawn_reason text,
  -- The place of the event that took its ground away.
  withdrawn_place  bigint,
  check ((state = 'withdrawn') = (withdrawn_at is not null and withdrawn_reason is not null))
);
create index supervision_finding_time on supervision_finding (occurred_at desc, id desc);
create index supervision_finding_rule on supervision_finding (rule, occurred_at desc, id desc);
create index supervision_finding_department on supervision_finding (department_code, occurred_at desc, id desc);
create index supervision_finding_account on supervision_finding (account, occurred_at desc, id desc)
  where account is not null;
create index supervision_finding_case on supervision_finding (case_number);
