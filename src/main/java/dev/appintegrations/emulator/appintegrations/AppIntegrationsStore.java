package dev.appintegrations.emulator.appintegrations;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

import dev.appintegrations.emulator.wire.AwsError;
import dev.appintegrations.emulator.wire.Conditions;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Everything that emulated accounts have in AppIntegrations. Scenarios, and services that
 * hold associations, write here directly: they are what AWS calls an approved client.
 */
@Component
public class AppIntegrationsStore {

	private final Map<String, RegionState> regions = new ConcurrentHashMap<>();

	private final AtomicLong sequence = new AtomicLong();

	private final Conditions conditions;

	AppIntegrationsStore(Conditions conditions) {
		this.conditions = conditions;
	}

	/**
	 * Adds a resource, without the checks of the API.
	 * @param account twelve digits
	 * @param region region code
	 * @param kind what it is
	 * @param id its id; of an event integration, its name
	 * @param members its members as the API's Get answer names them
	 * @return its ARN
	 */
	public String add(String account, String region, Kind kind, String id, Map<String, Object> members) {
		return in(account, region, (state) -> {
			Instant now = this.conditions.now(account);
			String arn = kind.arn(account, region, id);
			Resource resource = new Resource(kind, this.sequence.incrementAndGet(), id, arn, members, now,
					now.plus(this.conditions.lag(account, "readAfterWriteMs")));
			state.resources.put(resource.sequence(), resource);
			return arn;
		});
	}

	/**
	 * Associates a consumer with a resource. A data integration takes one consumer in its
	 * life, beside its exports.
	 * @param account twelve digits
	 * @param region region code
	 * @param parent ARN of the resource
	 * @param id the association's id
	 * @param members members of the list answer, such as {@code ClientId}
	 * @return the association's ARN
	 * @throws IllegalArgumentException if there is no such resource
	 * @throws AwsError {@code InvalidRequestException} if it is a data integration that
	 * has or had a consumer (documented with CreateKnowledgeBase; that the error comes
	 * through as it is, is unverified)
	 */
	public String associate(String account, String region, String parent, String id, Map<String, Object> members) {
		return in(account, region, (state) -> {
			Resource resource = state.existing()
				.filter((each) -> each.arn().equals(parent))
				.findFirst()
				.orElseThrow(() -> new IllegalArgumentException("No such resource: " + parent));
			if (resource.kind() == Kind.DATA_INTEGRATION && !export(members) && resource.everConsumed()) {
				throw new AwsError(400, AppIntegrationsService.INVALID, "The data integration " + resource.name()
						+ " was associated before and can't be associated again");
			}
			String arn = resource.kind().associationArn(account, region, resource.id(), id);
			resource.associate(new AssociationResource(this.sequence.incrementAndGet(), id, arn, members));
			return arn;
		});
	}

	/**
	 * Removes an association. Lists show it, and its resource is in use, for as long as
	 * the lags are.
	 * @param account twelve digits
	 * @param region region code
	 * @param arn the association's ARN
	 * @return false if there is none
	 */
	public boolean dissociate(String account, String region, String arn) {
		return dissociate(account, region, arn, this.conditions.now(account));
	}

	/**
	 * Removes an association as of a moment to come.
	 * @param account twelve digits
	 * @param region region code
	 * @param arn the association's ARN
	 * @param from when the lags begin
	 * @return false if there is none
	 */
	public boolean dissociate(String account, String region, String arn, Instant from) {
		return in(account, region, (state) -> {
			Instant listedUntil = from.plus(this.conditions.lag(account, "associationMs"));
			Instant inUseUntil = listedUntil.plus(this.conditions.lag(account, "inUseMs"));
			return state.existing().anyMatch((resource) -> resource.dissociate(arn, listedUntil, inUseUntil));
		});
	}

	/**
	 * A member of a resource that exists, whatever reads show.
	 * @param account twelve digits
	 * @param region region code
	 * @param arn the resource's ARN
	 * @param name the member as the API's Get answer names it
	 * @return its value, or {@code null} if there is no such resource or it has none
	 */
	public @Nullable Object member(String account, String region, String arn, String name) {
		return in(account, region,
				(state) -> state.existing()
					.filter((each) -> each.arn().equals(arn))
					.findFirst()
					.map((each) -> each.members().get(name)))
			.orElse(null);
	}

	/**
	 * What an account has, in every region.
	 * @param account twelve digits
	 * @param kind the kind of resource
	 * @return the ARNs of what exists, each with those of its associations, whatever
	 * reads show
	 */
	public List<Existing> existing(String account, Kind kind) {
		return this.regions.keySet()
			.stream()
			.filter((key) -> key.startsWith(account + "|"))
			.sorted()
			.flatMap((key) -> in(account, key.substring(account.length() + 1),
					(state) -> state.existing(kind).stream().map(Existing::of).toList())
				.stream())
			.toList();
	}

	/**
	 * Runs something while nobody else sees or changes the region.
	 */
	<T> T in(String account, String region, Function<RegionState, T> act) {
		RegionState state = this.regions.computeIfAbsent(account + "|" + region, (key) -> new RegionState());
		synchronized (state) {
			return act.apply(state);
		}
	}

	static boolean export(Map<String, Object> association) {
		return association.containsKey("DestinationURI");
	}

	long nextSequence() {
		return this.sequence.incrementAndGet();
	}

	void forget(@Nullable String account) {
		this.regions.keySet().removeIf((key) -> account == null || key.startsWith(account + "|"));
	}

	/**
	 * One region of one account.
	 */
	static final class RegionState {

		private final TreeMap<Long, Resource> resources = new TreeMap<>();

		private final Map<String, IdempotentAnswer> tokens = new LinkedHashMap<>();

		void put(Resource resource) {
			this.resources.put(resource.sequence(), resource);
		}

		List<Resource> visible(Kind kind, Instant now) {
			return this.resources.values()
				.stream()
				.filter((resource) -> resource.kind() == kind && resource.visible(now))
				.toList();
		}

		/** What has not been deleted, whatever reads show. */
		Stream<Resource> existing() {
			return this.resources.values().stream().filter(Resource::exists);
		}

		List<Resource> existing(Kind kind) {
			return existing().filter((resource) -> resource.kind() == kind).toList();
		}

		boolean has(Kind kind, Predicate<Resource> which) {
			return existing(kind).stream().anyMatch(which);
		}

		void delete(Resource resource, Instant now, Duration lag) {
			resource.goneAt(now.plus(lag));
			this.resources.values().removeIf((each) -> !each.exists() && !each.visible(now));
		}

		Map<String, IdempotentAnswer> tokens() {
			return this.tokens;
		}

	}

	/**
	 * The answer that a client token has had.
	 *
	 * @param parameters the request it came with
	 * @param answer what was answered
	 */
	record IdempotentAnswer(Map<String, Object> parameters, Map<String, Object> answer) {

	}

	/**
	 * A resource that exists.
	 *
	 * @param arn its ARN
	 * @param associations its associations
	 */
	public record Existing(String arn, List<Association> associations) {

		private static Existing of(Resource resource) {
			return new Existing(resource.arn(),
					resource.associations()
						.stream()
						.map((each) -> new Association(each.arn(), export(each.members())))
						.toList());
		}

		/**
		 * An association.
		 *
		 * @param arn its ARN
		 * @param export whether it is a bulk export
		 */
		public record Association(String arn, boolean export) {

		}

	}

}
