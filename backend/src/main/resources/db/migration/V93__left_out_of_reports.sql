-- Whom a reporter has left out, because it is about them (I1, M8): by account, so that whoever becomes a recipient
-- once more with another key stays out. ADR 108.
create table report_left_out (
  report_id uuid not null references report (id) on delete cascade,
  account   text not null,
  primary key (report_id, account)
);
