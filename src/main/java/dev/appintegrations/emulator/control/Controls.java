package dev.appintegrations.emulator.control;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import dev.appintegrations.emulator.control.Settings.RegionState;
import dev.appintegrations.emulator.wire.AwsRequest;
import dev.appintegrations.emulator.wire.Conditions;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * All settings: those of an account win over those for all accounts, which win over the
 * defaults.
 */
@Component
public class Controls implements Conditions {

	/**
	 * Default rates, by service or operation; {@code *} is each operation by itself. AWS
	 * publishes those of Amazon Connect, Customer Profiles and Q in Connect (service
	 * quotas; that bursts of the latter two are as high as rates is unverified), and none
	 * for AppIntegrations, STS, Account Management and IAM: these four are guesses, wide
	 * enough not to hinder a person.
	 */
	static final Map<String, Settings.Rate> DEFAULT_RATES = Map.ofEntries(
			Map.entry("app-integrations", new Settings.Rate(50, 200)), Map.entry("sts", new Settings.Rate(100, 500)),
			Map.entry("account", new Settings.Rate(10, 20)), Map.entry("iam", new Settings.Rate(20, 100)),
			Map.entry("connect/*", new Settings.Rate(2, 5)),
			Map.entry("connect/ListIntegrationAssociations", new Settings.Rate(25, 50)),
			Map.entry("profile/CreateDomain", new Settings.Rate(1, 1)),
			Map.entry("profile/DeleteDomain", new Settings.Rate(1, 1)),
			Map.entry("profile/ListDomains", new Settings.Rate(5, 5)),
			Map.entry("profile/PutIntegration", new Settings.Rate(1, 1)),
			Map.entry("profile/GetIntegration", new Settings.Rate(5, 5)),
			Map.entry("profile/ListIntegrations", new Settings.Rate(5, 5)),
			Map.entry("profile/ListAccountIntegrations", new Settings.Rate(100, 100)),
			Map.entry("profile/DeleteIntegration", new Settings.Rate(1, 1)),
			Map.entry("wisdom/*", new Settings.Rate(10, 10)));

	/**
	 * AWS's default quotas (Amazon Connect administrator guide, service quotas). That an
	 * assistant has one association is documented with CreateAssistantAssociation.
	 */
	static final Map<String, Integer> DEFAULT_QUOTAS = Map.ofEntries(Map.entry("dataIntegrations", 20),
			Map.entry("eventIntegrations", 10), Map.entry("applications", 50), Map.entry("associations", 10),
			Map.entry("domains", 100), Map.entry("integrationsPerDomain", 50), Map.entry("knowledgeBases", 10),
			Map.entry("assistants", 5), Map.entry("assistantAssociations", 20),
			Map.entry("associationsPerAssistant", 1));

	/** Opt-in region that AppIntegrations supports. */
	static final Map<String, RegionState> DEFAULT_REGIONS = Map.of("af-south-1", RegionState.NOT_ENABLED);

	static final Map<String, Boolean> DEFAULT_BEHAVIOURS = Map.ofEntries(Map.entry("integrationsCreateRole", true),
			Map.entry("applicationsCreateRole", true), Map.entry("lastDataIntegrationDeletesRole", false),
			Map.entry("applicationsBlockRole", false), Map.entry("exportsBlockRole", true),
			Map.entry("taskRecordsVanish", false), Map.entry("usageNamesOtherRegion", false),
			Map.entry("usageNamesBareIds", false), Map.entry("usageIsEmpty", false),
			Map.entry("assistantsBlockKnowledgeBase", true), Map.entry("knowledgeBaseDeletionFails", false),
			Map.entry("grantsBlockAssociation", true));

	private final Clock clock;

	private final Settings all = new Settings();

	private final Map<String, Settings> accounts = new ConcurrentHashMap<>();

	private final Map<String, TokenBucket> buckets = new ConcurrentHashMap<>();

	Controls(Clock clock) {
		this.clock = clock;
	}

	/**
	 * The settings to change.
	 * @param account twelve digits, or {@code null} for all accounts
	 */
	Settings settings(@Nullable String account) {
		return (account != null) ? this.accounts.computeIfAbsent(account, (key) -> new Settings()) : this.all;
	}

	void forget(@Nullable String account) {
		if (account != null) {
			this.accounts.remove(account);
			this.buckets.keySet().removeIf((key) -> key.startsWith(account));
		}
		else {
			this.accounts.clear();
			this.buckets.clear();
			Settings all = this.all;
			all.network = null;
			all.faults = null;
			all.clockAdvance = Duration.ZERO;
			all.rates.clear();
			all.lags.clear();
			all.regions.clear();
			all.quotas.clear();
			all.behaviours.clear();
		}
	}

	/**
	 * Sets how long the answers of a region take.
	 * @param account twelve digits
	 * @param region region code
	 * @param latency round trip
	 */
	public void slowDown(String account, String region, Duration latency) {
		settings(account).network = new Settings.Network(new Settings.Delay(0L, 0L),
				Map.of(region, new Settings.Delay(latency.toMillis(), 0L)));
	}

	/**
	 * Lets a service control policy deny every call in a region.
	 * @param account twelve digits
	 * @param region region code
	 */
	public void denyByOrganisation(String account, String region) {
		settings(account).regions.put(region, RegionState.DENIED_BY_SCP);
	}

	/**
	 * Raises or lowers a quota.
	 * @param account twelve digits
	 * @param name such as {@code dataIntegrations}
	 * @param value how many there may be
	 */
	public void quota(String account, String name, int value) {
		settings(account).quotas.put(name, value);
	}

	@Override
	public Instant now(String account) {
		return this.clock.instant().plus(this.all.clockAdvance).plus(of(account).clockAdvance);
	}

	@Override
	public int quota(String account, String name) {
		Integer quota = find(account, (settings) -> settings.quotas.get(name));
		return (quota != null) ? quota : DEFAULT_QUOTAS.getOrDefault(name, Integer.MAX_VALUE);
	}

	@Override
	public Duration lag(String account, String name) {
		Long lag = find(account, (settings) -> settings.lags.get(name));
		return Duration.ofMillis((lag != null) ? lag : 0);
	}

	@Override
	public boolean behaviour(String account, String name) {
		Boolean behaviour = find(account, (settings) -> settings.behaviours.get(name));
		return (behaviour != null) ? behaviour : DEFAULT_BEHAVIOURS.getOrDefault(name, false);
	}

	/**
	 * How a region treats an account.
	 * @param account twelve digits
	 * @param region region code
	 * @return whether it is enabled
	 */
	RegionState region(String account, String region) {
		RegionState state = find(account, (settings) -> settings.regions.get(region));
		return (state != null) ? state : DEFAULT_REGIONS.getOrDefault(region, RegionState.ENABLED);
	}

	/**
	 * Whether an account has enabled a region.
	 * @param account twelve digits
	 * @param region region code
	 * @return false if it must be enabled first
	 */
	public boolean enabled(String account, String region) {
		return region(account, region) != RegionState.NOT_ENABLED;
	}

	Duration delay(AwsRequest request) {
		Settings.Network network = find(request.account(), (settings) -> settings.network);
		return (network != null) ? network.delay(request.region()) : Duration.ZERO;
	}

	@Nullable Fault fault(String operation, AwsRequest request) {
		List<Fault> faults = find(request.account(), (settings) -> settings.faults);
		return (faults != null)
				? faults.stream().filter((fault) -> fault.strikes(operation, request)).findFirst().orElse(null) : null;
	}

	/**
	 * Takes a token for a call.
	 * @return false if the bucket is empty
	 */
	boolean admit(String operation, AwsRequest request) {
		String service = request.service();
		String own = service + "/" + operation;
		String name = own;
		Settings.Rate rate = find(request.account(), (settings) -> settings.rates.get(own));
		if (rate == null) {
			rate = find(request.account(), (settings) -> settings.rates.get(service));
			name = (rate != null) ? service : own;
		}
		if (rate == null) {
			rate = DEFAULT_RATES.getOrDefault(own, DEFAULT_RATES.get(service + "/*"));
		}
		if (rate == null) {
			rate = DEFAULT_RATES.get(service);
			name = service;
		}
		if (rate == null) {
			return true;
		}
		Settings.Rate effective = rate;
		String key = String.join("|", request.account(), request.region(), name);
		Instant now = now(request.account());
		TokenBucket bucket = this.buckets.compute(key,
				(ignored, existing) -> (existing != null && existing.rate().equals(effective)) ? existing
						: new TokenBucket(effective, now));
		return bucket.take(now);
	}

	void emptyBuckets(@Nullable String account) {
		this.buckets.keySet().removeIf((key) -> account == null || key.startsWith(account));
	}

	private Settings of(String account) {
		return this.accounts.getOrDefault(account, NOTHING);
	}

	private <T> @Nullable T find(String account, Function<Settings, @Nullable T> setting) {
		T own = setting.apply(of(account));
		return (own != null) ? own : setting.apply(this.all);
	}

	private static final Settings NOTHING = new Settings();

}
