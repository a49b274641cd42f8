-- What people say (I1–I3, I8, I9, I13, I14). The acts are the truth, the rest their fold for lists and sweeps. ADR 103.

create sequence complaint_number;

create table complaint (
  id               uuid primary key,
  number           text not null unique,
  -- Keyed hash of number and tracking code; the code itself is nowhere.
  code_hash        bytea not null,
  -- Blind index of the telephone, for a caller's earlier messages; null when anonymous.
  phone_token      bytea,
  -- Subject, text, name, telephone and place in the writer's words, sealed with the complaint's own key.
  content          bytea not null,
  may_publish      boolean not null,
  case_number      text references case_file (case_number),
  item_code        text references power_item (code),
  place_code       text references place (code),
  named_department text references department (code),
  kind             text not null check (kind in ('enquiry', 'suggestion', 'complaint', 'help')),
  channel          text not null,
  naming           text not null check (naming in ('named', 'withheld', 'anonymous')),
  state            text not null check (state in ('received', 'screened', 'grouped', 'assigned', 'inHand', 'replied', 'closed')),
  lead_department  text references department (code),
  joint            text[] not null default '{}',
  handler          text references account (account),
  -- Accounts of those it is about: nobody handles a complaint about themselves.
  concerned        text[] not null default '{}',
  grouped_under    text references complaint (number),
  supervised       boolean not null default false,
  round            integer not null check (round in (1, 2)),
  passed_on        integer not null check (passed_on between 0 and 2),
  grade            text check (grade in ('satisfied', 'basicallySatisfied', 'notSatisfied')),
  received_at      timestamptz not null,
  -- The next thing that is due; null when nothing is.
  due_at           timestamptz,
  -- By when the first answer was due, and when it came.
  reply_due        timestamptz not null,
  first_replied_at timestamptz,
  closed_at        timestamptz,
  called_back      boolean not null default false,
  fixed            boolean,
  version          integer not null check (version >= 1),
  constraint complaint_anonymous_has_no_telephone check (naming <> 'anonymous' or phone_token is null),
  constraint complaint_concerned_handles_not check (handler is null or handler <> all (concerned)),
  check ((state = 'closed') = (closed_at is not null)),
  check (state not in ('replied', 'closed') or first_replied_at is not null),
  check (state <> 'assigned' or lead_department is not null),
  check ((state = 'grouped') = (grouped_under is not null)),
  check (grouped_under <> number)
);
create index complaint_due on complaint (due_at) where due_at is not null;
create index complaint_lead on complaint (lead_department, received_at desc);
create index complaint_joint on complaint using gin (joint);
create index complaint_caller on complaint (phone_token, received_at desc) where phone_token is not null;
create index complaint_received on complaint (received_at desc);
create index complaint_group on complaint (grouped_under) where grouped_under is not null;

-- What happened; words that were said are sealed with the complaint's own key.
create table complaint_act (
  complaint_id uuid not null references complaint (id),
  number       integer not null check (number >= 1),
  kind         text not null,
  at           timestamptz not null,
  account      text,
  detail       jsonb not null,
  words        bytea,
  primary key (complaint_id, number)
);

create function complaint_acts_only_grow() returns trigger language plpgsql as $$
begin
  raise exception 'what happened to a complaint stays: % is refused', tg_op using errcode = 'restrict_violation';
end $$;
create trigger complaint_acts_only_grow before update or delete on complaint_act
  for each row execute function complaint_acts_only_grow();

-- A complaint can't be deleted (有诉必理, I9), nor what was said in it changed.
create function complaint_stays() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    if (new.id, new.number, new.code_hash, new.content, new.received_at, new.naming, new.channel)
      is not distinct from (old.id, old.number, old.code_hash, old.content, old.received_at, old.naming, old.channel) then
      return new;
    end if;
  end if;
  raise exception 'a complaint stays: % is refused', tg_op using errcode = 'restrict_violation';
end $$;
create trigger complaint_stays before update or delete on complaint for each row execute function complaint_stays();
create trigger complaint_stays_whole before truncate on complaint execute function complaint_stays();
create trigger complaint_acts_stay_whole before truncate on complaint_act execute function complaint_acts_only_grow();

-- 每天一名常委执守 (I2): who answers the direct line.
create table complaint_duty (
  day     date primary key,
  account text not null references account (account)
);
