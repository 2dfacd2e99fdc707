package dev.appintegrations.console.inventory;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;

import dev.appintegrations.console.aws.AwsCalls;
import dev.appintegrations.console.aws.AwsClients;
import dev.appintegrations.console.aws.CallMeter;
import dev.appintegrations.console.inventory.HolderMatch.Search;
import dev.appintegrations.console.inventory.RegionScan.ListProof;
import dev.appintegrations.console.inventory.RegionScan.ScanFailure;
import dev.appintegrations.console.kernel.AccountAlias;
import dev.appintegrations.console.kernel.Accounts;
import dev.appintegrations.console.kernel.Arn;
import dev.appintegrations.console.kernel.Inheriting;
import dev.appintegrations.console.kernel.Region;
import dev.appintegrations.console.kernel.RequiredActions;
import dev.appintegrations.console.kernel.RequiresActions;
import dev.appintegrations.console.kernel.SupportedRegion;
import dev.appintegrations.console.kernel.SupportedRegion.Support;
import jakarta.annotation.PreDestroy;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Finds who holds the associations of items, from the holders' side. What several items
 * of a region need is read once.
 */
@Component
class HolderReader implements RequiresActions {

	/** Amazon Connect allows two calls a second of most kinds, so many take a while. */
	private static final Duration PATIENCE = Duration.ofMinutes(2);

	private final ConnectGateway connect;

	private final CustomerProfilesGateway profiles;

	private final QConnectGateway assistants;

	private final EndpointLookup lookup;

	private final Accounts accounts;

	private final ExecutorService executor = Inheriting
		.executor(Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("holders-", 0).factory()));

	HolderReader(AwsClients clients, AwsCalls calls, EndpointLookup lookup, Accounts accounts) {
		AwsCalls patient = calls.within(PATIENCE);
		this.connect = new ConnectGateway(clients, patient);
		this.profiles = new CustomerProfilesGateway(clients, patient);
		this.assistants = new QConnectGateway(clients, patient);
		this.lookup = lookup;
		this.accounts = accounts;
	}

	@Override
	public List<RequiredActions> requiredActions() {
		return Stream.of(this.connect, this.profiles, this.assistants)
			.flatMap((gateway) -> gateway.requiredActions().stream())
			.toList();
	}

	/**
	 * Reads who holds items. Never throws for what AWS does.
	 * @param items with their associations
	 * @return holdings by the item's ARN
	 */
	Map<Arn, Holdings> read(AccountAlias account, List<IntegrationDetails> items) {
		return joined(started(account, items));
	}

	/**
	 * Reads who holds items. Never throws for what AWS does.
	 * @param items with their associations
	 * @param atMost how long it may take; what takes longer is unknown
	 * @return holdings by the item's ARN
	 */
	Map<Arn, Holdings> read(AccountAlias account, List<IntegrationDetails> items, Duration atMost) {
		Map<Arn, CompletableFuture<Holdings>> reads = started(account, items);
		items.stream()
			.map(Item::of)
			.forEach((item) -> reads.computeIfPresent(item.arn(), (arn, read) -> read
				.completeOnTimeout(late(item, atMost), atMost.toMillis(), TimeUnit.MILLISECONDS)));
		return joined(reads);
	}

	private static Holdings late(Item item, Duration atMost) {
		String reason = "The services that may hold it did not all answer within " + atMost.toSeconds() + " seconds.";
		List<Search> searches = HolderService.of(item.kind())
			.stream()
			.map((service) -> new Search(service, true, List.of(), reason))
			.toList();
		return new Holdings(HolderMatch.match(item.associations(), item.exporting(), searches), List.of(), List.of());
	}

	/**
	 * Reads who holds the associations of items that a scan has seen in a region, but not
	 * what hangs on the holders, which takes a call for each. Never throws for what AWS
	 * does.
	 * @param meter counts the calls
	 */
	Seen readSeen(AccountAlias account, Region region, List<Integration> items, CallMeter meter) {
		RegionHolders holders = of(account, region, meter, false);
		Map<Arn, Holdings> holdings = joined(started(items.stream().map(Item::of).toList(), (item) -> holders));
		return new Seen(holdings, holders.proof(), holders.failures());
	}

	private Map<Arn, CompletableFuture<Holdings>> started(AccountAlias account, List<IntegrationDetails> items) {
		Map<Region, RegionHolders> regions = new ConcurrentHashMap<>();
		return started(items.stream().map(Item::of).toList(), (item) -> regions.computeIfAbsent(item.region(),
				(region) -> of(account, region, new CallMeter(), true)));
	}

	private Map<Arn, CompletableFuture<Holdings>> started(List<Item> items, Function<Item, RegionHolders> region) {
		Map<Arn, CompletableFuture<Holdings>> reads = new LinkedHashMap<>();
		items.forEach((item) -> {
			RegionHolders holders = region.apply(item);
			reads.put(item.arn(), CompletableFuture.supplyAsync(() -> holders.of(item), this.executor));
		});
		return reads;
	}

	private static Map<Arn, Holdings> joined(Map<Arn, CompletableFuture<Holdings>> reads) {
		Map<Arn, Holdings> holdings = new LinkedHashMap<>();
		reads.forEach((arn, read) -> holdings.put(arn, read.join()));
		return holdings;
	}

	private RegionHolders of(AccountAlias account, Region region, CallMeter meter, boolean deep) {
		return new RegionHolders(new HolderLists(this.connect, this.profiles, this.assistants, account, region, meter),
				(service) -> callable(account, service, region), deep);
	}

	/**
	 * The ten regions with a published AppIntegrations endpoint have published ones of
	 * all holders too (botocore; SDK 2.40.2 lacks the one of Q in Connect in Cape Town).
	 */
	private boolean callable(AccountAlias account, HolderService service, Region region) {
		return SupportedRegion.DOCUMENTED.stream()
			.anyMatch((each) -> each.region().equals(region) && each.support() == Support.AVAILABLE)
				|| this.accounts.find(account).orElseThrow().emulated()
				|| this.lookup.resolves(service.prefix(), region);
	}

	@PreDestroy
	void stop() {
		this.executor.shutdownNow();
	}

	/**
	 * What a scan learns of a region's holders.
	 *
	 * @param holdings by the item's ARN
	 * @param proof the lists that were read
	 * @param failures calls that failed, each once
	 */
	record Seen(Map<Arn, Holdings> holdings, List<ListProof> proof, List<ScanFailure> failures) {

	}

	/**
	 * What is searched for.
	 *
	 * @param namespace of an application, otherwise {@code null}
	 * @param exporting whether it is for bulk exports
	 */
	record Item(Region region, Kind kind, Arn arn, String name, @Nullable String namespace, boolean exporting,
			List<Association> associations) {

		static Item of(IntegrationDetails item) {
			Object namespace = item.fields().get("Namespace");
			Object source = item.fields().get("SourceURI");
			return new Item(item.region(), item.kind(), item.arn(), item.name(),
					(namespace != null) ? String.valueOf(namespace) : null,
					(source != null) && Association.exporting(String.valueOf(source)),
					Objects.requireNonNullElse(item.associations(), List.of()));
		}

		static Item of(Integration item) {
			return new Item(item.region(), item.kind(), item.arn(), item.name(),
					(item.kind() == Kind.APPLICATION) ? item.source() : null,
					item.kind() == Kind.DATA_INTEGRATION && Association.exporting(item.source()),
					Objects.requireNonNullElse(item.associations(), List.of()));
		}

	}

}
