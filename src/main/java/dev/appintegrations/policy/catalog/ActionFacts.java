package dev.appintegrations.policy.catalog;

import java.util.List;

/**
 * What the Service Authorization Reference says of an action.
 *
 * @param service prefix of its service, such as {@code appflow}
 * @param name its name, such as {@code DeleteFlow}
 * @param accessLevels its levels, the most telling one first: AWS counts what changes
 * tags or permissions as writing too
 * @param resources what it acts on; empty if AWS authorises it on {@code *} only
 * @param conditionKeys keys that it knows whatever it acts on, global ones apart
 * @param dependentActions actions that the caller needs as well
 */
public record ActionFacts(String service, String name, List<AccessLevel> accessLevels, List<ResourceUse> resources,
		List<String> conditionKeys, List<String> dependentActions) {

	public ActionFacts {
		accessLevels = List.copyOf(accessLevels);
		resources = List.copyOf(resources);
		conditionKeys = List.copyOf(conditionKeys);
		dependentActions = List.copyOf(dependentActions);
	}

	/**
	 * The action as policies write it.
	 * @return such as {@code appflow:DeleteFlow}
	 */
	public String id() {
		return this.service + ":" + this.name;
	}

	/**
	 * The level that tells most.
	 * @return the first one
	 */
	public AccessLevel accessLevel() {
		return this.accessLevels.getFirst();
	}

	/**
	 * Whether a condition key is documented for the action or for something it acts on;
	 * global keys that every request has are not documented with actions.
	 * @param key the key as a policy has it, in any letter case
	 * @return true if it is
	 */
	public boolean knowsConditionKey(String key) {
		return KeyTemplate.anyMatches(this.conditionKeys, key)
				|| this.resources.stream().anyMatch((use) -> KeyTemplate.anyMatches(use.conditionKeys(), key));
	}

	/**
	 * A resource type that an action acts on.
	 *
	 * @param type the type
	 * @param required whether every request names such a resource
	 * @param conditionKeys keys that the action knows for it, those of the type included
	 * @param dependentActions actions that the caller needs as well
	 */
	public record ResourceUse(ResourceType type, boolean required, List<String> conditionKeys,
			List<String> dependentActions) {

		public ResourceUse {
			conditionKeys = List.copyOf(conditionKeys);
			dependentActions = List.copyOf(dependentActions);
		}

	}

}
