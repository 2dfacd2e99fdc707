package dev.appintegrations.policy.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Texts that look as those of real requests do, made of patterns.
 */
final class Examples {

	private static final List<String> ACTIONS = List.of("s3:GetObject", "iam:CreateUser", "ec2:RunInstances");

	private static final List<String> ARN_PARTS = List.of("arn", "aws", "example", "us-east-1", "123456789012",
			"example");

	private Examples() {
	}

	/**
	 * Texts that match a pattern.
	 * @param pattern the pattern
	 * @return the pattern itself if it has no wildcard, else one with something in the
	 * place of the wildcards, and one with as little as possible
	 */
	static List<String> of(String pattern) {
		List<String> parts = new ArrayList<>(Arrays.asList(pattern.split(":", ARN_PARTS.size())));
		boolean arn = parts.size() == ARN_PARTS.size();
		for (int i = 0; i < parts.size(); i++) {
			parts.set(i, fill(parts.get(i), arn ? ARN_PARTS.get(i) : "example"));
		}
		return Stream.of(String.join(":", parts), fill(pattern, "")).distinct().toList();
	}

	private static String fill(String pattern, String any) {
		return pattern.replaceAll("\\*+", any).replace('?', 'x');
	}

	/**
	 * Actions that look real.
	 * @param patterns the patterns of actions
	 * @return actions, the most telling first
	 */
	static List<String> actions(Collection<String> patterns) {
		Set<String> actions = new LinkedHashSet<>();
		patterns.stream().filter((pattern) -> !wild(pattern)).forEach(actions::add);
		actions.addAll(ACTIONS);
		for (String pattern : patterns) {
			String[] parts = pattern.split(":", 2);
			if (parts.length == 2) {
				String service = fill(parts[0], "example");
				actions.add(service + ":" + fill(parts[1], "Example"));
				actions.add(service + ":" + fill(parts[1], ""));
				actions.add(service + ":Example");
			}
		}
		return List.copyOf(actions);
	}

	/**
	 * Resources that look real.
	 * @param patterns the patterns of resources
	 * @param actionPatterns the patterns of actions, for their services
	 * @return resources, the most telling first
	 */
	static List<String> resources(Collection<String> patterns, Collection<String> actionPatterns) {
		Set<String> resources = new LinkedHashSet<>();
		patterns.stream().filter((pattern) -> !wild(pattern)).forEach(resources::add);
		resources.add("*");
		patterns.stream().flatMap((pattern) -> of(pattern).stream()).forEach(resources::add);
		actions(actionPatterns).stream()
			.map((action) -> String.join(":", "arn", "aws", service(action), "us-east-1", "123456789012", "example"))
			.forEach(resources::add);
		return List.copyOf(resources);
	}

	private static boolean wild(String pattern) {
		return pattern.indexOf('*') >= 0 || pattern.indexOf('?') >= 0;
	}

	/**
	 * Whether a request may well be about an action on a resource: the resource is of the
	 * action's service, or none.
	 */
	static boolean fit(String action, String resource) {
		return resource.equals("*")
				|| resource.split(":", 4).length > 2 && resource.split(":", 4)[2].equals(service(action));
	}

	private static String service(String action) {
		return action.split(":", 2)[0].toLowerCase(Locale.ROOT);
	}

}
