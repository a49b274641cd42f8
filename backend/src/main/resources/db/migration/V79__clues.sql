-- Clues of misconduct (问题线索, I5 to I7). The acts are the truth, the rest their fold for lists and figures. Nothing here is
-- public but clue_publication, which says nothing of where it comes from to whoever reads it. ADR 123.

create sequence clue_number;

create table clue (
  id           uuid primary key,
  number       text not null unique,
  -- What was brought, about whom and by whom, sealed with the clue's own key.
  content      bytea not null,
  -- Keyed hash of the complaint, card or the like it was handed over from: each once.
  source_hash  bytea unique,
  channel      text not null check (channel in ('letter', 'visit', 'web', 'phone', 'supervision', 'inspection')),
  source       text check (source in ('report', 'complaint', 'card', 'finding', 'inspection')),
  named        boolean not null,
  state        text not null check (state in ('pooled', 'dispatched', 'proposed', 'handling', 'shelved', 'reviewing',
    'reviewed', 'clearing', 'following', 'closed')),
  received_at  timestamptz not null,
  -- When the time of its next step is up; null when nothing is waited for.
  due_at       timestamptz,
  investigator text references account (account),
  reviewer     text references account (account),
  disposal     text check (disposal in ('inquiry', 'verification', 'shelved', 'dismissal')),
  outcome      text check (outcome in ('cleared', 'unproven', 'tolerated', 'sanctioned', 'handedOver')),
  sanctions    text[] not null default '{}',
  decided_by   text references account (account),
  decided_at   timestamptz,
  visit_on     date,
  visited_at   timestamptz,
  wish         text check (wish in ('letter', 'unit', 'public')),
  cleared_at   timestamptz,
  -- Keyed hashes of whom it is about with their department, and of those who handle it with theirs.
  concerned    text[] not null,
  handlers     text[] not null default '{}',
  -- Keyed hash of the account that has a letter.
  letter_to    bytea,
  version      integer not null check (version >= 1),
  constraint clue_reviewed_by_another check (reviewer <> investigator),
  constraint clue_decided_by_a_third check (decided_by <> investigator and decided_by <> reviewer),
  constraint clue_handled_by_nobody_concerned check (not (concerned && handlers)),
  check ((source is null) = (source_hash is null)),
  check ((investigator is null) = (reviewer is null)),
  check ((decided_at is null) = (outcome is null) and (decided_at is null) = (decided_by is null)),
  check (state not in ('reviewing', 'reviewed', 'following', 'clearing') or investigator is not null),
  check (outcome is distinct from 'sanctioned' or (visit_on is not null and cardinality(sanctions) > 0)),
  check (wish is null or outcome = 'cleared'),
  check (cleared_at is null or wish is not null)
);
create index clue_due on clue (due_at, received_at desc);
create index clue_investigator on clue (investigator);
create index clue_reviewer on clue (reviewer);
create index clue_received on clue (received_at);
create index clue_decided on clue (decided_at);
create index clue_letter on clue (letter_to) where letter_to is not null;

-- What happened; what was written is sealed with the clue's own key. No account where the person it is about did something.
create table clue_act (
  clue_id uuid not null references clue (id),
  number  integer not null check (number >= 1),
  kind    text not null,
  at      timestamptz not null,
  account text,
  detail  jsonb not null,
  words   bytea,
  primary key (clue_id, number)
);

-- Typical cases without names, and clearings whose person wanted them public, as a second person has looked through them.
create table clue_publication (
  id            uuid primary key,
  clue_id       uuid not null unique references clue (id),
  kind          text not null check (kind in ('typicalCase', 'clearing')),
  title         text not null,
  facts         text not null,
  result        text not null,
  decided_by    text not null references account (account),
  published_at  timestamptz not null,
  published_by  text not null references account (account),
  withdrawn_at  timestamptz,
  withdrawn_by  text references account (account),
  withdrawn_why text,
  constraint clue_published_by_another check (published_by <> decided_by),
  check ((withdrawn_at is null) = (withdrawn_by is null)),
  check ((withdrawn_at is null) = (withdrawn_why is null))
);
create index clue_publication_time on clue_publication (published_at desc, id desc) where withdrawn_at is null;

create function clue_acts_only_grow() returns trigger language plpgsql as $$
begin
  raise exception 'what happened to a clue stays: % is refused', tg_op using errcode = 'restrict_violation';
end $$;
create trigger clue_acts_only_grow before update or delete on clue_act
  for each row execute function clue_acts_only_grow();
create trigger clue_acts_stay_whole before truncate on clue_act execute function clue_acts_only_grow();
create trigger clue_publication_stays before delete on clue_publication
  for each row execute function clue_acts_only_grow();
create trigger clue_publication_stays_whole before truncate on clue_publication execute function clue_acts_only_grow();

create function clue_stays() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    if (new.id, new.number, new.content, new.source_hash, new.channel, new.source, new.named, new.received_at, new.concerned)
      is not distinct from
      (old.id, old.number, old.content, old.source_hash, old.channel, old.source, old.named, old.received_at, old.concerned) then
      return new;
    end if;
  end if;
  raise exception 'a clue stays: % is refused', tg_op using errcode = 'restrict_violation';
end $$;
create trigger clue_stays before update or delete on clue for each row execute function clue_stays();
create trigger clue_stays_whole before truncate on clue execute function clue_stays();

-- Every reading of a clue is in the trail of who looked at what.
alter table access_trail drop constraint access_trail_action_check;
alter table access_trail add constraint access_trail_action_check check (action in ('caseOpened', 'materialOpened',
  'plainValuesSeen', 'unmaskingAsked', 'unmaskingDecided', 'personSearched', 'exported', 'deletionAsked',
  'deletionDecided', 'trailRead', 'reuseOffered', 'reused', 'clueOpened', 'cluesListed')) not valid;
alter table access_trail validate constraint access_trail_action_check;
