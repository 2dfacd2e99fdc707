package dev.appintegrations.policy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import dev.appintegrations.policy.Condition.Operator;
import dev.appintegrations.policy.Condition.Qualifier;

/**
 * Reads the {@code Condition} element of a statement.
 */
final class ConditionReader {

	private static final String IF_EXISTS = "IfExists";

	private ConditionReader() {
	}

	/**
	 * Reads the element.
	 * @param blocks its members, by operator
	 * @return the conditions, in order
	 * @throws PolicySyntaxException if an operator is unknown or without keys, a key
	 * appears twice under it in whatever case, or a value is no string, number or boolean
	 */
	static List<Condition> read(Map<String, Json> blocks) {
		List<Condition> conditions = new ArrayList<>();
		Set<String> seen = new HashSet<>();
		blocks.forEach((operator, block) -> {
			Condition template = operator(operator, block.path());
			Map<String, Json> keys = PolicyReader.members(block, "the keys of an operator");
			if (keys.isEmpty()) {
				throw new PolicySyntaxException(block.path(), "has no key");
			}
			keys.forEach((key, values) -> {
				if (key.isBlank()) {
					throw new PolicySyntaxException(values.path(), "is a key without a name");
				}
				if (!seen.add(template.operatorText() + " " + key.toLowerCase(Locale.ROOT))) {
					throw new PolicySyntaxException(values.path(),
							"appears twice under this operator; the case of keys does not count");
				}
				conditions.add(new Condition(template.operator(), template.qualifier(), template.ifExists(), key,
						PolicyReader.list(values, "value").stream().map(ConditionReader::value).toList()));
			});
		});
		return conditions;
	}

	private static Condition operator(String text, String path) {
		Qualifier qualifier = Qualifier.NONE;
		String rest = text;
		for (Qualifier candidate : List.of(Qualifier.FOR_ALL_VALUES, Qualifier.FOR_ANY_VALUE)) {
			if (rest.startsWith(candidate.prefix())) {
				qualifier = candidate;
				rest = rest.substring(candidate.prefix().length());
				break;
			}
		}
		boolean ifExists = rest.endsWith(IF_EXISTS);
		String name = ifExists ? rest.substring(0, rest.length() - IF_EXISTS.length()) : rest;
		for (Operator operator : Operator.values()) {
			if (operator.text().equals(name)) {
				if (operator == Operator.NULL && ifExists) {
					throw new PolicySyntaxException(path, "is Null with IfExists, which Null can't have");
				}
				return new Condition(operator, qualifier, ifExists, "", List.of());
			}
		}
		throw new PolicySyntaxException(path, "is not a condition operator: " + PolicyReader.shown(text));
	}

	private static String value(Json json) {
		return switch (json) {
			case Json.Text(String path, String text) -> text;
			case Json.Literal(String path, String text) -> text;
			case Json.Members _, Json.Items _, Json.Nothing _ ->
				throw new PolicySyntaxException(json.path(), "is not a string, number or boolean");
		};
	}

}
