package dev.appintegrations.console.aws;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import dev.appintegrations.console.kernel.Account;
import dev.appintegrations.console.kernel.AccountAlias;
import dev.appintegrations.console.kernel.AccountIds;
import dev.appintegrations.console.kernel.OperatorTask;
import dev.appintegrations.console.kernel.Region;
import dev.appintegrations.console.kernel.RequiredActions;
import dev.appintegrations.console.kernel.RequiresActions;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.account.model.RegionOptStatus;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

import org.springframework.stereotype.Component;

/**
 * Which AWS account credentials belong to, pinned at first use: an alias never comes to
 * mean another account. And which regions that account has enabled.
 */
@Component
public class AccountIdentity implements AccountIds, RequiresActions {

	/** The code of the failure when credentials belong to another account than before. */
	public static final String MISMATCH = "ACCOUNT_MISMATCH";

	private static final Region HOME = new Region("us-east-1");

	/** How long an answer of STS is believed. */
	private static final Duration FRESH = Duration.ofMinutes(5);

	/** Pages wait for the account too. */
	private static final Duration PATIENCE = Duration.ofSeconds(5);

	private final AwsClients clients;

	private final AwsCalls calls;

	private final ConfiguredAccounts accounts;

	private final PinStore pins;

	private final Clock clock;

	private final Map<AccountAlias, Verified> verified = new ConcurrentHashMap<>();

	/** A pin never changes, so it is read once. */
	private final Map<AccountAlias, String> pinned = new ConcurrentHashMap<>();

	AccountIdentity(AwsClients clients, AwsCalls calls, ConfiguredAccounts accounts, PinStore pins, Clock clock) {
		this.clients = clients;
		this.calls = calls.within(PATIENCE);
		this.accounts = accounts;
		this.pins = pins;
		this.clock = clock;
	}

	@Override
	public @Nullable String known(AccountAlias alias) {
		if (remembered(alias) == null) {
			this.pins.find(alias).ifPresent((pinned) -> this.pinned.put(alias, pinned));
		}
		return remembered(alias);
	}

	@Override
	public Map<AccountAlias, String> known() {
		List<AccountAlias> aliases = this.accounts.all().stream().map(Account::alias).toList();
		if (aliases.stream().anyMatch((alias) -> remembered(alias) == null)) {
			Map<String, String> pins = this.pins.all();
			aliases.forEach((alias) -> this.pinned.computeIfAbsent(alias, (key) -> pins.get(key.value())));
		}
		Map<AccountAlias, String> ids = new HashMap<>();
		aliases.forEach((alias) -> ids.computeIfAbsent(alias, this::remembered));
		return ids;
	}

	private @Nullable String remembered(AccountAlias alias) {
		String configured = this.accounts.properties(alias).accountId();
		return (configured != null) ? configured : this.pinned.get(alias);
	}

	/**
	 * Asks STS whose credentials these are, and refuses those of another account.
	 * @param alias a configured account
	 * @return twelve digits
	 * @throws AwsFailedException if STS said no, or named another account than before
	 */
	public String verify(AccountAlias alias) {
		Verified before = this.verified.get(alias);
		return (before != null && this.clock.instant().isBefore(before.at().plus(FRESH))) ? before.accountId()
				: verifyNow(alias);
	}

	/**
	 * Asks STS now, as before something is deleted, whatever it said before.
	 * @param alias a configured account
	 * @return twelve digits
	 * @throws AwsFailedException if STS said no, or named another account than before
	 */
	public String verifyNow(AccountAlias alias) {
		return ask(alias).accountId();
	}

	/**
	 * Asks STS now who calls.
	 * @param alias a configured account
	 * @return the ARN of a user, an assumed role's session, a federated user or the root
	 * user
	 * @throws AwsFailedException if STS said no, or named another account than before
	 */
	public String caller(AccountAlias alias) {
		return ask(alias).caller();
	}

	private Verified ask(AccountAlias alias) {
		Instant now = this.clock.instant();
		AwsCalls.Target target = new AwsCalls.Target(alias, HOME, "sts", "GetCallerIdentity");
		Verified answer = this.calls.call(target, new CallMeter(), () -> {
			GetCallerIdentityResponse identity = this.clients.sts(alias).getCallerIdentity();
			return new Verified(Objects.requireNonNull(identity.account(), "An answer without an account is not STS's"),
					String.valueOf(identity.arn()), now);
		});
		String id = answer.accountId();
		String expected = Optional.ofNullable(known(alias)).orElseGet(() -> this.pins.pin(alias, id));
		if (!expected.equals(id)) {
			throw new AwsFailedException(
					new AwsFailure.Other(new AwsFailure.Call("sts", "GetCallerIdentity", MISMATCH, null),
							"The credentials belong to account " + id + ", but '" + alias + "' is account " + expected,
							"Mend the credentials of '" + alias
									+ "', or configure the other account under an alias of its own."),
					new IllegalStateException("Account mismatch"));
		}
		this.verified.put(alias, answer);
		return answer;
	}

	/**
	 * Asks which regions the account has not enabled.
	 * @param alias a configured account
	 * @return regions that {@code account:ListRegions} calls disabled
	 * @throws AwsFailedException if it could not be asked
	 */
	public Set<Region> disabledRegions(AccountAlias alias) {
		AwsCalls.Target target = new AwsCalls.Target(alias, HOME, "account", "ListRegions");
		return this.calls.call(target, new CallMeter(),
				() -> this.clients.account(alias)
					.listRegionsPaginator((request) -> request.regionOptStatusContains(
							List.of(RegionOptStatus.DISABLED, RegionOptStatus.DISABLING, RegionOptStatus.ENABLING)))
					.regions()
					.stream()
					.map((region) -> new Region(region.regionName()))
					.collect(Collectors.toUnmodifiableSet()));
	}

	@Override
	public List<RequiredActions> requiredActions() {
		return List.of(RequiredActions.unchecked("sts", "GetCallerIdentity")
			.because("Tells whose credentials these are, before anything else is called.", OperatorTask.REACH_ACCOUNT),
				RequiredActions.optional("sts", "AssumeRole")
					.on("arn:aws:iam::" + RequiredActions.ACCOUNT + ":role/*")
					.because("Only where the configuration names a role to assume: for the credentials that assume it,"
							+ " on that role.", OperatorTask.REACH_ACCOUNT),
				RequiredActions.optional("account", "ListRegions")
					.because("Tells a region that is not enabled from credentials that are not valid.",
							OperatorTask.SCAN, OperatorTask.DELETE_ROLE));
	}

	private record Verified(String accountId, String caller, Instant at) {

	}

}
