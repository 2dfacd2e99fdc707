package dev.appintegrations.console.access;

import java.time.Instant;

import dev.appintegrations.console.jobs.Retention;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Removes sessions that have expired; nobody could use them any more.
 */
@Component
class SessionRetention implements Retention {

	private final JdbcClient jdbc;

	SessionRetention(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public String trim(Instant now) {
		return this.jdbc.sql("delete from spring_session where expiry_time < ?").param(now.toEpochMilli()).update()
				+ " sessions removed";
	}

}
