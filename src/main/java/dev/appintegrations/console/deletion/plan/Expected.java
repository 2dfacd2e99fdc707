package dev.appintegrations.console.deletion.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import dev.appintegrations.console.inventory.IntegrationDetails;

/**
 * What a thing must look like for a step to touch it: a digest over what the operator
 * saw, never over execution status, last use or times.
 */
public final class Expected {

	private Expected() {
	}

	/**
	 * Of an integration or application.
	 * @param item read afresh
	 * @return a digest of ids, name, description, settings and tags
	 */
	public static String item(IntegrationDetails item) {
		Map<String, Object> parts = new LinkedHashMap<>();
		parts.put("arn", item.arn().toString());
		parts.put("name", item.name());
		if (item.id() != null) {
			parts.put("id", item.id());
		}
		if (item.description() != null && !item.description().isEmpty()) {
			parts.put("description", item.description());
		}
		parts.put("fields", item.fields());
		parts.put("tags", item.tags());
		return Canonical.digest(parts);
	}

	/**
	 * Of what is told by ids alone.
	 * @param parts ids, types and names, in a fixed order
	 * @return a digest
	 */
	public static String ids(String... parts) {
		return Canonical.digest(List.of(parts));
	}

	/**
	 * Of a grant of an application in a security profile.
	 * @param namespace the application's namespace
	 * @param permissions what is granted, in any order
	 * @return a digest
	 */
	public static String grant(String namespace, List<String> permissions) {
		return Canonical.digest(List.of(namespace, new TreeSet<>(permissions)));
	}

}
