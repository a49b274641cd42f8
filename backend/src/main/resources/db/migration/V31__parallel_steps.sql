-- A case may be in several steps at once, so what its tasks are listed by is a set of posts.
alter table case_file add column step_posts text[] not null default '{}';
update case_file set step_posts = array[step_post] where step_post is not null;
alter table case_file drop column step_post;

-- What the law itself does when a term has run out is nobody's (行政许可法第三十二条第一款第四项).
alter table case_event drop constraint case_event_is_somebodys;
alter table case_event add constraint case_event_is_somebodys
  check (actor is not null or kind in ('submitted', 'supplemented', 'withdrawn', 'deemedAccepted'));

-- Both ways of moving a clock by hand take two persons: stopping it and giving it more days.
alter table case_event add constraint case_event_extension_is_confirmed
  check (kind <> 'extended' or confirmed_by is not null);

-- Cases whose term of acceptance may have run out, for the watch that deems them accepted.
create index case_file_unanswered on case_file (due_at) where state = 'submitted';
