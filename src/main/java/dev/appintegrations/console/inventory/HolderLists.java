package dev.appintegrations.console.inventory;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;

import dev.appintegrations.console.aws.CallMeter;
import dev.appintegrations.console.inventory.ConnectGateway.Instance;
import dev.appintegrations.console.inventory.ConnectGateway.Row;
import dev.appintegrations.console.inventory.Holder.ProfilesIntegration;
import dev.appintegrations.console.inventory.Holder.SecurityProfileGrant;
import dev.appintegrations.console.inventory.Holder.UseCase;
import dev.appintegrations.console.inventory.RegionScan.ListProof;
import dev.appintegrations.console.kernel.AccountAlias;
import dev.appintegrations.console.kernel.Arn;
import dev.appintegrations.console.kernel.Region;

/**
 * The holders' lists of one region, each read when it is needed first, and once; its
 * failure is everybody's.
 */
class HolderLists {

	private final ConnectGateway connect;

	private final CustomerProfilesGateway profiles;

	private final QConnectGateway assistants;

	private final AccountAlias account;

	private final Region region;

	private final CallMeter meter;

	private final Map<String, CompletableFuture<ListChain<?>>> lists = new ConcurrentHashMap<>();

	private final Map<String, ListProof> proof = new ConcurrentHashMap<>();

	HolderLists(ConnectGateway connect, CustomerProfilesGateway profiles, QConnectGateway assistants,
			AccountAlias account, Region region, CallMeter meter) {
		this.connect = connect;
		this.profiles = profiles;
		this.assistants = assistants;
		this.account = account;
		this.region = region;
		this.meter = meter;
	}

	/**
	 * The lists that were read, by operation.
	 */
	List<ListProof> proof() {
		return this.proof.entrySet().stream().sorted(Map.Entry.comparingByKey()).map(Map.Entry::getValue).toList();
	}

	/**
	 * The integration associations of all Amazon Connect instances, of one type.
	 */
	ListChain<Row> rows(String type) {
		return once("rows " + type, () -> each(instances(), (instance) -> read("ListIntegrationAssociations",
				() -> this.connect.associations(this.account, this.region, instance, type, this.meter))));
	}

	private ListChain<Instance> instances() {
		return once("instances",
				() -> read("ListInstances", () -> this.connect.instances(this.account, this.region, this.meter)));
	}

	ListChain<UseCase> useCases(String instance, String association) {
		return once("use cases " + instance + " " + association, () -> read("ListUseCases",
				() -> this.connect.useCases(this.account, this.region, instance, association, this.meter)));
	}

	/**
	 * What all security profiles of an instance grant.
	 */
	ListChain<SecurityProfileGrant> grants(String instance) {
		return once("grants " + instance,
				() -> each(
						read("ListSecurityProfiles",
								() -> this.connect.profiles(this.account, this.region, instance, this.meter)),
						(profile) -> read("ListSecurityProfileApplications",
								() -> this.connect.grants(this.account, this.region, instance, profile, this.meter))));
	}

	ListChain<ProfilesIntegration> profiles(Arn uri) {
		return once("profiles " + uri, () -> read("ListAccountIntegrations",
				() -> this.profiles.integrations(this.account, this.region, uri, this.meter)));
	}

	ListChain<QConnectGateway.Base> bases() {
		return once("bases", () -> read("ListKnowledgeBases",
				() -> this.assistants.knowledgeBases(this.account, this.region, this.meter)));
	}

	/**
	 * Which assistants use which knowledge base.
	 */
	ListChain<QConnectGateway.Use> uses() {
		return once("uses",
				() -> each(
						read("ListAssistants", () -> this.assistants.assistants(this.account, this.region, this.meter)),
						(assistant) -> read("ListAssistantAssociations",
								() -> this.assistants.uses(this.account, this.region, assistant, this.meter))));
	}

	/**
	 * The lists of all parents as one; that of a parent which can't be read is missing.
	 */
	private static <P, T> ListChain<T> each(ListChain<P> parents, Function<P, ListChain<T>> children) {
		return parents.items()
			.stream()
			.map(children)
			.reduce(new ListChain<>(List.of(), 0, parents.failure()), ListChain::and);
	}

	private <T> ListChain<T> read(String operation, Supplier<ListChain<T>> list) {
		ListChain<T> chain = list.get();
		this.proof.merge(operation, new ListProof(operation, 1, chain.pages(), chain.items().size(), chain.ended()),
				(one, other) -> new ListProof(operation, one.parents() + other.parents(), one.pages() + other.pages(),
						one.items() + other.items(), one.ended() && other.ended()));
		return chain;
	}

	@SuppressWarnings("unchecked")
	private <T> ListChain<T> once(String name, Supplier<ListChain<T>> read) {
		CompletableFuture<ListChain<?>> mine = new CompletableFuture<>();
		CompletableFuture<ListChain<?>> there = this.lists.putIfAbsent(name, mine);
		if (there != null) {
			return (ListChain<T>) there.join();
		}
		try {
			ListChain<T> chain = read.get();
			mine.complete(chain);
			return chain;
		}
		catch (RuntimeException ex) {
			mine.completeExceptionally(ex);
			throw ex;
		}
	}

}
