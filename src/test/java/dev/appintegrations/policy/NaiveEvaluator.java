package dev.appintegrations.policy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.appintegrations.policy.Condition.Operator;
import dev.appintegrations.policy.Condition.Qualifier;
import dev.appintegrations.policy.Policy.Version;
import dev.appintegrations.policy.Statement.Effect;
import dev.appintegrations.policy.Statement.Patterns;
import org.jspecify.annotations.Nullable;

/**
 * A second evaluator, slow and plain: regular expressions, nothing compiled beforehand,
 * {@code null} for what can't be decided. It knows string, ARN, numeric and Bool
 * operators, Null, and no principals.
 */
final class NaiveEvaluator {

	private static final String MARKED = "marked";

	private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^{}]*)}");

	private NaiveEvaluator() {
	}

	static Decision decide(Policy policy, Request request) {
		List<@Nullable Boolean> allows = new ArrayList<>();
		List<@Nullable Boolean> denies = new ArrayList<>();
		for (Statement statement : policy.statements()) {
			(statement.effect() == Effect.ALLOW ? allows : denies).add(matches(policy.version(), statement, request));
		}
		if (denies.contains(Boolean.TRUE)) {
			return Decision.EXPLICIT_DENY;
		}
		if (denies.contains(null)) {
			return Decision.NOT_SUPPORTED;
		}
		if (allows.contains(Boolean.TRUE)) {
			return Decision.ALLOWED;
		}
		return allows.contains(null) ? Decision.NOT_SUPPORTED : Decision.IMPLICIT_DENY;
	}

	private static @Nullable Boolean matches(Version version, Statement statement, Request request) {
		List<@Nullable Boolean> parts = new ArrayList<>();
		parts.add(action(statement.actions(), request.action()));
		if (statement.resources() != null) {
			parts.add(resource(version, statement.resources(), request));
		}
		statement.conditions().forEach((condition) -> parts.add(holds(version, condition, request.context())));
		return and(parts);
	}

	private static boolean action(Patterns actions, String action) {
		return actions.negated() != actions.values()
			.stream()
			.anyMatch(
					(value) -> glob(value.toLowerCase(Locale.ROOT)).matcher(action.toLowerCase(Locale.ROOT)).matches());
	}

	private static @Nullable Boolean resource(Version version, Patterns resources, Request request) {
		List<@Nullable Boolean> any = new ArrayList<>();
		for (String value : resources.values()) {
			Pattern pattern = expression(version, value, request.context(), 5);
			any.add((pattern == null) ? (resources.negated() ? null : Boolean.FALSE)
					: Boolean.valueOf(pattern.matcher(request.resource()).matches()));
		}
		Boolean result = or(any);
		return (resources.negated() && result != null) ? Boolean.valueOf(!result) : result;
	}

	private static @Nullable Boolean holds(Version version, Condition condition, Map<String, List<String>> context) {
		List<String> present = context.getOrDefault(condition.key().toLowerCase(Locale.ROOT), List.of());
		if (condition.operator() == Operator.NULL) {
			return (condition.qualifier() != Qualifier.NONE) ? null
					: Boolean.valueOf(condition.values().contains(present.isEmpty() ? "true" : "false"));
		}
		if (present.isEmpty()) {
			return switch (condition.qualifier()) {
				case FOR_ALL_VALUES -> true;
				case FOR_ANY_VALUE -> condition.ifExists();
				case NONE -> condition.ifExists() || condition.operator().negated();
			};
		}
		List<@Nullable Boolean> each = new ArrayList<>();
		present.forEach((value) -> each.add(one(version, condition, value, context)));
		return switch (condition.qualifier()) {
			case FOR_ALL_VALUES -> and(each);
			case FOR_ANY_VALUE -> or(each);
			case NONE -> (each.stream().distinct().count() == 1) ? each.getFirst() : null;
		};
	}

	private static @Nullable Boolean one(Version version, Condition condition, String value,
			Map<String, List<String>> context) {
		List<@Nullable Boolean> any = new ArrayList<>();
		boolean negated = condition.operator().negated();
		for (String wanted : condition.values()) {
			boolean text = condition.operator().text().matches("(String|Arn).*");
			if (text && text(version, wanted, context) == null) {
				any.add(negated ? null : Boolean.FALSE);
			}
			else {
				any.add(compare(version, condition.operator(), wanted, value, context));
			}
		}
		Boolean result = or(any);
		return (negated && result != null) ? Boolean.valueOf(!result) : result;
	}

	private static @Nullable Boolean compare(Version version, Operator operator, String wanted, String value,
			Map<String, List<String>> context) {
		String name = operator.text().replace("Not", "");
		if (name.startsWith("String")) {
			Pattern pattern = expression(version, wanted, context, 0);
			String text = text(version, wanted, context);
			if (pattern == null || text == null) {
				return null;
			}
			return switch (name) {
				case "StringLike" -> pattern.matcher(value).matches();
				case "StringEqualsIgnoreCase" -> text.equalsIgnoreCase(value);
				default -> text.equals(value);
			};
		}
		if (name.startsWith("Arn")) {
			return arn(String.valueOf(text(version, wanted, marked(context))), value);
		}
		if (name.equals("Bool")) {
			return wanted.equalsIgnoreCase(value) && wanted.toLowerCase(Locale.ROOT).matches("true|false");
		}
		if (name.startsWith("Numeric")) {
			return number(name, wanted, value);
		}
		throw new IllegalArgumentException("Not known here: " + name);
	}

	/** Wildcards in the values of variables are characters like others. */
	private static Map<String, List<String>> marked(Map<String, List<String>> context) {
		Map<String, List<String>> marked = new HashMap<>();
		context.forEach((key, values) -> marked.put(key,
				values.stream().map((value) -> value.replace('*', '\uE000').replace('?', '\uE001')).toList()));
		marked.put(MARKED, List.of());
		return marked;
	}

	private static @Nullable Boolean arn(String wanted, String value) {
		String[] patterns = wanted.split(":", 6);
		String[] parts = value.split(":", 6);
		if (patterns.length < 6) {
			return null;
		}
		boolean all = parts.length == 6;
		for (int i = 0; all && i < 6; i++) {
			all = glob(patterns[i]).matcher(parts[i]).matches();
		}
		return all;
	}

	private static boolean number(String name, String wanted, String value) {
		BiPredicate<String, String> numbers = (first, second) -> (first + ";" + second)
			.matches("-?\\d+(\\.\\d+)?;-?\\d+(\\.\\d+)?");
		if (!numbers.test(value, wanted)) {
			return false;
		}
		int order = new BigDecimal(value).compareTo(new BigDecimal(wanted));
		return switch (name) {
			case "NumericEquals" -> order == 0;
			case "NumericLessThan" -> order < 0;
			case "NumericLessThanEquals" -> order <= 0;
			case "NumericGreaterThan" -> order > 0;
			default -> order >= 0;
		};
	}

	/** The regular expression of a value, or null if a variable in it has no value. */
	private static @Nullable Pattern expression(Version version, String value, Map<String, List<String>> context,
			int colons) {
		StringBuilder expression = new StringBuilder();
		int end = 0;
		Matcher matcher = VARIABLE.matcher(value);
		while (version == Version.V2012_10_17 && matcher.find()) {
			if (value.substring(0, matcher.start()).chars().filter((each) -> each == ':').count() < colons) {
				continue;
			}
			String replacement = variable(matcher.group(1), context);
			if (replacement == null) {
				return null;
			}
			expression.append(quoted(value.substring(end, matcher.start()))).append(Pattern.quote(replacement));
			end = matcher.end();
		}
		return Pattern.compile(expression.append(quoted(value.substring(end))).toString(), Pattern.DOTALL);
	}

	private static @Nullable String text(Version version, String value, Map<String, List<String>> context) {
		StringBuilder text = new StringBuilder();
		int end = 0;
		Matcher matcher = VARIABLE.matcher(value);
		while (version == Version.V2012_10_17 && matcher.find()) {
			String replacement = variable(matcher.group(1), context);
			if (replacement == null) {
				return null;
			}
			text.append(value, end, matcher.start()).append(replacement);
			end = matcher.end();
		}
		return text.append(value.substring(end)).toString();
	}

	private static @Nullable String variable(String name, Map<String, List<String>> context) {
		if (List.of("*", "?", "$").contains(name)) {
			return context.containsKey(MARKED) ? name.replace('*', '\uE000').replace('?', '\uE001') : name;
		}
		List<String> values = context.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
		return (values.size() == 1) ? values.getFirst() : null;
	}

	private static Pattern glob(String text) {
		return Pattern.compile(quoted(text), Pattern.DOTALL);
	}

	private static String quoted(String text) {
		StringBuilder expression = new StringBuilder();
		text.codePoints().forEach((character) -> expression.append(switch (character) {
			case '*' -> ".*";
			case '?' -> ".";
			case '\uE000' -> "\\*";
			case '\uE001' -> "\\?";
			default -> Pattern.quote(Character.toString(character));
		}));
		return expression.toString();
	}

	private static @Nullable Boolean and(List<@Nullable Boolean> values) {
		return values.contains(Boolean.FALSE) ? Boolean.FALSE : values.contains(null) ? null : Boolean.TRUE;
	}

	private static @Nullable Boolean or(List<@Nullable Boolean> values) {
		return values.contains(Boolean.TRUE) ? Boolean.TRUE : values.contains(null) ? null : Boolean.FALSE;
	}

}
