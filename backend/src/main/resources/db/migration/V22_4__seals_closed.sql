-- Everything is sealed: what held it in plain goes.
alter table client drop column contact_name, drop column contact, alter column contact_sealed set not null;
alter table confirmation_request drop column reason, drop column note;

create or replace function confirmation_request_only_grows() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' and new.state <> 'open' then
    raise exception 'a request for confirmation begins open' using errcode = 'restrict_violation';
  end if;
  if tg_op = 'INSERT' then
    return new;
  end if;
  if tg_op = 'UPDATE' and old.state = 'open' and new.state <> 'open'
    and (old.id, old.kind, old.subject, old.department_code, old.region_code, old.requested_by, old.reason_sealed,
      old.payload, old.requested_at, old.expires_at)
    is not distinct from (new.id, new.kind, new.subject, new.department_code, new.region_code, new.requested_by,
      new.reason_sealed, new.payload, new.requested_at, new.expires_at) then
    return new;
  end if;
  raise exception 'requests for confirmation are only added and decided once: % is refused', tg_op
    using errcode = 'restrict_violation';
end $$;
alter table confirmation_request enable trigger confirmation_request_only_grows;
