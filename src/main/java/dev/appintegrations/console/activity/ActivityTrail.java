package dev.appintegrations.console.activity;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.UUID;

import dev.appintegrations.console.kernel.Operation;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The audit trail. An entry is written before the act and completed after it; one that
 * was never completed reads as <em>outcome unknown</em>. Nothing is ever changed or
 * removed.
 */
@Component
public class ActivityTrail {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final int MOST_DETAIL = 2000;

	private final JdbcClient jdbc;

	private final Clock clock;

	ActivityTrail(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Writes down what is about to be done, in a transaction of its own.
	 * @param operation the act
	 * @return the entry's id
	 */
	@Transactional(propagation = Propagation.REQUIRES_NEW)
	public UUID intend(Operation operation) {
		UUID id = UUID.randomUUID();
		this.jdbc.sql(
				"insert into activity (id, at, actor, permission, account_alias, target, parameters) values (?, ?, ?, ?, ?, ?, ?)")
			.params(Arrays.asList(id.toString(), now(), operation.actor(), operation.permission().name(),
					(operation.account() != null) ? operation.account().value() : null, operation.target(),
					JSON.writeValueAsString(operation.parameters())))
			.update();
		return id;
	}

	/**
	 * Completes an entry, once.
	 * @param entry its id
	 * @param outcome what came of it
	 * @param detail more about it, or {@code null}
	 */
	public void complete(UUID entry, Outcome outcome, @Nullable String detail) {
		String text = (detail != null) ? detail.replace("\u0000", "\uFFFD") : null;
		this.jdbc.sql("update activity set outcome = ?, detail = ?, completed_at = ? where id = ? and outcome is null")
			.params(Arrays.asList(outcome.name(),
					(text != null && text.length() > MOST_DETAIL) ? text.substring(0, MOST_DETAIL) : text, now(),
					entry.toString()))
			.update();
	}

	private OffsetDateTime now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
	}

	/**
	 * What came of an act.
	 */
	public enum Outcome {

		/** It was done. */
		DONE,

		/** The person or program may not do it. */
		REFUSED,

		/** It was tried and did not work. */
		FAILED

	}

}
