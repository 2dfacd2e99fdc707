package dev.appintegrations.console.access;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import dev.appintegrations.console.PageTest;
import dev.appintegrations.console.activity.ActivityEntry;
import dev.appintegrations.console.activity.ActivityHistory;
import dev.appintegrations.console.activity.ActivityQuery;
import dev.appintegrations.console.activity.Outcome;
import dev.appintegrations.console.api.AwsProblem;
import dev.appintegrations.console.api.Problem;
import dev.appintegrations.console.api.ProblemException;
import dev.appintegrations.console.api.ProblemType;
import dev.appintegrations.console.kernel.Operation;
import dev.appintegrations.console.kernel.Permission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

@PageTest
class OperationsTests {

	private final String target = "target " + UUID.randomUUID();

	@Autowired
	private Operations operations;

	@Autowired
	private ActivityHistory history;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void writesTheIntentBeforeTheActAndTheOutcomeAfterIt() {
		String answer = this.operations.run(by("operator", Permission.EDIT_ROLE), (notes) -> {
			assertThat(entry().outcome()).isEqualTo(Outcome.UNKNOWN);
			notes.before("old");
			notes.after("new");
			notes.awsRequestId("aws-1");
			return "answer";
		});
		assertThat(answer).isEqualTo("answer");
		assertThat(entry().outcome()).isEqualTo(Outcome.DONE);
		assertThat(entry().before()).isEqualTo("old");
		assertThat(entry().after()).isEqualTo("new");
		assertThat(entry().awsRequestIds()).containsExactly("aws-1");
	}

	@ParameterizedTest
	@CsvSource({ "viewer, EDIT_ROLE", "operator, MANAGE_USERS", "nobody, SCAN" })
	void refusesAsTheDatabaseSaysWhateverTheSessionSays(String actor, Permission permission) {
		assertThatExceptionOfType(AccessDeniedException.class)
			.isThrownBy(() -> this.operations.run(by(actor, permission), () -> {
				throw new AssertionError("must not run");
			}));
		assertThat(entry().outcome()).isEqualTo(Outcome.REFUSED);
	}

	@ParameterizedTest
	@CsvSource({ "AWS_REFUSED, FAILED", "AWS_TIMED_OUT, UNKNOWN", "AWS_UNREACHABLE, UNKNOWN", "CONFLICT, FAILED" })
	void tellsWhatFailedFromWhatNobodyKnows(ProblemType type, Outcome outcome) {
		Problem problem = new Problem(type, "AWS said no", List.of(),
				new AwsProblem("iam", "UpdateRole", "ServiceFailure", "aws-9", null), new HttpHeaders());
		assertThatExceptionOfType(ProblemException.class)
			.isThrownBy(() -> this.operations.run(by("operator", Permission.EDIT_ROLE), (notes) -> {
				notes.before("old");
				throw new ProblemException(problem);
			}));
		assertThat(entry().outcome()).isEqualTo(outcome);
		assertThat(entry().detail()).isEqualTo("AWS said no (UpdateRole: ServiceFailure)");
		assertThat(entry().awsRequestIds()).containsExactly("aws-9");
		assertThat(entry().before()).isEqualTo("old");
	}

	@Test
	void keepsTheWordsOfDefectsOut() {
		assertThatIllegalStateException()
			.isThrownBy(() -> this.operations.run(by("operator", Permission.EDIT_ROLE), () -> {
				throw new IllegalStateException("with a secret");
			}));
		assertThat(entry().outcome()).isEqualTo(Outcome.FAILED);
		assertThat(entry().detail()).doesNotContain("secret");
	}

	@Test
	void takesTheChangeBackThatCanNotBeWrittenDown() {
		assertThatExceptionOfType(ProblemException.class)
			.isThrownBy(() -> this.operations.change(by("admin", Permission.MANAGE_USERS), (notes) -> {
				notes.after("changed");
				pin();
				throw new ProblemException(ProblemType.CONFLICT, "Not now.");
			}));
		assertThat(pins()).isZero();
		assertThat(entry().outcome()).isEqualTo(Outcome.FAILED);
		assertThat(entry().after()).isNull();
	}

	@Test
	void writesAChangeAndItsOutcomeInOneTransaction() {
		this.operations.change(by("admin", Permission.MANAGE_USERS), (notes) -> {
			pin();
			return true;
		});
		assertThat(pins()).isEqualTo(1);
		assertThat(entry().outcome()).isEqualTo(Outcome.DONE);
		assertThatIllegalStateException()
			.isThrownBy(() -> this.operations.change(by("admin", Permission.MANAGE_USERS), (notes) -> {
				pin("more " + this.target);
				this.jdbc.sql(
						"insert into activity_outcome (activity_id, at, outcome, aws_request_ids) select id, at, 'DONE', '[]' from activity where target = ? and id not in (select activity_id from activity_outcome)")
					.param(this.target)
					.update();
				return true;
			}));
		assertThat(pins()).isEqualTo(1);
	}

	private Operation by(String actor, Permission permission) {
		return new Operation(actor, permission, null, this.target, Map.of());
	}

	private ActivityEntry entry() {
		return this.history.find(new ActivityQuery(null, null, this.target, null, null, null, null), 0, 1).getFirst();
	}

	private void pin() {
		pin(this.target);
	}

	/** A row of a table that has nothing to do with it. */
	private void pin(String alias) {
		this.jdbc.sql("insert into aws_account_pin (alias, account_id) values (?, '111122223333')")
			.param(alias)
			.update();
	}

	private int pins() {
		return this.jdbc.sql("select count(*) from aws_account_pin where alias like ?")
			.param("%" + this.target)
			.query(Integer.class)
			.single();
	}

}
