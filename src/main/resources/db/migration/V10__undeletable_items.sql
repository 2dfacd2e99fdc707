-- Counted by each overview, among items of which there may be tens of thousands.
create index scan_item_undeletable on scan_item (scan_id, undeletable);
