package dev.appintegrations.policy.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import dev.appintegrations.policy.catalog.ActionFacts.ResourceUse;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the files of facts.
 */
final class CatalogReader {

	private static final String ARRAY_OF = "ArrayOf";

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final Set<String> colonFree = new HashSet<>(texts(read("colon-free-names").path("resourceTypes")));

	static JsonNode read(String name) {
		try (InputStream file = Catalog.class.getResourceAsStream(name + ".json")) {
			if (file == null) {
				throw new IllegalStateException("There are no facts called " + name);
			}
			return JSON.readTree(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static Source source(JsonNode source) {
		return new Source(source.path("title").asString(), source.path("version").asString(),
				source.path("date").asString(), source.path("licence").asString());
	}

	static List<String> texts(JsonNode list) {
		return list.valueStream().map(JsonNode::asString).toList();
	}

	static List<ConditionKey> conditionKeys(JsonNode keys, boolean global) {
		return keys.propertyStream()
			.map((key) -> conditionKey(key.getKey(), key.getValue().asString(), global))
			.toList();
	}

	private static ConditionKey conditionKey(String name, String type, boolean global) {
		boolean multiValued = type.startsWith(ARRAY_OF);
		return new ConditionKey(name, switch (multiValued ? type.substring(ARRAY_OF.length()) : type) {
			case "String" -> ConditionKey.Type.STRING;
			case "Numeric" -> ConditionKey.Type.NUMERIC;
			case "Date" -> ConditionKey.Type.DATE;
			case "Bool" -> ConditionKey.Type.BOOL;
			case "ARN" -> ConditionKey.Type.ARN;
			case "IPAddress" -> ConditionKey.Type.IP_ADDRESS;
			default -> throw new IllegalStateException("Unknown type of the condition key " + name + ": " + type);
		}, multiValued, global);
	}

	ServiceFacts service(String service) {
		JsonNode file = read("services/" + service);
		Map<String, ResourceType> types = new TreeMap<>();
		file.path("resourceTypes")
			.forEachEntry((name, type) -> types.put(name, new ResourceType(service, name, type.path("arn").asString(),
					texts(type.path("conditionKeys")), this.colonFree.contains(service + ":" + name))));
		Map<String, ActionFacts> actions = new TreeMap<>();
		file.path("actions")
			.forEachEntry((name, action) -> actions.put(Spelling.folded(name), action(service, name, action, types)));
		return new ServiceFacts(actions, List.copyOf(types.values()), conditionKeys(file.path("conditionKeys"), false));
	}

	private static ActionFacts action(String service, String name, JsonNode action, Map<String, ResourceType> types) {
		List<ResourceUse> uses = action.path("resourceTypes")
			.propertyStream()
			.map((use) -> use(types.get(use.getKey()), use.getValue()))
			.toList();
		List<AccessLevel> levels = texts(action.path("accessLevels")).stream().map(AccessLevel::of).toList();
		return new ActionFacts(service, name, levels, uses, texts(action.path("conditionKeys")),
				texts(action.path("dependentActions")));
	}

	private static ResourceUse use(@Nullable ResourceType type, JsonNode use) {
		if (type == null) {
			throw new IllegalStateException("An action acts on a resource type that has no facts");
		}
		Set<String> keys = new HashSet<>(type.conditionKeys());
		keys.addAll(texts(use.path("conditionKeys")));
		return new ResourceUse(type, use.path("required").asBoolean(false), keys.stream().sorted().toList(),
				texts(use.path("dependentActions")));
	}

}
