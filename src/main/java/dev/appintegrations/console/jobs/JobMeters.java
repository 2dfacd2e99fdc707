package dev.appintegrations.console.jobs;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells for how long the job has been due that has waited longest; the same on every
 * replica.
 */
@Component
class JobMeters implements MeterBinder {

	private final JdbcClient jdbc;

	private final Clock clock;

	JobMeters(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		Gauge.builder("console.jobs.lag", this, JobMeters::lag)
			.baseUnit("seconds")
			.description("For how long the job has been due that has waited longest")
			.register(registry);
	}

	private double lag() {
		Instant now = this.clock.instant();
		try {
			return this.jdbc
				.sql("select min(execution_time) from scheduled_tasks where not picked and execution_time < ?")
				.param(now.atOffset(ZoneOffset.UTC))
				.query((row, number) -> row.getTimestamp(1))
				.optional()
				.map((due) -> Duration.between(due.toInstant(), now).toMillis() / 1000.0)
				.orElse(0.0);
		}
		catch (DataAccessException ex) {
			return Double.NaN;
		}
	}

}
