package dev.appintegrations.console.inventory;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

import dev.appintegrations.console.aws.AwsFailedException;
import dev.appintegrations.console.aws.CallMeter;
import dev.appintegrations.console.inventory.ListChain.Page;
import dev.appintegrations.console.inventory.RegionScan.ListProof;
import dev.appintegrations.console.inventory.RegionScan.ScanFailure;
import dev.appintegrations.console.kernel.AccountAlias;
import dev.appintegrations.console.kernel.Region;
import org.jspecify.annotations.Nullable;

/**
 * Reads one region by itself: its three lists side by side, and each item's associations
 * as soon as the item's page is in.
 */
final class RegionReader {

	private final AppIntegrationsGateway gateway;

	private final ExecutorService executor;

	private final FailureReport report;

	private final AccountAlias account;

	private final Region region;

	private final CallMeter meter = new CallMeter();

	RegionReader(AppIntegrationsGateway gateway, ExecutorService executor, FailureReport report, AccountAlias account,
			Region region) {
		this.gateway = gateway;
		this.executor = executor;
		this.report = report;
		this.account = account;
		this.region = region;
	}

	/**
	 * Reads the region. Never throws for what AWS does or fails to do.
	 */
	Reading read() throws InterruptedException {
		long start = System.nanoTime();
		Map<Kind, Future<KindReading>> kinds = new EnumMap<>(Kind.class);
		for (Kind kind : Kind.values()) {
			kinds.put(kind, this.executor.submit(() -> read(kind)));
		}
		List<Integration> items = new ArrayList<>();
		List<ListProof> proof = new ArrayList<>();
		List<AwsFailedException> failures = new ArrayList<>();
		List<ScanFailure> reports = new ArrayList<>();
		Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
		boolean associationsRead = true;
		int associations = 0;
		for (Map.Entry<Kind, Future<KindReading>> each : kinds.entrySet()) {
			Kind kind = each.getKey();
			KindReading reading = await(each.getValue());
			items.addAll(reading.items());
			proof.add(reading.list());
			if (reading.list().ended()) {
				counts.put(kind, reading.items().size());
			}
			if (!reading.items().isEmpty()) {
				proof.add(reading.associations());
			}
			associationsRead = associationsRead && reading.list().ended() && reading.associations().ended();
			associations += reading.associations().items();
			reading.failures().forEach((failure) -> {
				failures.add(failure.exception());
				reports.add(this.report.of(failure));
			});
		}
		RegionOutcome outcome = this.report.outcome(this.account, this.region, failures, anyListed(proof));
		RegionScan scan = new RegionScan(this.region, outcome, counts, associationsRead ? associations : null,
				this.meter.answered(), this.meter.refused(), Duration.ofNanos(System.nanoTime() - start), proof,
				reports);
		return new Reading(scan, items);
	}

	private static boolean anyListed(List<ListProof> proof) {
		return proof.stream().anyMatch((list) -> list.pages() > 0);
	}

	private KindReading read(Kind kind) throws InterruptedException {
		List<Integration> found = new ArrayList<>();
		List<Future<ListChain<Association>>> associations = new ArrayList<>();
		ListChain<Integration> list = ListChain.follow(AppIntegrationsGateway.SERVICE,
				AppIntegrationsGateway.listOperation(kind), (token) -> {
					Page<Integration> page = this.gateway.list(this.account, this.region, kind, token, this.meter);
					page.items().forEach((item) -> {
						found.add(item);
						associations.add(this.executor.submit(() -> this.gateway.associations(this.account, this.region,
								kind, item.arn(), this.meter)));
					});
					return page;
				});
		List<Failure> failures = new ArrayList<>();
		if (list.failure() != null) {
			failures.add(new Failure(AppIntegrationsGateway.listOperation(kind), null, list.failure()));
		}
		List<Integration> items = new ArrayList<>();
		int pages = 0;
		int count = 0;
		boolean ended = true;
		for (int i = 0; i < found.size(); i++) {
			ListChain<Association> chain = await(associations.get(i));
			Integration item = found.get(i);
			pages += chain.pages();
			if (chain.failure() != null) {
				failures
					.add(new Failure(AppIntegrationsGateway.associationsOperation(kind), item.name(), chain.failure()));
				ended = false;
				items.add(item);
			}
			else {
				count += chain.items().size();
				items.add(item.with(chain.items()));
			}
		}
		return new KindReading(items,
				new ListProof(AppIntegrationsGateway.listOperation(kind), 1, list.pages(), found.size(),
						list.failure() == null),
				new ListProof(AppIntegrationsGateway.associationsOperation(kind), found.size(), pages, count, ended),
				failures);
	}

	private static <T> T await(Future<T> future) throws InterruptedException {
		try {
			return future.get();
		}
		catch (ExecutionException ex) {
			if (ex.getCause() instanceof InterruptedException) {
				throw new InterruptedException();
			}
			throw new IllegalStateException(ex.getCause());
		}
	}

	/**
	 * A region that was read.
	 *
	 * @param scan how it went
	 * @param items what is there
	 */
	record Reading(RegionScan scan, List<Integration> items) {

	}

	/**
	 * A failed call.
	 *
	 * @param operation its operation
	 * @param parent whose associations were asked for, or {@code null}
	 * @param exception why
	 */
	record Failure(String operation, @Nullable String parent, AwsFailedException exception) {

	}

	private record KindReading(List<Integration> items, ListProof list, ListProof associations,
			List<Failure> failures) {

	}

}
