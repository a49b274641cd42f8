-- Money in a case 收费: what may be charged, bills, payments, refunds. Amounts are whole fen 分. ADR 0090.

-- Fee standards by the day they begin. Nothing is overwritten: a case is charged by the version in force on the day
-- it was accepted.
create table fee_standard (
  code           text not null check (code ~ '^[a-z][a-z0-9-]{1,59}$'),
  version        integer not null check (version >= 1),
  effective_from date not null,
  definition     jsonb not null,
  published_at   timestamptz not null,
  published_by   text not null,
  primary key (code, version),
  unique (code, effective_from)
);
create function fee_standard_only_grows() returns trigger language plpgsql as $$
begin
  raise exception 'fee standards are only added: % is refused', tg_op using errcode = 'restrict_violation';
end $$;
create trigger fee_standard_only_grows before update or delete on fee_standard
  for each row execute function fee_standard_only_grows();

create sequence bill_running_number as bigint start with 1 no cycle;

-- One bill for a case, or for all cases of a joint application (一次收费).
create table bill (
  bill_number  text primary key check (bill_number ~ '^B[0-9]{8}-[0-9]{6,10}-[0-9]$'),
  -- The number of the case or joint application.
  subject      text not null unique,
  joint        boolean not null,
  applicant_masked text,
  state        text not null check (state in ('open', 'paid')),
  total_fen    bigint not null check (total_fen >= 0),
  assessed_at  timestamptz not null,
  paid_at      timestamptz,
  version      integer not null check (version >= 1),
  check ((state = 'paid') = (paid_at is not null))
);
create index bill_newest on bill (assessed_at desc, bill_number desc);

-- What it is made of, each with the version of the standard it follows from.
create table bill_line (
  bill_number     text not null references bill (bill_number),
  case_number     text not null references case_file (case_number),
  place           integer not null check (place >= 1),
  department_code text not null references department (code),
  region_code     text not null references region (code),
  item_code       text not null,
  item_name       text not null,
  item_name_en    text,
  fee_code        text not null,
  fee_version     integer not null,
  amount_fen      bigint not null check (amount_fen >= 0),
  fee             jsonb not null,
  assessed_by     text not null,
  assessed_at     timestamptz not null,
  primary key (case_number, place),
  unique (case_number, fee_code),
  foreign key (fee_code, fee_version) references fee_standard (code, version)
);
create index bill_line_bill on bill_line (bill_number);
create index bill_line_department on bill_line (department_code, bill_number);

-- Orders at the payment gateway. Several for a bill where some were declined or nobody paid in time.
create table payment_order (
  order_number text primary key,
  bill_number  text not null references bill (bill_number),
  gateway      text not null,
  amount_fen   bigint not null check (amount_fen > 0),
  pay_at       text not null,
  state        text not null check (state in ('open', 'paid', 'declined', 'closed')),
  created_at   timestamptz not null,
  expires_at   timestamptz not null,
  -- When the gateway is asked next, because no word of it has come; null when there is nothing to ask.
  ask_at       timestamptz
);
create index payment_order_bill on payment_order (bill_number);
create index payment_order_ask on payment_order (ask_at) where ask_at is not null;
create unique index payment_order_open_once on payment_order (bill_number) where state = 'open';

-- Money that came. Of a bill one payment counts, whatever comes and however often.
create table payment (
  id               uuid primary key,
  bill_number      text not null references bill (bill_number),
  way              text not null check (way in ('online', 'cash')),
  order_number     text unique references payment_order (order_number),
  reference        text,
  amount_fen       bigint not null check (amount_fen > 0),
  counted          boolean not null,
  paid_at          timestamptz not null,
  received_by      text,
  received_by_name text,
  check ((way = 'online') = (order_number is not null)),
  check ((way = 'cash') = (received_by is not null))
);
create unique index payment_counted_once on payment (bill_number) where counted;
create index payment_bill on payment (bill_number);
create index payment_day on payment (paid_at);

-- Every genuine word of a gateway, and what was made of it.
create table payment_notice (
  id           uuid primary key,
  order_number text not null references payment_order (order_number),
  paid         boolean not null,
  amount_fen   bigint not null,
  reference    text,
  asked        boolean not null,
  verdict      text not null check (verdict in ('counted', 'repeated', 'surplus', 'declined', 'wrongAmount')),
  at           timestamptz not null
);
create index payment_notice_order on payment_notice (order_number);

-- Money that goes back. Asked by the applicant or proposed by the staff, decided by a second person.
create table refund (
  id           uuid primary key,
  payment      uuid not null references payment (id),
  ground       text not null check (ground in ('withdrawn', 'overpaid', 'feeCancelled')),
  amount_fen   bigint not null check (amount_fen > 0),
  state        text not null check (state in ('asked', 'proposed', 'declined', 'approved', 'done')),
  by_applicant boolean not null,
  asked_at     timestamptz not null,
  proposed_by  text,
  approved_by  text,
  done_at      timestamptz,
  reference    text,
  -- When the gateway is asked to pay it back next; null when there is nothing to ask.
  send_at      timestamptz,
  confirmation uuid references confirmation_request (id),
  check (proposed_by is distinct from approved_by or approved_by is null),
  check ((state = 'done') = (done_at is not null))
);
create index refund_payment on refund (payment);
create unique index refund_goes_on_once on refund (payment) where state in ('asked', 'proposed', 'approved');
create index refund_send on refund (send_at) where send_at is not null;

-- The sandbox gateway: a gateway to try with, where no money moves. Its secret is made here, so that every node has
-- the same.
create table sandbox_gateway (
  only_row boolean primary key default true check (only_row),
  secret   bytea not null check (length(secret) >= 32)
);
insert into sandbox_gateway (secret)
values (decode(replace(gen_random_uuid()::text || gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex'));
create table sandbox_order (
  order_number text primary key,
  token        text not null unique,
  title        text not null,
  amount_fen   bigint not null,
  expires_at   timestamptz not null,
  state        text not null check (state in ('waiting', 'approved', 'declined')),
  reference    text,
  decided_at   timestamptz
);
create index sandbox_order_day on sandbox_order (decided_at);
create table sandbox_refund (
  id           uuid primary key,
  order_number text not null references sandbox_order (order_number),
  amount_fen   bigint not null,
  reference    text not null,
  at           timestamptz not null
);
