package dev.appintegrations.policy.explain;

import java.util.List;

import dev.appintegrations.policy.catalog.Catalog;
import dev.appintegrations.policy.catalog.ResourceType;
import dev.appintegrations.policy.catalog.ResourceType.Overlap;
import dev.appintegrations.policy.pattern.GlobPattern;
import org.jspecify.annotations.Nullable;

/**
 * Says what resources a pattern means.
 */
final class ResourceWords {

	private static final String ANY = "*";

	private static final int PARTS = 6;

	private ResourceWords() {
	}

	static String of(String pattern) {
		if (ANY.equals(pattern)) {
			return "any resource";
		}
		String[] parts = pattern.split(":", PARTS);
		String typed = (parts.length == PARTS && "aws".equals(parts[1])) ? typed(parts) : null;
		if (typed != null) {
			return typed;
		}
		return GlobPattern.withVariables(pattern).hasWildcards() ? "any resource whose ARN matches " + pattern
				: "the resource " + pattern;
	}

	private static @Nullable String typed(String[] parts) {
		String resource = parts[PARTS - 1];
		GlobPattern pattern = GlobPattern.withVariables(String.join(":", parts));
		List<ResourceType> types = Catalog.get()
			.resourceTypes(parts[2])
			.stream()
			.filter((each) -> each.overlap(pattern) == Overlap.POSSIBLE)
			.toList();
		String service = Catalog.get().serviceName(parts[2]);
		if (types.size() != 1 || service == null) {
			return null;
		}
		ResourceType type = types.getFirst();
		if (prefix(type).isEmpty() || !resource.startsWith(prefix(type))) {
			return null;
		}
		String name = resource.substring(prefix(type).length());
		String placeholder = resourcePart(type).substring(prefix(type).length());
		boolean simple = placeholder.matches("\\$\\{[^}]*}");
		if (!ANY.equals(name) && !simple) {
			return null;
		}
		String noun = Phrases.shortName(service) + " " + type.name().replace('-', ' ');
		String place = place(parts[3], parts[4]);
		if (!GlobPattern.withVariables(name).hasWildcards()) {
			return "the " + noun + " " + Phrases.quoted(name) + place;
		}
		return "any " + noun + place + named(name, placeholder.endsWith("Id}") ? "ID" : "name");
	}

	private static String resourcePart(ResourceType type) {
		return type.arn().split(":", PARTS)[PARTS - 1];
	}

	private static String prefix(ResourceType type) {
		return resourcePart(type).split("\\$\\{|\\*", 2)[0];
	}

	private static String place(String region, String account) {
		String regions = ANY.equals(region) ? " in any Region" : region.isEmpty() ? "" : " in " + region;
		if (account.isEmpty()) {
			return regions;
		}
		if (ANY.equals(account)) {
			return ANY.equals(region) ? " in any Region and account" : regions + " of any account";
		}
		return regions + " of account " + account;
	}

	private static String named(String name, String label) {
		if (ANY.equals(name)) {
			return "";
		}
		String inner = name.replaceAll("^\\*|\\*$", "");
		boolean open = name.startsWith(ANY);
		boolean openEnd = name.endsWith(ANY);
		String verb = (open && openEnd) ? "contains" : open ? "ends with" : "begins with";
		return (inner.matches("[^*?$]+") && (open || openEnd))
				? " whose " + label + " " + verb + " " + Phrases.quoted(inner)
				: " whose " + label + " matches " + Phrases.quoted(name);
	}

}
