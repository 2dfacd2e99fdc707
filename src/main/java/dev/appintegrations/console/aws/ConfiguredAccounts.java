package dev.appintegrations.console.aws;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.appintegrations.console.aws.AccountsProperties.AccountProperties;
import dev.appintegrations.console.aws.AccountsProperties.Deletion;
import dev.appintegrations.console.kernel.Account;
import dev.appintegrations.console.kernel.AccountAlias;
import dev.appintegrations.console.kernel.Accounts;
import org.jspecify.annotations.Nullable;

import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/**
 * The accounts of the configuration, checked at start.
 */
@Component
class ConfiguredAccounts implements Accounts {

	private static final Profiles DEMO = Profiles.of("demo");

	private final List<Account> accounts;

	private final Map<AccountAlias, AccountProperties> properties = new LinkedHashMap<>();

	ConfiguredAccounts(AccountsProperties properties, Environment environment) {
		List<String> problems = new AccountsValidator(environment.acceptsProfiles(DEMO)).check(properties);
		if (!problems.isEmpty()) {
			throw new InvalidAccountsException(problems);
		}
		this.accounts = properties.accounts().stream().map(this::register).toList();
	}

	private Account register(AccountProperties properties) {
		AccountAlias alias = new AccountAlias(String.valueOf(properties.alias()));
		this.properties.put(alias, properties);
		String label = (properties.label() != null) ? properties.label() : alias.value();
		return new Account(alias, label, emulated(properties), deletionOff(properties), properties.guarded(),
				AccountRegions.of(properties));
	}

	/** Against real AWS nothing is deleted until somebody has said so, and where. */
	private static @Nullable String deletionOff(AccountProperties properties) {
		if (properties.deletion() == Deletion.DISABLED) {
			return "The configuration of this account says deletion: disabled.";
		}
		if (emulated(properties) || properties.deletion() == Deletion.ENABLED && properties.accountId() != null) {
			return null;
		}
		return "Nothing can be deleted in a real AWS account until its configuration has account-id and deletion: enabled.";
	}

	static boolean emulated(AccountProperties properties) {
		return Arrays.stream(AwsService.values()).allMatch((service) -> properties.endpoint(service) != null);
	}

	@Override
	public List<Account> all() {
		return this.accounts;
	}

	/**
	 * The account with this alias.
	 * @throws IllegalArgumentException if none is configured under it
	 */
	Account account(AccountAlias alias) {
		return find(alias).orElseThrow(() -> unknown(alias));
	}

	AccountProperties properties(AccountAlias alias) {
		AccountProperties found = this.properties.get(alias);
		if (found == null) {
			throw unknown(alias);
		}
		return found;
	}

	private static IllegalArgumentException unknown(AccountAlias alias) {
		return new IllegalArgumentException("No account " + alias + " is configured");
	}

}
