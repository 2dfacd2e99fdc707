-- Who holds the associations: found after a region's lists, by calls of its own.
alter table scan_item add column holding varchar(20);
alter table scan_region add column holder_state varchar(20);
alter table scan_region add column holder_calls integer;
alter table scan_region add column holder_refused integer;
alter table scan_region add column holder_took_ms bigint;
alter table scan_region add column holder_failures text;
