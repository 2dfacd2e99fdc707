package dev.appintegrations.console.inventory;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;

import dev.appintegrations.console.aws.AwsCalls;
import dev.appintegrations.console.aws.AwsClients;
import dev.appintegrations.console.aws.AwsFailedException;
import dev.appintegrations.console.aws.CallMeter;
import dev.appintegrations.console.inventory.ConnectGateway.Instance;
import dev.appintegrations.console.inventory.Holder.SecurityProfileGrant;
import dev.appintegrations.console.inventory.HolderMatch.Search;
import dev.appintegrations.console.inventory.RegionScan.ScanFailure;
import dev.appintegrations.console.kernel.AccountAlias;
import dev.appintegrations.console.kernel.Arn;
import dev.appintegrations.console.kernel.Region;
import dev.appintegrations.console.kernel.RequiredActions;
import dev.appintegrations.console.kernel.RequiresActions;
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

	private final ExecutorService executor = Executors
		.newThreadPerTaskExecutor(Thread.ofVirtual().name("holders-", 0).factory());

	HolderReader(AwsClients clients, AwsCalls calls) {
		AwsCalls patient = calls.within(PATIENCE);
		this.connect = new ConnectGateway(clients, patient);
		this.profiles = new CustomerProfilesGateway(clients, patient);
		this.assistants = new QConnectGateway(clients, patient);
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
		return joined(started(account, items.stream().map(Item::of).toList(), new CallMeter(), true));
	}

	/**
	 * Reads who holds items. Never throws for what AWS does.
	 * @param items with their associations
	 * @param atMost how long it may take; what takes longer is unknown
	 * @return holdings by the item's ARN
	 */
	Map<Arn, Holdings> read(AccountAlias account, List<IntegrationDetails> items, Duration atMost) {
		Map<Arn, CompletableFuture<Holdings>> reads = started(account, items.stream().map(Item::of).toList(),
				new CallMeter(), true);
		items.forEach((item) -> reads.computeIfPresent(item.arn(),
				(arn, read) -> read.completeOnTimeout(late(item, atMost), atMost.toMillis(), TimeUnit.MILLISECONDS)));
		return joined(reads);
	}

	private static Holdings late(IntegrationDetails item, Duration atMost) {
		Map<Arn, Holding> unknown = new LinkedHashMap<>();
		Objects.requireNonNullElse(item.associations(), List.<Association>of())
			.forEach((association) -> unknown.put(association.arn(), new Holding.Unknown(
					"The services that may hold it did not all answer within " + atMost.toSeconds() + " seconds.",
					List.of())));
		return new Holdings(unknown, List.of(), List.of());
	}

	/**
	 * Reads who holds the associations of items that a scan has seen, but not what hangs
	 * on the holders, which takes a call for each.
	 * @param meter counts the calls
	 * @return holdings by the item's ARN, for items that have associations
	 */
	Map<Arn, Holdings> readSeen(AccountAlias account, List<Integration> items, CallMeter meter) {
		return joined(started(account,
				items.stream()
					.filter((item) -> item.associations() != null && !item.associations().isEmpty())
					.map(Item::of)
					.toList(),
				meter, false));
	}

	private Map<Arn, CompletableFuture<Holdings>> started(AccountAlias account, List<Item> items, CallMeter meter,
			boolean deep) {
		Map<Region, InRegion> regions = new ConcurrentHashMap<>();
		Map<Arn, CompletableFuture<Holdings>> reads = new LinkedHashMap<>();
		items.forEach((item) -> {
			InRegion region = regions.computeIfAbsent(item.region(), (key) -> new InRegion(account, key, meter, deep));
			reads.put(item.arn(), CompletableFuture.supplyAsync(() -> region.holdings(item), this.executor));
		});
		return reads;
	}

	private static Map<Arn, Holdings> joined(Map<Arn, CompletableFuture<Holdings>> reads) {
		Map<Arn, Holdings> holdings = new LinkedHashMap<>();
		reads.forEach((arn, read) -> holdings.put(arn, read.join()));
		return holdings;
	}

	@PreDestroy
	void stop() {
		this.executor.shutdownNow();
	}

	/**
	 * One region, whose lists are read when the first item needs them, and once.
	 */
	private final class InRegion {

		private final AccountAlias account;

		private final Region region;

		private final CallMeter meter;

		private final boolean deep;

		private final Map<String, CompletableFuture<Object>> lists = new ConcurrentHashMap<>();

		InRegion(AccountAlias account, Region region, CallMeter meter, boolean deep) {
			this.account = account;
			this.region = region;
			this.meter = meter;
			this.deep = deep;
		}

		Holdings holdings(Item item) {
			List<ScanFailure> failures = new ArrayList<>();
			List<Search> searches = switch (item.kind()) {
				case DATA_INTEGRATION -> List.of(search(HolderService.ASSISTANT, item, failures, this::knowledgeBases));
				case EVENT_INTEGRATION ->
					List.of(search(HolderService.CONNECT, item, failures, (each) -> connect(each, "EVENT")),
							search(HolderService.PROFILES, item, failures, this::profiles));
				case APPLICATION ->
					List.of(search(HolderService.CONNECT, item, failures, (each) -> connect(each, "APPLICATION")));
			};
			return new Holdings(HolderMatch.match(Objects.requireNonNullElse(item.associations(), List.of()), searches),
					searches.stream().flatMap((search) -> search.found().stream()).toList(), failures);
		}

		private Search search(HolderService service, Item item, List<ScanFailure> failures, Finder finder) {
			List<Holder> found = new ArrayList<>();
			try {
				finder.find(new Finding(item, found));
				return new Search(service, found, null);
			}
			catch (AwsFailedException ex) {
				ScanFailure failure = FailureReport.of(ex.failure().call().operation(), item.name(), ex.failure());
				failures.add(failure);
				return new Search(service, found, service.words() + " could not be read (" + failure.operation() + "): "
						+ failure.message() + ". " + failure.advice());
			}
		}

		private void profiles(Finding finding) {
			finding.found()
				.addAll(HolderReader.this.profiles.integrations(this.account, this.region, finding.item().arn(),
						this.meter));
		}

		private void connect(Finding finding, String type) {
			String arn = finding.item().arn().toString();
			for (ConnectGateway.Row row : rows(type)) {
				if (row.integrationArn().equals(arn)) {
					finding.found().add(association(row, finding.item()));
				}
			}
		}

		private Holder.ConnectAssociation association(ConnectGateway.Row row, Item item) {
			List<SecurityProfileGrant> grants = (this.deep && "APPLICATION".equals(row.type()))
					? grants(row.instance()).stream()
						.filter((grant) -> grant.namespace().equals(item.namespace()))
						.toList()
					: List.of();
			return new Holder.ConnectAssociation(row.instance().arn(), row.instance().id(), row.instance().alias(),
					row.id(), row.arn(), row.type(),
					this.deep ? HolderReader.this.connect.useCases(this.account, this.region, row, this.meter)
							: List.of(),
					grants);
		}

		private void knowledgeBases(Finding finding) {
			String arn = finding.item().arn().toString();
			for (QConnectGateway.Base base : bases()) {
				if (arn.equals(base.source())) {
					finding.found()
						.add(new Holder.KnowledgeBase(base.id(), base.arn(), base.name(), base.status(),
								uses().stream()
									.filter((use) -> use.knowledgeBaseId().equals(base.id()))
									.map(QConnectGateway.Use::association)
									.toList(),
								(this.deep ? rows("WISDOM_KNOWLEDGE_BASE") : List.<ConnectGateway.Row>of()).stream()
									.filter((row) -> row.integrationArn().equals(base.arn()))
									.map((row) -> association(row, finding.item()))
									.toList()));
				}
			}
		}

		private List<ConnectGateway.Row> rows(String type) {
			return once(type,
					() -> instances().stream()
						.flatMap((instance) -> HolderReader.this.connect
							.associations(this.account, this.region, instance, type, this.meter)
							.stream())
						.toList());
		}

		private List<Instance> instances() {
			return once("instances", () -> HolderReader.this.connect.instances(this.account, this.region, this.meter));
		}

		private List<SecurityProfileGrant> grants(Instance instance) {
			return once("grants " + instance.id(),
					() -> HolderReader.this.connect.grants(this.account, this.region, instance, this.meter));
		}

		private List<QConnectGateway.Base> bases() {
			return once("bases",
					() -> HolderReader.this.assistants.knowledgeBases(this.account, this.region, this.meter));
		}

		private List<QConnectGateway.Use> uses() {
			return !this.deep ? List.of()
					: once("uses", () -> HolderReader.this.assistants.uses(this.account, this.region, this.meter));
		}

		/**
		 * Reads a list once, for whoever comes first; its failure is everybody's.
		 */
		@SuppressWarnings("unchecked")
		private <T> List<T> once(String list, Supplier<List<T>> read) {
			CompletableFuture<Object> mine = new CompletableFuture<>();
			CompletableFuture<Object> there = this.lists.putIfAbsent(list, mine);
			if (there == null) {
				try {
					mine.complete(read.get());
				}
				catch (RuntimeException ex) {
					mine.completeExceptionally(ex);
					throw ex;
				}
				there = mine;
			}
			try {
				return (List<T>) there.join();
			}
			catch (CompletionException ex) {
				throw (ex.getCause() instanceof AwsFailedException failed) ? failed : ex;
			}
		}

	}

	private interface Finder {

		void find(Finding finding);

	}

	/**
	 * Where a search puts what it finds, so that a failure half way loses nothing.
	 */
	private record Finding(Item item, List<Holder> found) {

	}

	/**
	 * What is searched for.
	 *
	 * @param namespace of an application, otherwise {@code null}
	 */
	private record Item(Region region, Kind kind, Arn arn, String name, @Nullable String namespace,
			List<Association> associations) {

		static Item of(IntegrationDetails item) {
			Object namespace = item.fields().get("Namespace");
			return new Item(item.region(), item.kind(), item.arn(), item.name(),
					(namespace != null) ? String.valueOf(namespace) : null,
					Objects.requireNonNullElse(item.associations(), List.of()));
		}

		static Item of(Integration item) {
			return new Item(item.region(), item.kind(), item.arn(), item.name(),
					(item.kind() == Kind.APPLICATION) ? item.source() : null,
					Objects.requireNonNullElse(item.associations(), List.of()));
		}

	}

}
