package dev.appintegrations.console.inventory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import dev.appintegrations.console.aws.AccountIdentity;
import dev.appintegrations.console.aws.AwsFailedException;
import dev.appintegrations.console.aws.CallMeter;
import dev.appintegrations.console.inventory.RegionScan.HolderSearch;
import dev.appintegrations.console.kernel.Account;
import dev.appintegrations.console.kernel.Account.AccountRegion;
import dev.appintegrations.console.kernel.Inheriting;
import dev.appintegrations.console.kernel.LogField;
import dev.appintegrations.console.kernel.Region;
import dev.appintegrations.console.kernel.Scope;
import dev.appintegrations.console.kernel.SupportedRegion.Support;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import jakarta.annotation.PreDestroy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * Scans accounts: all regions side by side, each by itself, each stored as soon as it is
 * settled.
 */
@Component
class Scanner {

	private static final Logger LOG = LoggerFactory.getLogger(Scanner.class);

	/** A region that takes longer waits for AWS more than it works. */
	private static final Duration REGION_AT_MOST = Duration.ofSeconds(2);

	/** How many connections to the database all scans have together. */
	private static final int CONNECTIONS = 8;

	/** Longer than a silent database is waited for. */
	private static final Duration CONNECTION_AT_MOST = Duration.ofSeconds(10);

	private final AppIntegrationsGateway gateway;

	private final AccountIdentity identity;

	private final EndpointLookup lookup;

	private final HolderReader holders;

	private final ScanStore store;

	private final HolderStore searches;

	private final ScanWatches watches;

	private final InventoryProperties properties;

	private final ObservationRegistry observations;

	private final Clock clock;

	private final UUID owner = UUID.randomUUID();

	/** How long each region took last time: the slowest ones are asked first. */
	private final Map<Region, Duration> lastTook = new ConcurrentHashMap<>();

	/** Searches whose end could not be kept. */
	private final Queue<Runnable> lost = new ConcurrentLinkedQueue<>();

	private final Silence silence;

	/** The threads of more regions would take the processors from people. */
	private final Turns regions;

	/** People would have to wait in the pool behind all that settle at the same time. */
	private final Turns connections = new Turns(CONNECTIONS, CONNECTION_AT_MOST);

	private final ExecutorService threads = Executors
		.newThreadPerTaskExecutor(Thread.ofVirtual().name("scan-", 0).factory());

	private final ExecutorService executor = Inheriting.executor(this.threads);

	Scanner(AppIntegrationsGateway gateway, AccountIdentity identity, EndpointLookup lookup, HolderReader holders,
			ScanStore store, HolderStore searches, ScanWatches watches, InventoryProperties properties,
			ObservationRegistry observations, Clock clock) {
		this.gateway = gateway;
		this.identity = identity;
		this.lookup = lookup;
		this.holders = holders;
		this.store = store;
		this.searches = searches;
		this.watches = watches;
		this.properties = properties;
		this.observations = observations;
		this.silence = new Silence(properties.silence());
		this.regions = new Turns(properties.regionsAtOnce(), REGION_AT_MOST);
		this.clock = clock;
	}

	Scan start(Account account, Set<Region> wanted, String startedBy) {
		List<AccountRegion> table = account.regions();
		Set<Region> known = table.stream().map(AccountRegion::region).collect(Collectors.toSet());
		wanted.stream().filter((region) -> !known.contains(region)).findFirst().ifPresent((region) -> {
			throw new IllegalArgumentException(region + " is not among the regions of account " + account.alias());
		});
		List<AccountRegion> chosen = table.stream()
			.filter((region) -> wanted.isEmpty() || wanted.contains(region.region()))
			.toList();
		List<AccountRegion> read = chosen.stream().filter((region) -> region.excludedBecause() == null).toList();
		List<Scan.Excluded> excluded = chosen.stream()
			.filter((region) -> region.excludedBecause() != null)
			.map((region) -> new Scan.Excluded(region.region(), String.valueOf(region.excludedBecause())))
			.toList();
		Scan scan = new Scan(UUID.randomUUID(), account.alias(), this.identity.known(account.alias()),
				ScanState.RUNNING, startedBy, this.clock.instant(), null,
				read.stream().map((region) -> unread(region.region())).toList(), excluded,
				chosen.size() == table.size());
		String key = account.alias() + ":"
				+ read.stream().map((region) -> region.region().code()).collect(Collectors.joining(","));
		interruptSilent();
		while (!begin(scan, key)) {
			Scan running = this.store.running(key).flatMap(this.store::find).orElse(null);
			if (running != null) {
				return running;
			}
		}
		this.threads.submit(() -> observed(account, scan, read));
		return this.store.find(scan.id()).orElse(scan);
	}

	private boolean begin(Scan scan, String key) {
		try {
			this.store.begin(scan, this.owner, key);
			return true;
		}
		catch (DuplicateKeyException ex) {
			return false;
		}
	}

	private static RegionScan unread(Region region) {
		return new RegionScan(region, null, Map.of(), null, 0, 0, null, List.of(), List.of());
	}

	/** A trace of its own, which outlives the request that has asked for it. */
	private void observed(Account account, Scan scan, List<AccountRegion> regions) {
		Observation observation = Observation.createNotStarted("console.scan", this.observations)
			.contextualName("scan " + account.alias())
			.lowCardinalityKeyValue("account", account.alias().value())
			.highCardinalityKeyValue("scan", scan.id().toString())
			.start();
		try (Observation.Scope _ = observation.openScope();
				Scope _ = LogField.SCAN.with(scan.id());
				Scope _ = LogField.ACCOUNT.with(account.alias())) {
			run(account, scan, regions);
		}
		finally {
			observation.stop();
		}
	}

	private void run(Account account, Scan scan, List<AccountRegion> regions) {
		try {
			CompletableFuture<String> identity = CompletableFuture.supplyAsync(() -> {
				String accountId = this.identity.verify(account.alias());
				try (Scope _ = this.connections.take()) {
					this.store.identify(scan.id(), accountId);
				}
				return accountId;
			}, this.executor);
			FailureReport report = new FailureReport(onceOnly(account));
			CompletableFuture
				.allOf(regions.stream()
					.sorted(Comparator
						.comparing((AccountRegion region) -> this.lastTook.getOrDefault(region.region(), Duration.ZERO))
						.reversed())
					.map((region) -> CompletableFuture.runAsync(() -> read(account, scan, region, identity, report),
							this.executor))
					.toArray(CompletableFuture[]::new))
				.join();
			try (Scope _ = this.connections.take()) {
				this.store.finish(scan.id(), this.clock.instant());
				this.executor.execute(() -> this.watches.changed(scan.id()));
				this.store.trim(account.alias(), this.properties.keepScans());
			}
		}
		catch (CompletionException | DataAccessException ex) {
			LOG.error("Scan {} of {} could not be kept; it will show as interrupted", scan.id(), account.alias(), ex);
			this.executor.submit(() -> giveUp(scan));
		}
	}

	/** The database may be away for a while; until it is back the heartbeat is silent. */
	private void giveUp(Scan scan) {
		try {
			this.store.interrupt(scan.id());
		}
		catch (DataAccessException ex) {
			LOG.debug("Scan {} can't be marked as interrupted yet", scan.id(), ex);
		}
	}

	private Supplier<Set<Region>> onceOnly(Account account) {
		return SingletonSupplier.of(() -> {
			try {
				return this.identity.disabledRegions(account.alias());
			}
			catch (AwsFailedException ex) {
				return Set.of();
			}
		});
	}

	private void read(Account account, Scan scan, AccountRegion region, CompletableFuture<String> identity,
			FailureReport report) {
		RegionReader.Reading reading;
		if (!callable(account, region)) {
			RegionScan notCalled = new RegionScan(region.region(), RegionOutcome.NO_PUBLISHED_ENDPOINT, Map.of(), null,
					0, 0, Duration.ZERO, List.of(), List.of());
			reading = new RegionReader.Reading(notCalled, List.of());
		}
		else {
			try (Scope _ = this.regions.take()) {
				reading = read(account, region, report);
			}
			this.lastTook.put(region.region(), Objects.requireNonNullElse(reading.scan().took(), Duration.ZERO));
			reading = trusted(reading, identity);
		}
		List<Integration> held = reading.items()
			.stream()
			.filter((item) -> item.associations() != null && !item.associations().isEmpty())
			.toList();
		boolean settled;
		try (Scope _ = this.connections.take()) {
			settled = this.store.settle(scan.id(),
					held.isEmpty() ? reading.scan() : reading.scan().with(HolderSearch.begun()), reading.items());
		}
		this.executor.execute(() -> this.watches.changed(scan.id()));
		if (settled && !held.isEmpty()) {
			this.executor.execute(() -> search(account, scan, region.region(), held));
		}
	}

	/**
	 * Looks for who holds the associations of a region, by calls to other services at
	 * their own rates; the scan does not wait for it.
	 */
	private void search(Account account, Scan scan, Region region, List<Integration> held) {
		try {
			HolderReader.Seen seen;
			CallMeter meter = new CallMeter();
			Duration took;
			try (Scope _ = this.regions.take()) {
				long start = System.nanoTime();
				seen = this.holders.readSeen(account.alias(), region, held, meter);
				took = Duration.ofNanos(System.nanoTime() - start);
			}
			HolderSearch.State state = seen.failures().isEmpty() ? HolderSearch.State.FOUND
					: HolderSearch.State.PARTIAL;
			HolderSearch search = new HolderSearch(state, meter.answered(), meter.refused(), took, seen.proof(),
					seen.failures());
			try (Scope _ = this.connections.take()) {
				this.searches.found(scan.id(), region, search, seen.holdings());
			}
			this.watches.changed(scan.id());
		}
		catch (RuntimeException ex) {
			LOG.warn("Who holds the associations of {} in {} could not be kept", account.alias(), region, ex);
			this.lost.add(() -> this.searches.interrupt(scan.id(), region));
		}
	}

	private RegionReader.Reading read(Account account, AccountRegion region, FailureReport report) {
		Observation observation = Observation.createNotStarted("console.scan.region", this.observations)
			.contextualName("scan " + region.region())
			.lowCardinalityKeyValue("account", account.alias().value())
			.lowCardinalityKeyValue("region", region.region().code())
			.start();
		String outcome = "INTERRUPTED";
		try (Observation.Scope _ = observation.openScope(); Scope _ = LogField.REGION.with(region.region())) {
			RegionReader.Reading reading = new RegionReader(this.gateway, this.executor, report, account.alias(),
					region.region())
				.read();
			outcome = String.valueOf(reading.scan().outcome());
			return reading;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new CompletionException(ex);
		}
		finally {
			observation.lowCardinalityKeyValue("outcome", outcome).stop();
		}
	}

	/**
	 * What was read with credentials that turn out to be another account's is not shown.
	 */
	private static RegionReader.Reading trusted(RegionReader.Reading reading, CompletableFuture<String> identity) {
		try {
			identity.join();
			return reading;
		}
		catch (CompletionException ex) {
			if (!(ex.getCause() instanceof AwsFailedException failed)
					|| reading.scan().outcome() != RegionOutcome.LISTED
							&& reading.scan().outcome() != RegionOutcome.PARTIAL) {
				return reading;
			}
			RegionScan scan = reading.scan();
			return new RegionReader.Reading(new RegionScan(scan.region(), FailureReport.outcome(failed.failure()),
					Map.of(), null, scan.calls(), scan.refused(), scan.took(), List.of(),
					List.of(FailureReport.of("GetCallerIdentity", null, failed.failure()))), List.of());
		}
	}

	private boolean callable(Account account, AccountRegion region) {
		return region.added() || region.supported().support() == Support.AVAILABLE
				|| (!account.emulated() && this.lookup.resolves(AppIntegrationsGateway.SERVICE, region.region()));
	}

	@Scheduled(fixedDelayString = "${console.inventory.heartbeat:2s}")
	void keepAlive() {
		try {
			Instant now = this.clock.instant();
			this.store.heartbeat(this.owner, now);
			this.silence.listening(now);
			interruptSilent();
			for (Runnable end = this.lost.peek(); end != null; end = this.lost.peek()) {
				end.run();
				this.lost.remove(end);
			}
		}
		catch (DataAccessException ex) {
			LOG.debug("No heartbeat while the database is away", ex);
			this.silence.deaf();
		}
	}

	private void interruptSilent() {
		this.silence.deadBefore(this.clock.instant()).ifPresent((dead) -> {
			if (this.store.interruptSilentSince(dead) > 0) {
				LOG.warn("A scan was interrupted: its process is silent");
			}
			this.searches.interruptSilentSince(dead);
		});
	}

	@PreDestroy
	void stop() {
		this.executor.shutdownNow();
		try {
			this.store.interruptOf(this.owner);
			this.searches.interruptOf(this.owner);
		}
		catch (DataAccessException ex) {
			LOG.debug("Running scans will show as interrupted later", ex);
		}
	}

}
