-- What of the demonstration city has been told already. Empty wherever Sunlit is not a demonstration.
create table demo_chapter (
  name    text primary key,
  told_at timestamptz not null
);
