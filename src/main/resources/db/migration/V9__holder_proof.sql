-- All states of an item's associations, not only the worst.
alter table scan_item add column holdings varchar(100);
update scan_item set holdings = holding;
alter table scan_item drop column holding;
-- The lists that a search for holders read, and the order in which searches ended.
alter table scan_region add column holder_proof text;
alter table scan_region add column holder_event integer;
alter table scan add column last_holder_event integer default 0 not null;
