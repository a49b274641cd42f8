-- Accounts are looked up for each request and remembered in memory on every node; who changes one tells all of them.

alter table account add column kind text not null default 'staff'
  check (kind in ('staff', 'person', 'organisation'));
-- By the database's clock, which all nodes share: for whoever missed the notification.
alter table account add column changed_at timestamptz not null default clock_timestamp();
create index account_changed on account (changed_at);

create function account_changes() returns trigger language plpgsql as $$
begin
  new.changed_at := clock_timestamp();
  perform pg_notify('account_changed', new.account);
  return new;
end $$;
create trigger account_changes before insert or update on account
  for each row execute function account_changes();
