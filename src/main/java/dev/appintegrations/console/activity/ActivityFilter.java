package dev.appintegrations.console.activity;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import dev.appintegrations.console.api.FieldProblem;
import dev.appintegrations.console.api.Problem;
import dev.appintegrations.console.api.ProblemException;
import dev.appintegrations.console.api.ProblemType;
import dev.appintegrations.console.kernel.AccountAlias;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Which entries a person or program asks for, as the address carries it. What is blank is
 * not asked for.
 *
 * @param actor user name
 * @param operation operation
 * @param target part of the target
 * @param outcome outcome
 * @param from not before this time
 * @param to before this time
 */
public record ActivityFilter(@Parameter(description = "Who: a user name.") @Nullable String actor,
		@Parameter(description = "What was done.",
				schema = @Schema(type = "string", example = "SIGN_IN")) @Nullable String operation,
		@Parameter(description = "Found in the target, whatever the case.") @Nullable String target,
		@Parameter(description = "What came of it.",
				schema = @Schema(implementation = Outcome.class)) @Nullable String outcome,
		@Parameter(description = "Not before this time; UTC if it names no offset.",
				schema = @Schema(type = "string", example = "2026-11-23T00:00:00Z")) @Nullable String from,
		@Parameter(description = "Before this time; UTC if it names no offset.",
				schema = @Schema(type = "string", example = "2026-11-24T00:00:00Z")) @Nullable String to) {

	private static final int MOST_TEXT = 200;

	/** A time with an offset, a time without, or a day. */
	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd['T'HH:mm[:ss[.SSS]][XXX]]");

	/**
	 * The query for it.
	 * @param account only what concerns this account or the whole console, or
	 * {@code null}
	 * @return a query
	 * @throws ProblemException naming every parameter that is wrong
	 */
	public ActivityQuery toQuery(@Nullable AccountAlias account) {
		List<FieldProblem> errors = new ArrayList<>();
		ActivityQuery query = new ActivityQuery(text("actor", this.actor, errors),
				text("operation", this.operation, errors), text("target", this.target, errors), outcome(errors),
				account, time("from", this.from, errors), time("to", this.to, errors));
		if (!errors.isEmpty()) {
			throw new ProblemException(Problem.of(ProblemType.INVALID_PARAMETER, errors));
		}
		return query;
	}

	/**
	 * Whether anything is asked for, so that an empty list does not mean an empty trail.
	 * @return true if a filter is set
	 */
	public boolean filters() {
		return !Arrays
			.asList(given(this.actor), given(this.operation), given(this.target), given(this.outcome), given(this.from),
					given(this.to))
			.stream()
			.allMatch(String::isEmpty);
	}

	private static @Nullable String text(String field, @Nullable String value, List<FieldProblem> errors) {
		String text = given(value);
		if (text.length() > MOST_TEXT) {
			errors.add(new FieldProblem(field, "must have at most " + MOST_TEXT + " characters"));
		}
		return text.isEmpty() ? null : text.replace('\u0000', '\uFFFD');
	}

	private @Nullable Outcome outcome(List<FieldProblem> errors) {
		String name = given(this.outcome);
		if (name.isEmpty()) {
			return null;
		}
		return Arrays.stream(Outcome.values()).filter((each) -> each.name().equals(name)).findFirst().orElseGet(() -> {
			errors.add(new FieldProblem("outcome", "must be one of "
					+ Arrays.stream(Outcome.values()).map(Outcome::name).collect(Collectors.joining(", "))));
			return null;
		});
	}

	private static @Nullable Instant time(String field, @Nullable String value, List<FieldProblem> errors) {
		String text = given(value);
		if (text.isEmpty()) {
			return null;
		}
		try {
			TemporalAccessor time = TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
			return switch (time) {
				case OffsetDateTime exact -> exact.toInstant();
				case LocalDateTime local -> local.toInstant(ZoneOffset.UTC);
				default -> LocalDate.from(time).atStartOfDay().toInstant(ZoneOffset.UTC);
			};
		}
		catch (DateTimeException ex) {
			errors.add(new FieldProblem(field, "must be a time such as 2026-11-23T14:00:00Z, or a day"));
			return null;
		}
	}

	private static String given(@Nullable String value) {
		return (value != null) ? value.strip() : "";
	}

}
