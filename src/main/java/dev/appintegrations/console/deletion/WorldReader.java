package dev.appintegrations.console.deletion;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import dev.appintegrations.console.aws.AccountIdentity;
import dev.appintegrations.console.aws.AwsFailedException;
import dev.appintegrations.console.deletion.plan.PlanRequest;
import dev.appintegrations.console.deletion.plan.Target;
import dev.appintegrations.console.deletion.plan.TargetKind;
import dev.appintegrations.console.deletion.plan.World;
import dev.appintegrations.console.inventory.Holdings;
import dev.appintegrations.console.inventory.Integration;
import dev.appintegrations.console.inventory.IntegrationDetails;
import dev.appintegrations.console.inventory.Inventory;
import dev.appintegrations.console.inventory.ItemKey;
import dev.appintegrations.console.inventory.ItemPage;
import dev.appintegrations.console.inventory.ItemQuery;
import dev.appintegrations.console.inventory.Kind;
import dev.appintegrations.console.inventory.RegionScan;
import dev.appintegrations.console.inventory.Scan;
import dev.appintegrations.console.kernel.Account;
import dev.appintegrations.console.kernel.AccountAlias;
import dev.appintegrations.console.kernel.Arn;
import dev.appintegrations.console.kernel.Inheriting;
import dev.appintegrations.console.kernel.Region;
import dev.appintegrations.console.role.AppIntegrationsRole;
import dev.appintegrations.console.role.RoleReading;
import jakarta.annotation.PreDestroy;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Reads afresh what a plan needs: its targets, and where the role is concerned every
 * region.
 */
@Component
class WorldReader {

	/** A scan of all regions that takes longer counts as not finished. */
	private static final Duration SCAN = Duration.ofMinutes(3);

	private final Inventory inventory;

	private final AppIntegrationsRole roles;

	private final AccountIdentity identity;

	private final Clock clock;

	private final ExecutorService executor = Inheriting
		.executor(Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("plan-", 0).factory()));

	WorldReader(Inventory inventory, AppIntegrationsRole roles, AccountIdentity identity, Clock clock) {
		this.inventory = inventory;
		this.roles = roles;
		this.identity = identity;
		this.clock = clock;
	}

	/**
	 * Reads.
	 * @throws AwsFailedException if STS could not be asked whose credentials these are,
	 * or named another account than before
	 */
	World read(Account account, PlanRequest request, String user) {
		AccountAlias alias = account.alias();
		String accountId = this.identity.verifyNow(alias);
		boolean role = request.everything()
				|| request.targets().stream().anyMatch((target) -> target.kind() == TargetKind.ROLE);
		Scan scan = role ? scan(alias, user) : null;
		Set<Arn> wanted = new LinkedHashSet<>();
		if (request.everything() && scan != null) {
			items(scan).forEach((item) -> wanted.add(item.arn()));
		}
		request.targets()
			.stream()
			.filter((target) -> target.kind() != TargetKind.ROLE)
			.map(Target::item)
			.forEach(wanted::add);
		Map<Arn, CompletableFuture<@Nullable IntegrationDetails>> reads = new LinkedHashMap<>();
		wanted
			.forEach((arn) -> reads.put(arn, CompletableFuture.supplyAsync(() -> details(alias, arn), this.executor)));
		RoleReading reading = role ? this.roles.read(alias) : null;
		List<IntegrationDetails> found = new ArrayList<>();
		Map<Arn, String> unread = new LinkedHashMap<>();
		reads.forEach((arn, read) -> {
			try {
				IntegrationDetails details = read.join();
				if (details != null) {
					found.add(details);
				}
			}
			catch (CompletionException ex) {
				if (!(ex.getCause() instanceof AwsFailedException failed)) {
					throw ex;
				}
				unread.put(arn,
						"It could not be read: " + failed.failure().message() + ". " + failed.failure().advice());
			}
		});
		Map<Arn, Holdings> holdings = this.inventory.holdings(alias, found);
		List<World.Item> items = found.stream()
			.map((details) -> new World.Item(details,
					holdings.getOrDefault(details.arn(), new Holdings(Map.of(), List.of(), List.of()))))
			.toList();
		return new World(account, accountId, this.clock.instant(), items, unread, reading,
				(scan != null) ? remaining(scan) : null, (scan != null) ? unproven(scan) : Map.of());
	}

	private @Nullable IntegrationDetails details(AccountAlias account, Arn arn) {
		return this.inventory.readWhole(account, new Region(arn.region()), ItemKey.of(arn).kind(), arn).orElse(null);
	}

	/** A scan that began before now may have missed what was created since. */
	private Scan scan(AccountAlias account, String user) {
		Instant asked = this.clock.instant();
		Scan scan = finished(account, this.inventory.start(account, Set.of(), user));
		return scan.startedAt().isBefore(asked) ? finished(account, this.inventory.start(account, Set.of(), user))
				: scan;
	}

	private Scan finished(AccountAlias account, Scan scan) {
		CountDownLatch end = new CountDownLatch(1);
		try (AutoCloseable _ = this.inventory.watch(account, scan.id(), 0, (event) -> {
			if (event.finished()) {
				end.countDown();
			}
		})) {
			end.await(SCAN.toSeconds(), TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
		return this.inventory.find(account, scan.id()).orElse(scan);
	}

	private List<Integration> items(Scan scan) {
		List<Integration> items = new ArrayList<>();
		ItemPage page;
		int number = 0;
		do {
			page = this.inventory.items(scan.id(), new ItemQuery(Set.of(), Set.of(), null, null, false, null,
					ItemQuery.Sort.NAME, false, number++, ItemQuery.MAX_SIZE));
			items.addAll(page.items());
		}
		while (!page.items().isEmpty());
		return items;
	}

	private static Map<Region, Map<Kind, Integer>> remaining(Scan scan) {
		Map<Region, Map<Kind, Integer>> counts = new LinkedHashMap<>();
		scan.regions().forEach((region) -> counts.put(region.region(), region.counts()));
		return counts;
	}

	/**
	 * What configuration leaves out was not read either, whatever its reason.
	 */
	private static Map<Region, String> unproven(Scan scan) {
		Map<Region, String> unproven = new LinkedHashMap<>();
		for (RegionScan region : scan.regions()) {
			if (scan.unproven().contains(region.region())) {
				unproven.put(region.region(), region.failures().isEmpty() ? "It was not read to the end."
						: region.failures().getFirst().message());
			}
		}
		scan.excluded()
			.forEach((excluded) -> unproven.put(excluded.region(),
					"The configuration leaves it out: " + excluded.reason()));
		return unproven;
	}

	@PreDestroy
	void stop() {
		this.executor.shutdownNow();
	}

}
