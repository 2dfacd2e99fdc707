package dev.appintegrations.emulator.profiles;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

import dev.appintegrations.emulator.appintegrations.AppIntegrationsStore;
import dev.appintegrations.emulator.wire.AwsError;
import dev.appintegrations.emulator.wire.Conditions;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * The domains and integrations of emulated accounts. An integration with an event
 * integration is the holder of an association in AppIntegrations.
 */
@Component
public class ProfilesStore {

	static final String CLIENT = "profile.amazonaws.com";

	private final Map<String, RegionState> regions = new ConcurrentHashMap<>();

	private final AtomicLong sequence = new AtomicLong();

	private final AppIntegrationsStore integrations;

	private final Conditions conditions;

	ProfilesStore(AppIntegrationsStore integrations, Conditions conditions) {
		this.integrations = integrations;
		this.conditions = conditions;
	}

	/**
	 * Lets a domain listen to an event integration, as PutIntegration does, without the
	 * checks of the API.
	 * @param account twelve digits
	 * @param region region code
	 * @param domain name of the domain, which is created if there is none
	 * @param eventIntegration ARN of the event integration
	 * @param associationId id of the association that this creates
	 * @param hidden whether lists show the integration only when asked for hidden ones
	 */
	public void integrate(String account, String region, String domain, String eventIntegration, String associationId,
			boolean hidden) {
		in(account, region, (state) -> {
			Domain in = state.domains.computeIfAbsent(domain, (name) -> new Domain(this.sequence.incrementAndGet(),
					name, Map.of("DefaultExpirationDays", 366), this.conditions.now(account)));
			String association = associate(account, region, domain, eventIntegration, associationId);
			in.add(new Integration(this.sequence.incrementAndGet(), domain, eventIntegration, hidden, association,
					Map.of("Scope", "PROFILE"), this.conditions.now(account)));
			return in;
		});
	}

	String associate(String account, String region, String domain, String eventIntegration, String id) {
		return this.integrations.associate(account, region, eventIntegration, id,
				Map.of("ClientId", CLIENT, "EventBridgeRuleName", "AppIntegrations-CustomerProfiles-" + id,
						"ClientAssociationMetadata", Map.of("domainName", domain)));
	}

	void dissociate(String account, String region, Integration integration) {
		if (integration.association() != null) {
			this.integrations.dissociate(account, region, integration.association());
		}
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

	Instant now(String account) {
		return this.conditions.now(account);
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

		private final Map<String, Domain> domains = new LinkedHashMap<>();

		Collection<Domain> domains() {
			return this.domains.values();
		}

		boolean has(String domain) {
			return this.domains.containsKey(domain);
		}

		Domain domain(String name) {
			Domain domain = this.domains.get(name);
			if (domain == null) {
				throw new AwsError(404, "ResourceNotFoundException", "The domain " + name + " does not exist");
			}
			return domain;
		}

		void add(Domain domain) {
			this.domains.put(domain.name(), domain);
		}

		void remove(Domain domain) {
			this.domains.remove(domain.name());
		}

	}

}
