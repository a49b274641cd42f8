-- Requests for information (依申请公开, 政府信息公开条例第四章). The acts are the truth, the rest their fold for lists and figures. ADR 121.

create sequence info_request_number;

create table info_request (
  id                   uuid primary key,
  number               text not null unique,
  -- Keyed hash of number and tracking code; the code itself is nowhere.
  code_hash            bytea not null,
  -- Who asks, what for and how they are reached, sealed with the request's own key.
  content              bytea not null,
  applicant_kind       text not null check (applicant_kind in ('person', 'organisation')),
  channel              text not null check (channel in ('web', 'letter', 'visit', 'email', 'fax', 'oral')),
  department           text not null references department (code),
  suggests_publication boolean not null,
  state                text not null check (state in ('received', 'inHand', 'clarifying', 'drafted', 'answered', 'reviewing', 'withdrawn', 'lapsed')),
  received_at          timestamptz not null,
  -- The next thing that is due; null when nothing is.
  due_at               timestamptz,
  -- By when the answer is or was due; null while the applicant has to supplement.
  answer_due           timestamptz,
  extension_asked_by   text references account (account),
  extension_decided_by text references account (account),
  extended_days        integer not null default 0 check (extended_days between 0 and 20),
  drafted_by           text references account (account),
  released_by          text references account (account),
  decision             text,
  answered_at          timestamptz,
  -- When the request was over: answered the first time, withdrawn or lapsed.
  ended_at             timestamptz,
  review_asked_at      timestamptz,
  reviewed_by          text references account (account),
  -- Those who drafted and released what is looked at again.
  answered_by          text[] not null default '{}',
  changed              boolean not null default false,
  version              integer not null check (version >= 1),
  constraint info_request_answered_by_two check (released_by <> drafted_by),
  constraint info_request_extended_by_two check (extension_decided_by <> extension_asked_by),
  constraint info_request_reviewed_by_another check (reviewed_by <> all (answered_by)),
  check (extended_days = 0 or extension_decided_by is not null),
  check (state <> 'answered' or (released_by is not null and drafted_by is not null)),
  check ((answered_at is null) = (decision is null)),
  check (answered_at is null or ended_at is not null)
);
create index info_request_due on info_request (due_at, received_at desc);
create index info_request_department on info_request (department, due_at, received_at desc);
create index info_request_received on info_request (received_at);
create index info_request_ended on info_request (ended_at);

-- What happened; words that were said are sealed with the request's own key.
create table info_request_act (
  request_id uuid not null references info_request (id),
  number     integer not null check (number >= 1),
  kind       text not null,
  at         timestamptz not null,
  account    text,
  detail     jsonb not null,
  words      bytea,
  primary key (request_id, number)
);

-- Answers of general interest (政府信息公开条例第四十四条), as a person has looked through them.
create table info_request_publication (
  id            uuid primary key,
  request_id    uuid not null unique references info_request (id),
  title         text not null,
  question      text not null,
  answer        text not null,
  published_at  timestamptz not null,
  published_by  text not null references account (account)
);
create index info_request_publication_time on info_request_publication (published_at desc);

create function info_request_acts_only_grow() returns trigger language plpgsql as $$
begin
  raise exception 'what happened to a request for information stays: % is refused', tg_op using errcode = 'restrict_violation';
end $$;
create trigger info_request_acts_only_grow before update or delete on info_request_act
  for each row execute function info_request_acts_only_grow();
create trigger info_request_acts_stay_whole before truncate on info_request_act
  execute function info_request_acts_only_grow();
create trigger info_request_publication_stays before delete on info_request_publication
  for each row execute function info_request_acts_only_grow();

create function info_request_stays() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    if (new.id, new.number, new.code_hash, new.content, new.received_at, new.channel, new.department)
      is not distinct from (old.id, old.number, old.code_hash, old.content, old.received_at, old.channel, old.department) then
      return new;
    end if;
  end if;
  raise exception 'a request for information stays: % is refused', tg_op using errcode = 'restrict_violation';
end $$;
create trigger info_request_stays before update or delete on info_request for each row execute function info_request_stays();
create trigger info_request_stays_whole before truncate on info_request execute function info_request_stays();
