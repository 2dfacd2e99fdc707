package dev.appintegrations.console.access;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

import dev.appintegrations.console.PageTest;
import dev.appintegrations.console.access.ApiTokens.Issued;
import dev.appintegrations.console.api.FieldProblem;
import dev.appintegrations.console.api.ProblemException;
import dev.appintegrations.console.api.ProblemType;
import dev.appintegrations.console.kernel.Permission;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@PageTest
class ApiTokensTests {

	private static final Set<Permission> READ = Set.of(Permission.READ);

	@Autowired
	private ApiTokens tokens;

	@Autowired
	private Users users;

	@Autowired
	private UserStore store;

	@Autowired
	private JdbcClient jdbc;

	private CurrentUser user;

	@BeforeEach
	void createTheUser() {
		String name = "user-" + UUID.randomUUID();
		this.users.create(new CurrentUser("any", "admin", Role.ADMIN), name, Role.OPERATOR, "a good password");
		this.user = this.store.byName(name).orElseThrow().toCurrentUser();
	}

	@Test
	void keepsOnlyTheHashOfA256BitSecret() {
		Issued issued = issue("robot");
		assertThat(issued.secret()).matches("aic_[A-Za-z0-9_-]{43}");
		assertThat(issued.toString()).doesNotContain(issued.secret());
		assertThat(issue("other").secret()).isNotEqualTo(issued.secret());
		assertThat(this.jdbc.sql("select hash from api_token where id = ?")
			.param(issued.token().id().toString())
			.query(String.class)
			.single()).matches("[0-9a-f]{64}").isEqualTo(ApiTokens.hash(issued.secret()));
		assertThat(this.jdbc.sql("select parameters from activity where target = 'robot' and actor = ?")
			.param(this.user.name())
			.query(String.class)
			.single()).contains("READ").doesNotContain("aic_");
	}

	@Test
	void findsATokenByItsSecretAlone() {
		Issued issued = issue("robot");
		assertThat(this.tokens.find(issued.secret())).hasValueSatisfying((found) -> {
			assertThat(found.user().name()).isEqualTo(this.user.name());
			assertThat(found.user().tokenName()).isEqualTo("robot");
			assertThat(found.enabled()).isTrue();
		});
		assertThat(this.tokens.find(issued.secret().toUpperCase(Locale.ROOT))).isEmpty();
		assertThat(this.tokens.find(issued.token().id().toString())).isEmpty();
		assertThat(this.tokens.find("aic_\u0000")).isEmpty();
	}

	@Test
	void mayWhatBothTokenAndRoleMay() {
		Set<Permission> given = EnumSet.of(Permission.READ, Permission.EDIT_ROLE);
		Issued issued = this.tokens.issue(this.user, "robot", given, this.tokens.latestEnd());
		CurrentUser caller = this.tokens.find(issued.secret()).orElseThrow().user();
		assertThat(Permission.values()).filteredOn(caller::may).containsExactlyElementsOf(given);
		this.store.assign(this.user.name(), Role.VIEWER);
		CurrentUser less = this.tokens.find(issued.secret()).orElseThrow().user();
		assertThat(Permission.values()).filteredOn(less::may).containsExactly(Permission.READ);
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", " ", "a\nb" })
	void refusesNamesThatAreNoNames(@Nullable String name) {
		assertThatExceptionOfType(ProblemException.class)
			.isThrownBy(() -> this.tokens.issue(this.user, name, READ, this.tokens.latestEnd()))
			.satisfies((ex) -> assertThat(ex.problem().errors()).extracting(FieldProblem::field)
				.containsExactly("$.name"));
	}

	@Test
	void refusesRightsThatTheUserHasNotAndEndsThatAreNone() {
		Instant end = this.tokens.latestEnd();
		assertWrong("$.permissions", Set.of(Permission.READ, Permission.MANAGE_USERS), end);
		assertWrong("$.permissions", Set.of(), end);
		assertWrong("$.permissions", null, end);
		assertWrong("$.expiresAt", READ, null);
		assertWrong("$.expiresAt", READ, end.minus(366, ChronoUnit.DAYS));
		assertWrong("$.expiresAt", READ, end.plus(1, ChronoUnit.MINUTES));
	}

	private void assertWrong(String field, @Nullable Set<Permission> permissions, @Nullable Instant end) {
		assertThatExceptionOfType(ProblemException.class)
			.isThrownBy(() -> this.tokens.issue(this.user, "robot", permissions, end))
			.satisfies(
					(ex) -> assertThat(ex.problem().errors()).extracting(FieldProblem::field).containsExactly(field));
	}

	@Test
	void hasOneTokenOfANameAndFiftyInAll() {
		issue("robot");
		assertRefused(ProblemType.NAME_TAKEN, this.user);
		for (int i = 1; i < ApiTokens.MOST_TOKENS; i++) {
			issue("robot " + i);
		}
		assertRefused(ProblemType.CONFLICT, this.user);
		assertThat(this.tokens.of(this.user)).hasSize(50).extracting(ApiToken::name).contains("robot", "robot 49");
	}

	@Test
	void makesNoTokenWithAToken() {
		CurrentUser robot = this.tokens.find(issue("first").secret()).orElseThrow().user();
		assertRefused(ProblemType.FORBIDDEN, robot);
	}

	private void assertRefused(ProblemType type, CurrentUser user) {
		assertThatExceptionOfType(ProblemException.class)
			.isThrownBy(() -> this.tokens.issue(user, "robot", READ, this.tokens.latestEnd()))
			.satisfies((ex) -> assertThat(ex.problem().type()).isEqualTo(type));
	}

	@Test
	void revokesOnlyOnesOwn() {
		Issued issued = issue("robot");
		CurrentUser other = this.store.byName("operator").orElseThrow().toCurrentUser();
		assertThatExceptionOfType(ProblemException.class)
			.isThrownBy(() -> this.tokens.revoke(other, issued.token().id()))
			.satisfies((ex) -> assertThat(ex.problem().type()).isEqualTo(ProblemType.NOT_FOUND));
		assertThat(this.tokens.find(issued.secret())).isPresent();
		this.tokens.revoke(this.user, issued.token().id());
		assertThat(this.tokens.find(issued.secret())).isEmpty();
	}

	@Test
	void remembersTheLastUseToAMinute() {
		Issued issued = issue("robot");
		this.tokens.used(issued.token());
		ApiToken used = this.tokens.of(this.user).getFirst();
		assertThat(used.lastUsedAt()).isNotNull();
		this.tokens.used(used);
		assertThat(this.tokens.of(this.user)).containsExactly(used);
	}

	private Issued issue(String name) {
		return this.tokens.issue(this.user, name, READ, this.tokens.latestEnd());
	}

}
