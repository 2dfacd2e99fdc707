package dev.appintegrations.console.access;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import dev.appintegrations.console.PageTest;
import dev.appintegrations.console.activity.ActivityEntry;
import dev.appintegrations.console.activity.ActivityHistory;
import dev.appintegrations.console.activity.ActivityQuery;
import dev.appintegrations.console.activity.Outcome;
import dev.appintegrations.console.api.FieldProblem;
import dev.appintegrations.console.api.ProblemException;
import dev.appintegrations.console.api.ProblemType;
import dev.appintegrations.console.kernel.Permission;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

@PageTest
class UsersTests {

	private static final CurrentUser ADMIN = new CurrentUser("any", "admin", Role.ADMIN);

	private static final String PASSWORD = "a good password";

	private final String name = "user-" + UUID.randomUUID();

	@Autowired
	private Users users;

	@Autowired
	private ApiTokens tokens;

	@Autowired
	private UserStore store;

	@Autowired
	private ActivityHistory history;

	@AfterEach
	void leaveTheDemosAdminAlone() {
		this.store.enable("admin", true);
		this.store.assign("admin", Role.ADMIN);
		if (this.store.exists(this.name)) {
			this.store.enable(this.name, false);
		}
	}

	@Test
	void createsAUserAndWritesItDownWithoutThePassword() {
		UserAccount user = this.users.create(ADMIN, this.name, Role.VIEWER, PASSWORD);
		assertThat(this.users.find(this.name)).hasValue(user);
		assertThat(user.enabled()).isTrue();
		assertThat(user.role()).isEqualTo(Role.VIEWER);
		assertThat(user.createdAt()).isNotNull();
		assertThat(entry().operation()).isEqualTo("CREATE_USER");
		assertThat(entry().after()).contains(this.name, "VIEWER");
		assertThat(entry().toString()).doesNotContain(PASSWORD, "$2a$");
	}

	@Test
	void refusesANameThatIsTaken() {
		this.users.create(ADMIN, this.name, Role.VIEWER, PASSWORD);
		assertThat(refusal(() -> this.users.create(ADMIN, this.name, Role.ADMIN, PASSWORD)).problem().type())
			.isEqualTo(ProblemType.NAME_TAKEN);
		assertThat(this.users.find(this.name))
			.hasValueSatisfying((user) -> assertThat(user.role()).isEqualTo(Role.VIEWER));
		assertThat(entry().outcome()).isEqualTo(Outcome.FAILED);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "..", ".hidden", "Upper", "with space", "a/b", "a:b", "ümlaut", "a\u0000",
			"(unknown)" })
	void refusesNamesThatAreNoNames(String name) {
		assertThat(fields(() -> this.users.create(ADMIN, name, Role.VIEWER, PASSWORD))).containsExactly("$.name");
	}

	@Test
	void saysEverythingThatIsWrongAtOnce() {
		assertThat(fields(() -> this.users.create(ADMIN, "x".repeat(101), null, "short"))).containsExactly("$.name",
				"$.role", "$.password");
	}

	@Test
	void writesDownHowAUserWasBeforeAndIsAfter() {
		this.users.create(ADMIN, this.name, Role.VIEWER, PASSWORD);
		this.users.change(ADMIN, this.name, UserChange.role(Role.OPERATOR));
		assertThat(entry().operation()).isEqualTo("CHANGE_USER_ROLE");
		assertThat(entry().before()).contains("VIEWER");
		assertThat(entry().after()).contains("OPERATOR");
		assertThat(entry().parameters()).isEqualTo(Map.of("role", "OPERATOR"));
	}

	@Test
	void changesAllOrNothing() {
		this.users.create(ADMIN, this.name, Role.VIEWER, PASSWORD);
		assertThat(fields(
				() -> this.users.change(ADMIN, this.name, new UserChange(Role.ADMIN, false, this.name, true, true))))
			.containsExactly("$.password");
		assertThat(this.users.find(this.name)).hasValueSatisfying((user) -> {
			assertThat(user.role()).isEqualTo(Role.VIEWER);
			assertThat(user.enabled()).isTrue();
		});
		assertThat(fields(() -> this.users.change(ADMIN, this.name, UserChange.NONE))).containsExactly("$");
	}

	@ParameterizedTest
	@EnumSource(names = "ADMIN", mode = EnumSource.Mode.EXCLUDE)
	void obeysOnlyWhoIsAnAdminNow(Role role) {
		this.users.create(ADMIN, this.name, role, PASSWORD);
		CurrentUser once = new CurrentUser("any", this.name, Role.ADMIN);
		assertThatExceptionOfType(AccessDeniedException.class)
			.isThrownBy(() -> this.users.change(once, this.name, UserChange.role(Role.ADMIN)));
	}

	@Test
	void keepsTheLastAdmin() {
		assertThat(refusal(() -> this.users.change(ADMIN, "admin", UserChange.enabled(false))).problem().type())
			.isEqualTo(ProblemType.LAST_ADMIN);
		assertThat(refusal(() -> this.users.change(ADMIN, "admin", UserChange.role(Role.OPERATOR))).problem().type())
			.isEqualTo(ProblemType.LAST_ADMIN);
		assertThat(this.users.find("admin")).hasValueSatisfying((user) -> {
			assertThat(user.enabled()).isTrue();
			assertThat(user.role()).isEqualTo(Role.ADMIN);
		});
		this.users.create(ADMIN, this.name, Role.ADMIN, PASSWORD);
		this.users.change(ADMIN, this.name, UserChange.enabled(false));
		assertThat(refusal(() -> this.users.change(ADMIN, "admin", UserChange.enabled(false))).problem().type())
			.isEqualTo(ProblemType.LAST_ADMIN);
		this.users.change(ADMIN, this.name, UserChange.enabled(true));
		assertThat(this.users.change(ADMIN, "admin", UserChange.enabled(false)).enabled()).isFalse();
	}

	@RepeatedTest(5)
	void keepsOneOfTwoAdminsWhoGoAtTheSameTime() throws Exception {
		this.users.create(ADMIN, this.name, Role.ADMIN, PASSWORD);
		CyclicBarrier together = new CyclicBarrier(2);
		try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
			List<Future<Boolean>> gone = threads.invokeAll(List.of(leave("admin", UserChange.enabled(false), together),
					leave(this.name, UserChange.role(Role.VIEWER), together)), 30, TimeUnit.SECONDS);
			assertThat(List.of(gone.get(0).get(), gone.get(1).get())).containsExactlyInAnyOrder(true, false);
		}
		assertThat(this.store.countAdmins()).isEqualTo(1);
	}

	private Callable<Boolean> leave(String name, UserChange change, CyclicBarrier together) {
		return () -> {
			CurrentUser self = new CurrentUser("any", name, Role.ADMIN);
			together.await(10, TimeUnit.SECONDS);
			try {
				this.users.change(self, name, change);
				return true;
			}
			catch (ProblemException ex) {
				assertThat(ex.problem().type()).isEqualTo(ProblemType.LAST_ADMIN);
				return false;
			}
		};
	}

	@Test
	void changesOnesOwnPasswordOnlyWithThePresentOne() {
		this.users.create(ADMIN, this.name, Role.VIEWER, PASSWORD);
		CurrentUser user = user();
		assertThat(fields(() -> this.users.changeOwnPassword(user, "wrong password", "another password", "192.0.2.1")))
			.containsExactly("$.current");
		assertThat(entry().outcome()).isEqualTo(Outcome.FAILED);
		assertThat(fields(() -> this.users.changeOwnPassword(user, PASSWORD, PASSWORD, "192.0.2.1")))
			.containsExactly("$.password");
		CurrentUser after = this.users.changeOwnPassword(user, PASSWORD, "another password", "192.0.2.1");
		assertThat(after.sessionsEnded()).isEqualTo(user.sessionsEnded() + 1);
		assertThat(entry().operation()).isEqualTo("CHANGE_PASSWORD");
		assertThat(entry().outcome()).isEqualTo(Outcome.DONE);
		assertThat(fields(() -> this.users.changeOwnPassword(user, PASSWORD, "yet another one", "192.0.2.1")))
			.containsExactly("$.current");
	}

	@Test
	void limitsAttemptsAtThePresentPassword() {
		this.users.create(ADMIN, this.name, Role.VIEWER, PASSWORD);
		CurrentUser user = user();
		for (int i = 0; i < SignInAttempts.PER_NAME_AND_ADDRESS; i++) {
			fields(() -> this.users.changeOwnPassword(user, "wrong password", "another password", "192.0.2.2"));
		}
		assertThat(
				refusal(() -> this.users.changeOwnPassword(user, PASSWORD, "another password", "192.0.2.2")).problem()
					.type())
			.isEqualTo(ProblemType.TOO_MANY_ATTEMPTS);
	}

	@Test
	void revokesTheTokensOfAUser() {
		this.users.create(ADMIN, this.name, Role.VIEWER, PASSWORD);
		CurrentUser user = user();
		this.tokens.issue(user, "robot", Set.of(Permission.READ), this.tokens.latestEnd());
		this.users.change(ADMIN, this.name, new UserChange(null, null, null, false, true));
		assertThat(this.tokens.of(user)).isEmpty();
		assertThat(entry().operation()).isEqualTo("REVOKE_USER_TOKENS");
	}

	private CurrentUser user() {
		return this.store.byName(this.name).orElseThrow().toCurrentUser();
	}

	private ActivityEntry entry() {
		return this.history.find(new ActivityQuery(null, null, this.name, null, null, null, null), 0, 1).getFirst();
	}

	private static ProblemException refusal(Runnable act) {
		return Objects.requireNonNull(catchThrowableOfType(ProblemException.class, act::run));
	}

	private static List<String> fields(Runnable act) {
		return refusal(act).problem().errors().stream().map(FieldProblem::field).toList();
	}

}
