package dev.appintegrations.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.appintegrations.policy.Statement.Effect;
import dev.appintegrations.policy.Statement.Patterns;
import dev.appintegrations.policy.Statement.Principal;
import dev.appintegrations.policy.Statement.Principals;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.core.util.Separators.Spacing;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes policy documents: statements always as a list, other lists of one as their
 * value, values of conditions as strings.
 */
public final class PolicyWriter {

	private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");

	private static final ObjectWriter WRITER = JsonMapper.shared()
		.writer()
		.with(new DefaultPrettyPrinter(Separators.createDefaultInstance().withObjectNameValueSpacing(Spacing.AFTER))
			.withObjectIndenter(INDENT)
			.withArrayIndenter(INDENT));

	private PolicyWriter() {
	}

	/**
	 * Writes a policy.
	 * @param policy the policy
	 * @return JSON on several lines, which reads as a policy of the same meaning
	 * @throws IllegalArgumentException if a statement has two conditions of the same
	 * operator and key, for which JSON has no form
	 */
	public static String write(Policy policy) {
		Map<String, Object> document = new LinkedHashMap<>();
		document.put("Version", policy.version().text());
		if (policy.id() != null) {
			document.put("Id", policy.id());
		}
		document.put("Statement", policy.statements().stream().map(PolicyWriter::statement).toList());
		return WRITER.writeValueAsString(document);
	}

	private static Map<String, Object> statement(Statement statement) {
		Map<String, Object> elements = new LinkedHashMap<>();
		if (statement.sid() != null) {
			elements.put("Sid", statement.sid());
		}
		elements.put("Effect", (statement.effect() == Effect.ALLOW) ? "Allow" : "Deny");
		if (statement.principals() != null) {
			elements.put((statement.principals().negated() ? "Not" : "") + "Principal",
					principals(statement.principals()));
		}
		patterns(elements, "Action", statement.actions());
		patterns(elements, "Resource", statement.resources());
		if (!statement.conditions().isEmpty()) {
			elements.put("Condition", conditions(statement.conditions()));
		}
		return elements;
	}

	private static void patterns(Map<String, Object> elements, String name, @Nullable Patterns patterns) {
		if (patterns != null) {
			elements.put((patterns.negated() ? "Not" : "") + name, oneOrMany(patterns.values()));
		}
	}

	private static Object principals(Principals principals) {
		if (principals.values().size() == 1 && principals.values().getFirst().type() == Principal.Type.ANY) {
			return "*";
		}
		Map<String, List<String>> byType = new LinkedHashMap<>();
		for (Principal principal : principals.values()) {
			byType.computeIfAbsent(key(principal.type()), (_) -> new ArrayList<>()).add(principal.value());
		}
		Map<String, Object> written = new LinkedHashMap<>();
		byType.forEach((type, values) -> written.put(type, oneOrMany(values)));
		return written;
	}

	private static String key(Principal.Type type) {
		return switch (type) {
			case ANY, AWS -> "AWS";
			case SERVICE -> "Service";
			case FEDERATED -> "Federated";
			case CANONICAL_USER -> "CanonicalUser";
		};
	}

	private static Map<String, Map<String, Object>> conditions(List<Condition> conditions) {
		Map<String, Map<String, Object>> blocks = new LinkedHashMap<>();
		for (Condition condition : conditions) {
			Map<String, Object> block = blocks.computeIfAbsent(condition.operatorText(), (_) -> new LinkedHashMap<>());
			if (block.keySet().stream().anyMatch(condition.key()::equalsIgnoreCase)) {
				throw new IllegalArgumentException(
						"Two conditions " + condition.operatorText() + " of the key " + condition.key());
			}
			block.put(condition.key(), oneOrMany(condition.values()));
		}
		return blocks;
	}

	private static Object oneOrMany(List<String> values) {
		return (values.size() == 1) ? values.getFirst() : values;
	}

}
