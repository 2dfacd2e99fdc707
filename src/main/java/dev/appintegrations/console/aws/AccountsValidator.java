package dev.appintegrations.console.aws;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.appintegrations.console.aws.AccountsProperties.AccountProperties;
import dev.appintegrations.console.aws.AccountsProperties.ExcludedRegion;
import dev.appintegrations.console.kernel.AccountAlias;
import dev.appintegrations.console.kernel.Region;
import dev.appintegrations.console.kernel.SupportedRegion;
import org.jspecify.annotations.Nullable;

/**
 * Finds what is wrong with the configured accounts, in sentences that name the key.
 */
final class AccountsValidator {

	private static final Pattern ACCOUNT_ID = Pattern.compile("[0-9]{12}");

	private static final Pattern ROLE_ARN = Pattern.compile("arn:aws:iam::[0-9]{12}:role/.+");

	private final boolean demo;

	private final List<String> problems = new ArrayList<>();

	AccountsValidator(boolean demo) {
		this.demo = demo;
	}

	List<String> check(AccountsProperties properties) {
		if (properties.accounts().isEmpty()) {
			this.problems.add("console.accounts is empty; at least one account is needed");
		}
		Set<String> aliases = new HashSet<>();
		for (int i = 0; i < properties.accounts().size(); i++) {
			AccountProperties account = properties.accounts().get(i);
			String key = "console.accounts[" + i + "]";
			if (account.alias() != null && !aliases.add(account.alias())) {
				problem(key + ".alias", "'%s' is already taken by another account", account.alias());
			}
			check(key, account);
		}
		return this.problems;
	}

	private void check(String key, AccountProperties account) {
		checkAlias(key + ".alias", account.alias());
		checkEndpoints(key, account);
		checkCredentials(key, account);
		checkRegions(key, account);
	}

	private void checkAlias(String key, @Nullable String alias) {
		try {
			new AccountAlias((alias != null) ? alias : "");
		}
		catch (IllegalArgumentException ex) {
			problem(key, "'%s' is no alias; it has 1 to 63 lower-case letters, digits and hyphens", alias);
		}
	}

	private void checkEndpoints(String key, AccountProperties account) {
		if (account.endpoint() != null) {
			checkEndpoint(key + ".endpoint", account.endpoint());
		}
		for (Map.Entry<String, URI> endpoint : account.endpoints().entrySet()) {
			String name = key + ".endpoints." + endpoint.getKey();
			if (AwsService.of(endpoint.getKey()).isEmpty()) {
				problem(name, "this service is not called; the services are %s", names(AwsService.values()));
			}
			checkEndpoint(name, endpoint.getValue());
		}
		if (this.demo && !ConfiguredAccounts.emulated(account)) {
			problem(key, "profile demo never reaches AWS, so every service needs an endpoint override; %s",
					withoutEndpoint(account));
		}
	}

	private void checkEndpoint(String key, URI endpoint) {
		boolean http = "http".equals(endpoint.getScheme()) || "https".equals(endpoint.getScheme());
		if (!http || endpoint.getHost() == null) {
			problem(key, "'%s' is no http or https address", endpoint);
		}
	}

	private void checkCredentials(String key, AccountProperties account) {
		boolean keys = account.accessKeyId() != null || account.secretAccessKey() != null;
		if (keys && (account.accessKeyId() == null || account.secretAccessKey() == null)) {
			problem(key, "access-key-id and secret-access-key belong together; one is missing");
		}
		if (keys && !ConfiguredAccounts.emulated(account)) {
			problem(key + ".access-key-id",
					"keys in the configuration are for emulators only, so every service needs an endpoint override; %s",
					withoutEndpoint(account));
		}
		if (keys && account.profile() != null) {
			problem(key + ".profile", "a profile and an access key cannot be used together");
		}
		if (account.roleArn() != null && !ROLE_ARN.matcher(account.roleArn()).matches()) {
			problem(key + ".role-arn", "'%s' is no ARN of an IAM role", account.roleArn());
		}
		if (account.externalId() != null && account.roleArn() == null) {
			problem(key + ".external-id", "it is used when a role is assumed, but role-arn is missing");
		}
		if (account.accountId() != null && !ACCOUNT_ID.matcher(account.accountId()).matches()) {
			problem(key + ".account-id", "'%s' is no account id of twelve digits; in YAML it needs quotes",
					account.accountId());
		}
	}

	private void checkRegions(String key, AccountProperties account) {
		for (int i = 0; i < account.regions().size(); i++) {
			checkRegion(key + ".regions[" + i + "]", account.regions().get(i));
		}
		Set<String> excludedRegions = new HashSet<>();
		for (int i = 0; i < account.excludedRegions().size(); i++) {
			ExcludedRegion excluded = account.excludedRegions().get(i);
			String name = key + ".excluded-regions[" + i + "]";
			checkExcluded(name, account, excluded);
			if (!excludedRegions.add(String.valueOf(excluded.region()))) {
				problem(name + ".region", "'%s' is excluded twice", excluded.region());
			}
		}
	}

	private void checkExcluded(String key, AccountProperties account, ExcludedRegion excluded) {
		if (excluded.reason() == null || excluded.reason().isBlank()) {
			problem(key + ".reason", "a region is left out only with a reason, which is shown wherever it is missing");
		}
		if (!checkRegion(key + ".region", excluded.region())) {
			return;
		}
		boolean documented = SupportedRegion.DOCUMENTED.stream()
			.anyMatch((supported) -> supported.region().code().equals(excluded.region()));
		if (!documented && !account.regions().contains(excluded.region())) {
			problem(key + ".region", "'%s' is not looked at anyway", excluded.region());
		}
	}

	private boolean checkRegion(String key, @Nullable String code) {
		try {
			if (code != null && AwsRegions.known(new Region(code))) {
				return true;
			}
		}
		catch (IllegalArgumentException ex) {
			// Told below.
		}
		problem(key, "'%s' is no AWS region; a region code looks like eu-west-2", code);
		return false;
	}

	private static String withoutEndpoint(AccountProperties account) {
		return "without one: " + names(Arrays.stream(AwsService.values())
			.filter((service) -> account.endpoint(service) == null)
			.toArray(AwsService[]::new));
	}

	private static String names(AwsService[] services) {
		return Arrays.stream(services).map(AwsService::prefix).collect(Collectors.joining(", "));
	}

	private void problem(String key, String message, @Nullable Object... arguments) {
		this.problems.add(key + ": " + message.formatted(arguments));
	}

}
