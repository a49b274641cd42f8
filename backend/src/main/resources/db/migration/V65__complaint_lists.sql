-- The desk's list is read in the order of what is due, closed ones (nothing is due) behind, and never sorted whole.
drop index complaint_due;
create index complaint_due on complaint (due_at, received_at desc);
create index complaint_direct_line on complaint (due_at, received_at desc) where channel = 'directLine';
