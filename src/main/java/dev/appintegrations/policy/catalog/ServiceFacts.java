package dev.appintegrations.policy.catalog;

import java.util.List;
import java.util.Map;

/**
 * All that is known of a service.
 *
 * @param actions its actions, by name in lower case
 * @param resourceTypes its resource types
 * @param conditionKeys its condition keys, those of tags included
 */
record ServiceFacts(Map<String, ActionFacts> actions, List<ResourceType> resourceTypes,
		List<ConditionKey> conditionKeys) {

}
