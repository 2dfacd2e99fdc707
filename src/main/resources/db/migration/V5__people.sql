alter table console_user add column created_at timestamp(6) with time zone;
alter table console_user add column last_signed_in_at timestamp(6) with time zone;
-- Counts how often the user's sessions were ended: those begun before are void.
alter table console_user add column sessions_ended integer default 0 not null;

create table api_token (
	id varchar(36) primary key,
	user_id varchar(36) not null references console_user (id),
	name varchar(100) not null,
	-- SHA-256 of the token, in hexadecimal digits.
	hash varchar(64) not null unique,
	permissions varchar(1000) not null,
	created_at timestamp(6) with time zone not null,
	expires_at timestamp(6) with time zone not null,
	last_used_at timestamp(6) with time zone,
	unique (user_id, name)
);
