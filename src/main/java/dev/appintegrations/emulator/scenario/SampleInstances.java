package dev.appintegrations.emulator.scenario;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;

import dev.appintegrations.emulator.connect.ConnectStore;

/**
 * The Amazon Connect instances of one region of a scenario, which are there as soon as
 * something needs them.
 */
final class SampleInstances {

	private final ConnectStore store;

	private final String account;

	private final String region;

	private final BinaryOperator<String> ids;

	private final Map<String, String> instances = new LinkedHashMap<>();

	/**
	 * Instances of a region.
	 * @param store Amazon Connect
	 * @param account twelve digits
	 * @param region region code
	 * @param ids makes an id of a kind and a name
	 */
	SampleInstances(ConnectStore store, String account, String region, BinaryOperator<String> ids) {
		this.store = store;
		this.account = account;
		this.region = region;
		this.ids = ids;
	}

	/**
	 * Associates an instance with a resource.
	 * @param alias the instance's alias
	 * @param type such as {@code EVENT}
	 * @param arn ARN of the resource
	 * @return the association
	 */
	Holding associate(String alias, String type, String arn) {
		String instance = instance(alias);
		String association = this.ids.apply("integration-association", alias + "|" + arn);
		this.store.associate(this.account, this.region, instance, association,
				Map.of("IntegrationType", type, "IntegrationArn", arn));
		return new Holding(instance, association);
	}

	/**
	 * Adds a use case to an association.
	 * @param holding the association
	 */
	void evaluateRules(Holding holding) {
		this.store.addUseCase(this.account, this.region, holding.instance(), holding.association(),
				this.ids.apply("use-case", holding.association()), "RULES_EVALUATION");
	}

	/**
	 * Adds a security profile that grants applications.
	 * @param alias the instance's alias
	 * @param name the profile's name
	 * @param namespaces namespaces of the applications
	 */
	void grant(String alias, String name, String... namespaces) {
		List<Map<String, Object>> applications = Stream.of(namespaces)
			.map((namespace) -> Map.<String, Object>of("Namespace", namespace, "ApplicationPermissions",
					List.of("ACCESS"), "Type", "THIRD_PARTY_APPLICATION"))
			.toList();
		this.store.addSecurityProfile(this.account, this.region, instance(alias),
				this.ids.apply("security-profile", alias + "|" + name),
				Map.of("SecurityProfileName", name, "Applications", applications));
	}

	/**
	 * Removes an instance, which leaves orphans.
	 * @param alias the instance's alias
	 */
	void remove(String alias) {
		this.store.removeInstance(this.account, this.region, instance(alias));
		this.instances.remove(alias);
	}

	private String instance(String alias) {
		return this.instances.computeIfAbsent(alias, (key) -> {
			String id = this.ids.apply("instance", key);
			this.store.addInstance(this.account, this.region, id, Map.of("InstanceAlias", key, "IdentityManagementType",
					"CONNECT_MANAGED", "InboundCallsEnabled", true, "OutboundCallsEnabled", true));
			return id;
		});
	}

	/**
	 * An association of an instance.
	 *
	 * @param instance the instance's id
	 * @param association the integration association's id
	 */
	record Holding(String instance, String association) {

	}

}
