package dev.appintegrations.console.inventory;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

import dev.appintegrations.console.aws.AwsFailedException;
import dev.appintegrations.console.aws.AwsFailure;
import dev.appintegrations.console.inventory.Holder.ConnectAssociation;
import dev.appintegrations.console.inventory.Holder.KnowledgeBase;
import dev.appintegrations.console.inventory.HolderMatch.Search;
import dev.appintegrations.console.inventory.HolderReader.Item;
import dev.appintegrations.console.inventory.RegionScan.ListProof;
import dev.appintegrations.console.inventory.RegionScan.ScanFailure;
import org.jspecify.annotations.Nullable;

/**
 * Finds the holders of items of one region in the holders' lists.
 */
class RegionHolders {

	private final HolderLists lists;

	private final Predicate<HolderService> callable;

	private final boolean deep;

	private final Map<String, ScanFailure> failures = Collections.synchronizedMap(new LinkedHashMap<>());

	/**
	 * @param callable whether a service has an endpoint in the region
	 * @param deep whether to read what hangs on holders
	 */
	RegionHolders(HolderLists lists, Predicate<HolderService> callable, boolean deep) {
		this.lists = lists;
		this.callable = callable;
		this.deep = deep;
	}

	Holdings of(Item item) {
		List<ScanFailure> failures = new ArrayList<>();
		List<Search> searches = HolderService.of(item.kind())
			.stream()
			.map((service) -> search(service, item, failures))
			.toList();
		return new Holdings(HolderMatch.match(item.associations(), item.exporting(), searches),
				searches.stream().filter(Search::complete).flatMap((search) -> search.found().stream()).toList(),
				failures);
	}

	List<ListProof> proof() {
		return this.lists.proof();
	}

	/**
	 * Calls that failed so far, whichever item they were for, each once.
	 */
	List<ScanFailure> failures() {
		return List.copyOf(this.failures.values());
	}

	private Search search(HolderService service, Item item, List<ScanFailure> failures) {
		if (!this.callable.test(service)) {
			return Search.absent(service);
		}
		ListChain<Holder> named = named(service, item);
		List<Holder> found = named.items();
		AwsFailedException failed = named.failure();
		if (this.deep && failed == null) {
			try {
				found = found.stream().map((holder) -> whole(holder, item.namespace())).toList();
			}
			catch (AwsFailedException ex) {
				failed = ex;
			}
		}
		return new Search(service, true, found, (failed != null) ? failure(failed.failure(), item, failures) : null);
	}

	private String failure(AwsFailure failure, Item item, List<ScanFailure> failures) {
		AwsFailure.Call call = failure.call();
		ScanFailure report = FailureReport.of(call.operation(), item.name(), failure);
		failures.add(report);
		this.failures.putIfAbsent(call.operation() + " " + call.code(), report);
		return HolderService.of(call.service()).words() + " could not be read (" + call.operation() + "): "
				+ failure.message() + ". " + failure.advice();
	}

	/** The holders that name an item, without what hangs on them. */
	private ListChain<Holder> named(HolderService service, Item item) {
		String arn = item.arn().toString();
		return switch (service) {
			case CONNECT -> this.lists.rows((item.kind() == Kind.APPLICATION) ? "APPLICATION" : "EVENT")
				.flatMap((row) -> row.integrationArn().equals(arn) ? Stream.of(bare(row)) : Stream.of());
			case PROFILES -> this.lists.profiles(item.arn()).flatMap(Stream::of);
			case ASSISTANT -> this.lists.bases()
				.flatMap((base) -> (arn.equals(base.source()) && !"DELETED".equals(base.status()))
						? Stream.of(bare(base)) : Stream.of());
		};
	}

	private static ConnectAssociation bare(ConnectGateway.Row row) {
		return new ConnectAssociation(row.instance().arn(), row.instance().id(), row.instance().alias(), row.id(),
				row.arn(), row.type(), List.of(), List.of(), row.settings());
	}

	private static KnowledgeBase bare(QConnectGateway.Base base) {
		return new KnowledgeBase(base.id(), base.arn(), base.name(), base.status(), List.of(), List.of(),
				base.settings());
	}

	/**
	 * The same holder with what hangs on it.
	 * @throws AwsFailedException if not all of it could be read
	 */
	private Holder whole(Holder holder, @Nullable String namespace) {
		return switch (holder) {
			case ConnectAssociation connect -> whole(connect, namespace);
			case Holder.ProfilesIntegration profiles -> profiles;
			case KnowledgeBase base -> new KnowledgeBase(base.id(), base.arn(), base.name(), base.status(),
					this.lists.uses()
						.whole()
						.stream()
						.filter((use) -> use.knowledgeBaseId().equals(base.id()))
						.map(QConnectGateway.Use::association)
						.toList(),
					this.lists.rows("WISDOM_KNOWLEDGE_BASE")
						.whole()
						.stream()
						.filter((row) -> row.integrationArn().equals(base.arn()))
						.map((row) -> whole(bare(row), null))
						.toList(),
					base.settings());
		};
	}

	private ConnectAssociation whole(ConnectAssociation connect, @Nullable String namespace) {
		return new ConnectAssociation(connect.instanceArn(), connect.instanceId(), connect.instanceAlias(),
				connect.associationId(), connect.associationArn(), connect.integrationType(),
				this.lists.useCases(connect.instanceId(), connect.associationId()).whole(),
				(namespace == null) ? List.of()
						: this.lists.grants(connect.instanceId())
							.whole()
							.stream()
							.filter((grant) -> grant.namespace().equals(namespace))
							.toList(),
				connect.settings());
	}

}
