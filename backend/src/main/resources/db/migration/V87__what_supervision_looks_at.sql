-- Supervision looks at more than cases: complaints, windows, and a month's ratings of a department. ADR 128.

alter table supervision_case rename column case_number to number;

alter table supervision_finding rename column case_number to subject;
alter table supervision_finding
  add column subject_kind text not null default 'case'
    check (subject_kind in ('case', 'complaint', 'ratings', 'window')),
  -- Accounts that mustn't learn of it: those a complaint is about.
  add column hidden_from text[] not null default '{}';
alter table supervision_card rename column case_number to subject;
alter table supervision_card alter column item_code drop not null;
alter table supervision_card
  add column subject_kind text not null default 'case',
  add column hidden_from text[] not null default '{}';
alter table supervision_news rename column case_number to subject;
alter table supervision_news
  add column subject_kind text not null default 'case',
  add column hidden_from text[] not null default '{}';
update supervision_card_task set finding = finding - 'caseNumber' || jsonb_build_object('subject',
  jsonb_build_object('kind', 'case', 'number', finding ->> 'caseNumber', 'hiddenFrom', '[]'::jsonb));

-- The journal is told of each document and each use of a seal by the database itself, when the transaction that
-- wrote it commits: whoever writes one without the other can't leave it out.
create function tell_of_document(document official_document, told text, told_as uuid, account text, post text,
  at timestamptz) returns void language sql as $$
  with event as (
    insert into journal_event (id, subject_kind, subject_id, kind, actor_account, actor_post, occurred_at,
      private_payload)
    values (told_as, 'case', document.case_number, told, account, post, at, jsonb_build_object('paper',
      jsonb_build_object('number', document.number, 'title', document.title, 'titleEn', document.title_en,
        -- The act of the case that gave it.
        'act', (select e.kind from case_event e
          where e.case_number = document.case_number and e.number = document.event_number),
        'sealed', exists (select from seal_use u where u.document_id = document.id))))
    on conflict (id) do nothing
    returning id, sequence
  )
  insert into journal_waiting (sequence, event_id) select sequence, id from event
$$;

create function document_told() returns trigger language plpgsql as $$
declare
  used seal_use;
begin
  select * into used from seal_use where document_id = new.id;
  perform tell_of_document(new, 'document.issued', new.id, used.account, used.post, new.issued_at);
  return null;
end $$;
create constraint trigger official_document_told after insert on official_document
  deferrable initially deferred for each row execute function document_told();

-- A seal set with its document is told with it; one that was set later is told by itself.
create function seal_told() returns trigger language plpgsql as $$
declare
  document official_document;
begin
  select * into document from official_document where id = new.document_id;
  if document.issued_at is distinct from new.at then
    perform tell_of_document(document, 'document.sealed', md5('document.sealed/' || new.id)::uuid, new.account,
      new.post, new.at);
  end if;
  return null;
end $$;
create constraint trigger seal_use_told after insert on seal_use
  deferrable initially deferred for each row execute function seal_told();

-- What there was before.
select count(tell_of_document(d, 'document.issued', d.id, u.account, u.post, d.issued_at) is null)
from (select * from official_document order by issued_at, id) d left join seal_use u on u.document_id = d.id;

-- Complaints that wait to be screened or answered, as they stand.
with waiting as (
  select c.*, d.code, d.region_code, (select max(a.at) from complaint_act a where a.complaint_id = c.id) as last_at
  from complaint c left join department d on d.code = c.lead_department
  where c.state in ('received', 'screened', 'grouped', 'assigned', 'inHand') and c.due_at is not null
), event as (
  insert into journal_event (id, subject_kind, subject_id, kind, occurred_at, private_payload)
  select md5('complaint.recounted/' || w.id)::uuid, 'complaint', w.number, 'complaint.recounted', w.last_at,
    jsonb_build_object('state', w.state, 'departmentCode', w.code, 'regionCode', w.region_code,
      'clock', case when w.state = 'received' then 'screening' else 'reply' end, 'dueAt', w.due_at,
      'handler', w.handler, 'hiddenFrom', to_jsonb(w.concerned))
  from waiting w order by w.last_at
  returning id, sequence
)
insert into journal_waiting (sequence, event_id) select sequence, id from event;
