package dev.appintegrations.policy.catalog;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The action names of a service.
 *
 * @param name its name in AWS's words
 * @param actions its actions such as {@code appflow:DeleteFlow}, by name in lower case
 */
record ServiceIndex(String name, SortedMap<String, String> actions) {

	/**
	 * Reads names that {@code authorization-facts.py} has grouped by verbs.
	 * @param prefix prefix of the service
	 * @param name name of the service
	 * @param grouped such as {@code Get:A,B Get+Put:C}
	 * @return the service
	 */
	static ServiceIndex of(String prefix, String name, String grouped) {
		SortedMap<String, String> actions = new TreeMap<>();
		for (String group : grouped.split(" ")) {
			String[] verbsAndNouns = group.split(":", -1);
			for (String verb : verbsAndNouns[0].split("\\+")) {
				for (String noun : verbsAndNouns[1].split(",", -1)) {
					String action = verb + noun;
					actions.put(Spelling.folded(action), prefix + ":" + action);
				}
			}
		}
		return new ServiceIndex(name, actions);
	}

}
