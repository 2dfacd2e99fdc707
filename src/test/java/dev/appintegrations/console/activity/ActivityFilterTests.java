package dev.appintegrations.console.activity;

import java.time.Instant;

import dev.appintegrations.console.api.FieldProblem;
import dev.appintegrations.console.api.ProblemException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ActivityFilterTests {

	@ParameterizedTest
	@CsvSource({ "2026-11-23T14:00:05Z, 2026-11-23T14:00:05Z", "2026-11-23T14:00+02:00, 2026-11-23T12:00:00Z",
			"2026-11-23T14:00, 2026-11-23T14:00:00Z", "2026-11-23T14:00:01.250, 2026-11-23T14:00:01.250Z",
			"2026-11-23, 2026-11-23T00:00:00Z", "' 2026-11-23 ', 2026-11-23T00:00:00Z" })
	void takesTimesAsProgramsAndBrowsersSendThem(String text, Instant time) {
		assertThat(from(text).toQuery(null).from()).isEqualTo(time);
	}

	@ParameterizedTest
	@ValueSource(strings = { "yesterday", "2026-13-01", "14:00", "2026-11-23T25:00", "0" })
	void refusesWhatIsNoTime(String text) {
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> from(text).toQuery(null))
			.satisfies(
					(ex) -> assertThat(ex.problem().errors()).extracting(FieldProblem::field).containsExactly("from"));
	}

	@Test
	void namesEveryParameterThatIsWrong() {
		assertThatExceptionOfType(ProblemException.class)
			.isThrownBy(() -> new ActivityFilter("x".repeat(201), null, null, "GOOD", null, "never").toQuery(null))
			.satisfies((ex) -> assertThat(ex.problem().errors()).extracting(FieldProblem::field)
				.containsExactly("actor", "outcome", "to"));
	}

	@Test
	void takesBlanksForNothingAskedFor() {
		ActivityFilter blank = new ActivityFilter("", " ", "", "", null, "");
		assertThat(blank.filters()).isFalse();
		assertThat(blank.toQuery(null)).isEqualTo(new ActivityQuery(null, null, null, null, null, null, null));
		assertThat(from("2026-11-23").filters()).isTrue();
	}

	private static ActivityFilter from(@Nullable String time) {
		return new ActivityFilter(null, null, null, null, time, null);
	}

}
