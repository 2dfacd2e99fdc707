create table aws_account_pin (
	alias varchar(63) primary key,
	account_id varchar(12) not null
);

create table scan (
	id varchar(36) primary key,
	account_alias varchar(63) not null,
	account_id varchar(12),
	state varchar(20) not null,
	started_by varchar(100) not null,
	started_at timestamp(6) with time zone not null,
	finished_at timestamp(6) with time zone,
	whole_account boolean not null,
	excluded text not null,
	owner varchar(36) not null,
	heartbeat_at timestamp(6) with time zone not null,
	last_event integer not null,
	-- One running scan for each account and set of regions: cleared at the end.
	running_key varchar(800) unique
);

create index scan_by_account on scan (account_alias, started_at);

create table scan_region (
	scan_id varchar(36) not null references scan (id) on delete cascade,
	position integer not null,
	region varchar(32) not null,
	settled_event integer,
	outcome varchar(30),
	data_integrations integer,
	event_integrations integer,
	applications integer,
	associations integer,
	calls integer not null,
	refused integer not null,
	took_ms bigint,
	proof text not null,
	failures text not null,
	primary key (scan_id, region)
);

create table scan_item (
	scan_id varchar(36) not null references scan (id) on delete cascade,
	region varchar(32) not null,
	number integer not null,
	kind varchar(30) not null,
	arn varchar(2048) not null,
	name varchar(255) not null,
	name_sort varchar(512) not null,
	source varchar(2048),
	event_bus varchar(255),
	application_type varchar(50),
	description varchar(4000),
	tags text,
	created_at timestamp(6) with time zone,
	last_modified_at timestamp(6) with time zone,
	association_count integer,
	undeletable boolean not null,
	associations text,
	search_text text not null,
	primary key (scan_id, region, number)
);
