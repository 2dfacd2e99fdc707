create table activity (
	id varchar(36) primary key,
	at timestamp(6) with time zone not null,
	actor varchar(100) not null,
	permission varchar(40) not null,
	account_alias varchar(63),
	target varchar(2048) not null,
	parameters text not null,
	-- Null until the act is over: an entry without it reads "outcome unknown".
	outcome varchar(20),
	detail varchar(2000),
	completed_at timestamp(6) with time zone
);

create index activity_by_time on activity (at);
