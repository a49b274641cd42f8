-- The city's library of sub-processes (子流程库): what a flow may take by name and version. A flow keeps a copy of what it took.

create table sub_process_version (
  code           text not null check (code ~ '^[a-z][a-z0-9-]{1,59}$'),
  version        integer not null check (version >= 1),
  effective_from date not null,
  definition     jsonb not null,
  published_at   timestamptz not null,
  published_by   text not null,
  primary key (code, version),
  unique (code, effective_from)
);

create trigger sub_process_version_is_immutable before update or delete on sub_process_version
  for each row execute function refuse_change();
