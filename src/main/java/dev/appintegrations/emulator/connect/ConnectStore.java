package dev.appintegrations.emulator.connect;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

import dev.appintegrations.emulator.appintegrations.AppIntegrationsStore;
import dev.appintegrations.emulator.wire.AwsError;
import dev.appintegrations.emulator.wire.Conditions;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Everything that emulated accounts have in Amazon Connect, kept in step with what Amazon
 * Connect holds in AppIntegrations. Scenarios write here directly.
 */
@Component
public class ConnectStore {

	/** ClientId of its associations (the one published sample is of an application). */
	private static final String CLIENT = "connect.amazonaws.com";

	private final Map<String, RegionState> regions = new ConcurrentHashMap<>();

	private final AtomicLong sequence = new AtomicLong();

	private final AppIntegrationsStore integrations;

	private final Conditions conditions;

	ConnectStore(AppIntegrationsStore integrations, Conditions conditions) {
		this.integrations = integrations;
		this.conditions = conditions;
	}

	/**
	 * Adds an instance, without the security profiles that AWS would give it.
	 * @param account twelve digits
	 * @param region region code
	 * @param id its id
	 * @param members its members as CreateInstance names them, such as
	 * {@code InstanceAlias}
	 * @return its ARN
	 */
	public String addInstance(String account, String region, String id, Map<String, Object> members) {
		return in(account, region, (state) -> {
			String arn = Kind.INSTANCE.arn(account, region, id, id);
			state.instances.add(entity(account, Kind.INSTANCE, id, arn, members));
			return arn;
		});
	}

	/**
	 * Removes an instance. What it holds in AppIntegrations stays there as orphans (seen
	 * in the field for applications, inferred for event integrations).
	 * @param account twelve digits
	 * @param region region code
	 * @param id the instance's id
	 * @throws AwsError if there is none
	 */
	public void removeInstance(String account, String region, String id) {
		in(account, region, (state) -> {
			Entity instance = state.instances.existing(Kind.INSTANCE, id);
			remove(account, state.instances, instance);
			instance.children()
				.existing(Kind.INTEGRATION_ASSOCIATION)
				.forEach((association) -> state.held.remove(association.arn()));
			return instance;
		});
	}

	/**
	 * Associates an instance with a resource. For an event integration or application the
	 * association in AppIntegrations is made too.
	 * @param account twelve digits
	 * @param region region code
	 * @param instanceId the instance's id
	 * @param id the association's id
	 * @param members its members as CreateIntegrationAssociation names them:
	 * {@code IntegrationType} and {@code IntegrationArn} at least
	 * @return its ARN
	 * @throws AwsError if there is no such instance, event integration or application
	 */
	public String associate(String account, String region, String instanceId, String id, Map<String, Object> members) {
		String arn = Kind.INTEGRATION_ASSOCIATION.arn(account, region, instanceId, id);
		return in(account, region, (state) -> {
			Entity instance = state.instances.existing(Kind.INSTANCE, instanceId);
			if (IntegrationType.of(members).held()) {
				state.held.put(arn, hold(account, region, arn, members));
			}
			instance.children().add(entity(account, Kind.INTEGRATION_ASSOCIATION, id, arn, members));
			return arn;
		});
	}

	/**
	 * Removes an association, and with it the one in AppIntegrations, which is listed
	 * there for as long as the lags are.
	 * @param account twelve digits
	 * @param region region code
	 * @param instanceId the instance's id
	 * @param id the association's id
	 * @throws AwsError if there is none
	 */
	public void dissociate(String account, String region, String instanceId, String id) {
		in(account, region, (state) -> {
			Entities all = state.instances.existing(Kind.INSTANCE, instanceId).children();
			Entity association = all.existing(Kind.INTEGRATION_ASSOCIATION, id);
			remove(account, all, association);
			String held = state.held.remove(association.arn());
			return held != null && this.integrations.dissociate(account, region, held);
		});
	}

	/**
	 * Adds a use case to an association.
	 * @param account twelve digits
	 * @param region region code
	 * @param instanceId the instance's id
	 * @param associationId the association's id
	 * @param id the use case's id
	 * @param type such as {@code RULES_EVALUATION}
	 * @return its ARN
	 * @throws AwsError if there is no such association
	 */
	public String addUseCase(String account, String region, String instanceId, String associationId, String id,
			String type) {
		return in(account, region, (state) -> {
			String arn = Kind.USE_CASE.arn(account, region, instanceId, id);
			state.instances.existing(Kind.INSTANCE, instanceId)
				.children()
				.existing(Kind.INTEGRATION_ASSOCIATION, associationId)
				.children()
				.add(entity(account, Kind.USE_CASE, id, arn, Map.of("UseCaseType", type)));
			return arn;
		});
	}

	/**
	 * Adds a security profile to an instance.
	 * @param account twelve digits
	 * @param region region code
	 * @param instanceId the instance's id
	 * @param id the profile's id
	 * @param members its members as CreateSecurityProfile names them, such as
	 * {@code Applications}
	 * @return its ARN
	 * @throws AwsError if there is no such instance
	 */
	public String addSecurityProfile(String account, String region, String instanceId, String id,
			Map<String, Object> members) {
		return in(account, region, (state) -> {
			String arn = Kind.SECURITY_PROFILE.arn(account, region, instanceId, id);
			state.instances.existing(Kind.INSTANCE, instanceId)
				.children()
				.add(entity(account, Kind.SECURITY_PROFILE, id, arn, members));
			return arn;
		});
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

	void remove(String account, Entities from, Entity entity) {
		Instant now = this.conditions.now(account);
		from.remove(entity, now, now.plus(this.conditions.lag(account, "readAfterWriteMs")));
	}

	void forget(@Nullable String account) {
		this.regions.keySet().removeIf((key) -> account == null || key.startsWith(account + "|"));
	}

	private Entity entity(String account, Kind kind, String id, String arn, Map<String, Object> members) {
		Instant now = this.conditions.now(account);
		return new Entity(kind, this.sequence.incrementAndGet(), id, arn, members, now,
				now.plus(this.conditions.lag(account, "readAfterWriteMs")));
	}

	private String hold(String account, String region, String association, Map<String, Object> members) {
		String integration = String.valueOf(members.get("IntegrationArn"));
		String id = UUID.nameUUIDFromBytes(association.getBytes(StandardCharsets.UTF_8)).toString();
		Map<String, Object> held = new LinkedHashMap<>();
		held.put("ClientId", CLIENT);
		if (IntegrationType.of(members) == IntegrationType.EVENT) {
			String name = integration.substring(integration.indexOf('/') + 1);
			held.put("EventBridgeRuleName", "AppIntegrations-" + name.replace('/', '-') + "-" + id.substring(0, 8));
		}
		try {
			return this.integrations.associate(account, region, integration, id, held);
		}
		catch (IllegalArgumentException ex) {
			throw new AwsError(404, "ResourceNotFoundException", "The integration " + integration + " was not found");
		}
	}

	/**
	 * One region of one account.
	 */
	static final class RegionState {

		private final Entities instances = new Entities();

		/** ARNs of the associations in AppIntegrations, by those here. */
		private final Map<String, String> held = new HashMap<>();

		Entities instances() {
			return this.instances;
		}

	}

}
