-- A plan is kept as what the operator saw; a confirmation uses it up.
create table deletion_plan (
	id varchar(36) primary key,
	account_alias varchar(63) not null,
	account_id varchar(12) not null,
	created_by varchar(100) not null,
	created_at timestamp(6) with time zone not null,
	expires_at timestamp(6) with time zone not null,
	fingerprint varchar(64) not null,
	document text not null,
	used_at timestamp(6) with time zone
);

create table deletion (
	id varchar(36) primary key,
	plan_id varchar(36) not null unique references deletion_plan (id),
	account_alias varchar(63) not null,
	account_id varchar(12) not null,
	title varchar(400) not null,
	state varchar(20) not null,
	confirmed_by varchar(100) not null,
	confirmed_at timestamp(6) with time zone not null,
	finished_at timestamp(6) with time zone,
	paused_because varchar(4000),
	cancelled_by varchar(100),
	cancelled_at timestamp(6) with time zone,
	last_event integer not null
);

create index deletion_by_account on deletion (account_alias, confirmed_at);

create table deletion_step (
	deletion_id varchar(36) not null references deletion (id) on delete cascade,
	number integer not null,
	state varchar(20) not null,
	-- How far its call has come: UNTOUCHED, ASKED (the answer is not known), ACCEPTED.
	phase varchar(20) not null,
	attempts integer not null,
	repeats integer not null,
	waits integer not null,
	started_at timestamp(6) with time zone,
	finished_at timestamp(6) with time zone,
	asked_at timestamp(6) with time zone,
	waiting_since timestamp(6) with time zone,
	next_try_at timestamp(6) with time zone,
	detail varchar(4000),
	answer_code varchar(200),
	answer_message varchar(4000),
	answer_request_id varchar(200),
	task_id varchar(1000),
	usages text not null,
	audit_entry varchar(36),
	changed_event integer not null,
	-- Fences off a runner that another one has taken over from.
	version integer not null,
	primary key (deletion_id, number)
);

-- No two running deletions touch the same thing: claims are dropped at the end.
create table deletion_claim (
	account_id varchar(12) not null,
	resource_key varchar(2400) not null,
	deletion_id varchar(36) not null references deletion (id) on delete cascade,
	primary key (account_id, resource_key)
);

-- The table that db-scheduler 16 works with.
create table scheduled_tasks (
	task_name varchar(100) not null,
	task_instance varchar(100) not null,
	task_data bytea,
	execution_time timestamp(6) with time zone not null,
	picked boolean not null,
	picked_by varchar(50),
	last_success timestamp(6) with time zone,
	last_failure timestamp(6) with time zone,
	consecutive_failures integer,
	last_heartbeat timestamp(6) with time zone,
	version bigint not null,
	priority smallint,
	primary key (task_name, task_instance)
);

create index scheduled_tasks_by_time on scheduled_tasks (execution_time);
create index scheduled_tasks_by_heartbeat on scheduled_tasks (last_heartbeat);
