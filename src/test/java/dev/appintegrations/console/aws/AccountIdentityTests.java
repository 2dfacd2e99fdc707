package dev.appintegrations.console.aws;

import java.time.Clock;
import java.util.List;
import java.util.Map;

import dev.appintegrations.console.Database;
import dev.appintegrations.console.DatabaseTest;
import dev.appintegrations.console.aws.AccountsProperties.AccountProperties;
import dev.appintegrations.console.kernel.AccountAlias;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.spy;
import static org.mockito.Mockito.times;

@DatabaseTest
class AccountIdentityTests {

	private static final AccountAlias CONFIGURED = new AccountAlias("configured");

	private static final AccountAlias PINNED = new AccountAlias("pinned");

	private static final AccountAlias UNKNOWN = new AccountAlias("unknown");

	private static final String ID = "111122223333";

	private static final String OTHER_ID = "444455556666";

	private final PinStore pins = spy(new PinStore(JdbcClient.create(Database.fresh())));

	@Test
	void knowsTheIdsOfAllAccountsThatAreConfiguredOrPinned() {
		this.pins.pin(PINNED, OTHER_ID);
		this.pins.pin(new AccountAlias("removed"), ID);
		AccountIdentity identity = identity(account(CONFIGURED, ID), account(PINNED, null), account(UNKNOWN, null));
		assertThat(identity.known()).isEqualTo(Map.of(CONFIGURED, ID, PINNED, OTHER_ID));
		assertThat(identity.known(CONFIGURED)).isEqualTo(ID);
		assertThat(identity.known(PINNED)).isEqualTo(OTHER_ID);
		assertThat(identity.known(UNKNOWN)).isNull();
	}

	@Test
	void asksTheDatabaseOnceForAllAccountsAndNoMoreWhenItKnowsThem() {
		AccountIdentity identity = identity(account(CONFIGURED, null), account(PINNED, null));
		assertThat(identity.known()).isEmpty();
		this.pins.pin(CONFIGURED, ID);
		this.pins.pin(PINNED, OTHER_ID);
		then(this.pins).should().all();
		assertThat(identity.known()).hasSize(2);
		assertThat(identity.known()).hasSize(2);
		then(this.pins).should(times(2)).all();
		then(this.pins).should(never()).find(any());
	}

	private AccountIdentity identity(AccountProperties... accounts) {
		return new AccountIdentity(mock(), mock(),
				new ConfiguredAccounts(new AccountsProperties(List.of(accounts)), new MockEnvironment()), this.pins,
				Clock.systemUTC());
	}

	private static AccountProperties account(AccountAlias alias, @Nullable String id) {
		return new AccountProperties(alias.value(), null, null, null, null, null, Map.of(), null, null, id, null, false,
				List.of(), List.of());
	}

}
