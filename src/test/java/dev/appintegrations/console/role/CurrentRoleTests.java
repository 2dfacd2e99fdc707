package dev.appintegrations.console.role;

import java.time.Duration;
import java.util.List;

import dev.appintegrations.console.MovableClock;
import dev.appintegrations.console.aws.AwsFailure;
import dev.appintegrations.console.kernel.AccountAlias;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

/**
 * How often IAM is asked for questions that come one after the other.
 */
class CurrentRoleTests {

	private static final AccountAlias ACCOUNT = new AccountAlias("demo");

	private static final AccountAlias OTHER = new AccountAlias("other");

	private final RoleGateway gateway = mock();

	private final MovableClock clock = new MovableClock();

	private final AppIntegrationsRole roles = new AppIntegrationsRole(this.gateway, this.clock);

	@BeforeEach
	void answerWhole() {
		answer();
	}

	@Test
	void iamIsAskedOnceInFiveSeconds() {
		RoleReading first = this.roles.current(ACCOUNT);
		this.clock.forward(Duration.ofMillis(4999));
		assertThat(this.roles.current(ACCOUNT)).isSameAs(first);
		this.clock.forward(Duration.ofMillis(1));
		assertThat(this.roles.current(ACCOUNT)).isNotSameAs(first);
		verify(this.gateway, times(2)).read(ACCOUNT);
	}

	@Test
	void aReadingThatFailedInPartIsMadeAgain() {
		answer(mock(AwsFailure.Denied.class));
		this.roles.current(ACCOUNT);
		this.roles.current(ACCOUNT);
		verify(this.gateway, times(2)).read(ACCOUNT);
	}

	@Test
	void theReadingOfAPageCounts() {
		RoleReading page = this.roles.read(ACCOUNT);
		assertThat(this.roles.current(ACCOUNT)).isSameAs(page);
		verify(this.gateway).read(ACCOUNT);
	}

	@Test
	void aRoleThatTheConsoleCreatedIsReadAgain() {
		RoleReading before = this.roles.current(ACCOUNT);
		given(this.gateway.create(ACCOUNT)).willReturn("request-id");
		assertThat(this.roles.create(ACCOUNT).created()).isTrue();
		assertThat(this.roles.current(ACCOUNT)).isNotSameAs(before);
	}

	@Test
	void anotherAccountHasItsOwn() {
		assertThat(this.roles.current(ACCOUNT)).isNotSameAs(this.roles.current(OTHER));
		verify(this.gateway).read(OTHER);
	}

	private void answer(AwsFailure... failures) {
		for (AccountAlias account : List.of(ACCOUNT, OTHER)) {
			given(this.gateway.read(account))
				.willAnswer((call) -> new RoleReading(RoleState.ABSENT, null, List.of(failures), this.clock.instant()));
		}
	}

}
