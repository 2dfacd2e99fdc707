package dev.appintegrations.policy.catalog;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Condition keys to look up.
 */
final class KeyTable {

	private final Map<String, ConditionKey> exact = new HashMap<>();

	private final Map<KeyTemplate, ConditionKey> templates = new LinkedHashMap<>();

	KeyTable(Collection<ConditionKey> keys) {
		for (ConditionKey key : keys) {
			if (KeyTemplate.isTemplate(key.name())) {
				this.templates.put(KeyTemplate.of(key.name()), key);
			}
			else {
				this.exact.putIfAbsent(Spelling.folded(key.name()), key);
			}
		}
	}

	/**
	 * Looks a key up.
	 * @param key the key as a policy has it, in any letter case
	 * @return its facts, or {@code null}
	 */
	@Nullable ConditionKey find(String key) {
		ConditionKey found = this.exact.get(Spelling.folded(key));
		return (found != null) ? found
				: this.templates.entrySet()
					.stream()
					.filter((template) -> template.getKey().matches(key))
					.map(Map.Entry::getValue)
					.findFirst()
					.orElse(null);
	}

	/**
	 * The keys nearest to one.
	 * @param key an unknown key
	 * @return at most three
	 */
	List<String> nearest(String key) {
		return Spelling.nearest(key, this.exact.values().stream().map(ConditionKey::name).toList());
	}

}
