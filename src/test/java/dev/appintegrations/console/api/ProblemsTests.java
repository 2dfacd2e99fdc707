package dev.appintegrations.console.api;

import java.sql.SQLTransientConnectionException;
import java.util.List;

import dev.appintegrations.console.kernel.DatabasePatience;
import dev.appintegrations.console.kernel.Scope;
import org.junit.jupiter.api.Test;

import org.springframework.dao.DataAccessResourceFailureException;

import static org.assertj.core.api.Assertions.assertThat;

class ProblemsTests {

	private final Problems problems = new Problems(List.of());

	@Test
	void haveARequestThatTheDatabaseHasFailedAskItForNothingMore() {
		Exception away = new DataAccessResourceFailureException("silent",
				new SQLTransientConnectionException("timed out"));
		try (Scope _ = DatabasePatience.serve()) {
			assertThat(this.problems.identify(away).type()).isEqualTo(ProblemType.DATABASE_UNAVAILABLE);
			assertThat(DatabasePatience.isOver()).as("Who identifies it goes on").isFalse();
			assertThat(this.problems.explain(away).type()).isEqualTo(ProblemType.DATABASE_UNAVAILABLE);
			assertThat(DatabasePatience.isOver()).isTrue();
		}
		assertThat(DatabasePatience.isOver()).isFalse();
	}

	@Test
	void letARequestThatFailedOtherwiseStillAskTheDatabase() {
		try (Scope _ = DatabasePatience.serve()) {
			this.problems.explain(new ProblemException(ProblemType.NOT_FOUND, "There is none."));
			assertThat(DatabasePatience.isOver()).isFalse();
		}
	}

}
