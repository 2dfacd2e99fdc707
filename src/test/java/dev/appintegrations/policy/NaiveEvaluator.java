package dev.appintegrations.policy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.appintegrations.policy.Condition.Operator;
import dev.appintegrations.policy.Condition.Qualifier;
import dev.appintegrations.policy.Policy.Version;
import dev.appintegrations.policy.Request.Caller;
import dev.appintegrations.policy.Statement.Effect;
import dev.appintegrations.policy.Statement.Principal;
import dev.appintegrations.policy.Statement.Principals;
import org.jspecify.annotations.Nullable;

/**
 * The rules of the IAM user guide as they are told there, one after the other, without
 * any thought of speed: what the evaluator is compared with. An empty answer is one that
 * the guide does not give.
 */
final class NaiveEvaluator {

	private static final Optional<Boolean> YES = Optional.of(true);

	private static final Optional<Boolean> NO = Optional.of(false);

	private static final Optional<Boolean> UNSAID = Optional.empty();

	private final List<Policy> identityPolicies;

	private final @Nullable Policy trustPolicy;

	NaiveEvaluator(List<Policy> identityPolicies, @Nullable Policy trustPolicy) {
		this.identityPolicies = identityPolicies;
		this.trustPolicy = trustPolicy;
	}

	Decision decide(Request request) {
		boolean trust = this.trustPolicy != null && request.principal() != null
				&& request.action().toLowerCase(Locale.ROOT).matches("sts:assumerole.*");
		List<Policy> policies = (this.trustPolicy != null && trust) ? List.of(this.trustPolicy) : this.identityPolicies;
		List<Optional<Boolean>> denies = new ArrayList<>();
		List<Optional<Boolean>> allows = new ArrayList<>();
		for (Policy policy : policies) {
			for (Statement statement : policy.statements()) {
				(statement.effect() == Effect.DENY ? denies : allows)
					.add(applies(statement, policy.version(), request, trust));
			}
		}
		if (denies.contains(YES)) {
			return Decision.EXPLICIT_DENY;
		}
		if (denies.contains(UNSAID)) {
			return Decision.NOT_SUPPORTED;
		}
		if (allows.contains(YES)) {
			return Decision.ALLOWED;
		}
		return allows.contains(UNSAID) ? Decision.NOT_SUPPORTED : Decision.IMPLICIT_DENY;
	}

	private Optional<Boolean> applies(Statement statement, Version version, Request request, boolean trust) {
		List<Optional<Boolean>> all = new ArrayList<>();
		all.add((statement.principals() != null) ? principal(statement, statement.principals(), request.principal())
				: Optional.of(!trust));
		all.add(action(statement, request.action()));
		if (statement.resources() != null) {
			List<Optional<Boolean>> any = new ArrayList<>();
			for (String resource : statement.resources().values()) {
				any.add(resource(resource, version, request, statement.resources().negated()));
			}
			all.add(statement.resources().negated() ? none(any) : some(any));
		}
		for (Condition condition : statement.conditions()) {
			all.add(condition(condition, version, request.context()));
		}
		return every(all);
	}

	// Three-valued logic

	private static Optional<Boolean> every(List<Optional<Boolean>> all) {
		return all.contains(NO) ? NO : all.contains(UNSAID) ? UNSAID : YES;
	}

	private static Optional<Boolean> some(List<Optional<Boolean>> any) {
		return any.contains(YES) ? YES : any.contains(UNSAID) ? UNSAID : NO;
	}

	private static Optional<Boolean> none(List<Optional<Boolean>> any) {
		return some(any).map((holds) -> !holds);
	}

	// Action and Resource

	private static Optional<Boolean> action(Statement statement, String action) {
		boolean found = false;
		for (String pattern : statement.actions().values()) {
			String regex = pattern.replace("*", ".*").replace("?", ".");
			found = found || Pattern.compile(regex, Pattern.CASE_INSENSITIVE).matcher(action).matches();
		}
		return Optional.of(found != statement.actions().negated());
	}

	private static Optional<Boolean> resource(String pattern, Version version, Request request, boolean negated) {
		Matcher five = Pattern.compile("([^:]*:){5}").matcher(pattern);
		int split = five.lookingAt() ? five.end() : pattern.length();
		String regex = regex(pattern.substring(0, split));
		return substitute(pattern.substring(split), version, request.context(), negated, NaiveEvaluator::regex)
			.map((rest) -> matchesFully(regex + rest, request.resource()))
			.orElseGet(() -> unresolved(pattern.substring(split), request.context(), negated));
	}

	private static Optional<Boolean> matchesFully(String regex, String text) {
		return Optional.of(Pattern.compile(regex, Pattern.DOTALL).matcher(text).matches());
	}

	private static String regex(String pattern) {
		StringBuilder regex = new StringBuilder();
		for (char c : pattern.toCharArray()) {
			regex.append((c == '*') ? ".*" : (c == '?') ? "." : Pattern.quote(String.valueOf(c)));
		}
		return regex.toString();
	}

	// Policy variables

	private static final Pattern DOLLAR = Pattern
		.compile("\\$\\{(?:(?<escape>[*?$])|(?<key>[^,'\"{}*?$]+)(?:,\\s*'(?<standard>[^'{}]*)')?)}");

	/** The text with its variables replaced, or nothing if that can't be done. */
	private static Optional<String> substitute(String text, Version version, Map<String, List<String>> context,
			boolean negated, Function<String, String> literal) {
		if (version == Version.V2008_10_17) {
			return Optional.of(literal.apply(text));
		}
		StringBuilder result = new StringBuilder();
		Matcher variable = DOLLAR.matcher(text);
		int position = 0;
		while (variable.find()) {
			if (variable.group("key") != null && !variable.group("key").equals(variable.group("key").strip())) {
				return Optional.empty();
			}
			String between = text.substring(position, variable.start());
			Optional<String> value = (variable.group("escape") != null) ? Optional.of(variable.group("escape"))
					: value(variable, context);
			if (between.contains("${") || value.isEmpty()) {
				return Optional.empty();
			}
			boolean plain = literal.apply("*").equals("*");
			result.append(literal.apply(between)).append(plain ? value.get() : Pattern.quote(value.get()));
			position = variable.end();
		}
		String rest = text.substring(position);
		return rest.contains("${") ? Optional.empty() : Optional.of(result + literal.apply(rest));
	}

	private static Optional<String> value(Matcher variable, Map<String, List<String>> context) {
		List<String> values = context.get(variable.group("key").strip().toLowerCase(Locale.ROOT));
		if (values == null || values.isEmpty()) {
			return Optional.ofNullable(variable.group("standard"));
		}
		return (values.size() == 1) ? Optional.of(values.get(0)) : Optional.empty();
	}

	/**
	 * No value: no match, and in a negated element nobody says. Malformed: nobody says.
	 */
	private static Optional<Boolean> unresolved(String text, Map<String, List<String>> context, boolean negated) {
		boolean malformed = DOLLAR.matcher(text)
			.replaceAll((found) -> (found.group().matches("\\$\\{\\s.*|.*\\s(,.*)?}")) ? "\\${" : "")
			.contains("${");
		return (malformed || negated) ? UNSAID : NO;
	}

	// Condition

	private static Optional<Boolean> condition(Condition condition, Version version,
			Map<String, List<String>> context) {
		List<String> values = context.getOrDefault(condition.key().toLowerCase(Locale.ROOT), List.of());
		if (condition.operator() == Operator.NULL) {
			boolean isNull = values.isEmpty();
			return (condition.qualifier() != Qualifier.NONE) ? UNSAID
					: Optional.of(condition.values().stream().anyMatch((value) -> value.equalsIgnoreCase("" + isNull)));
		}
		if (values.isEmpty()) {
			return switch (condition.qualifier()) {
				case FOR_ALL_VALUES -> YES;
				case FOR_ANY_VALUE -> Optional.of(condition.ifExists());
				case NONE -> Optional.of(condition.ifExists() || condition.operator().negated());
			};
		}
		List<Optional<Boolean>> each = values.stream().map((value) -> one(condition, value, version, context)).toList();
		return switch (condition.qualifier()) {
			case FOR_ALL_VALUES -> every(each);
			case FOR_ANY_VALUE -> some(each);
			case NONE -> Set.copyOf(each).size() == 1 ? each.getFirst() : UNSAID;
		};
	}

	/** One value of the request against all values of the condition. */
	private static Optional<Boolean> one(Condition condition, String actual, Version version,
			Map<String, List<String>> context) {
		boolean negated = condition.operator().negated();
		List<Optional<Boolean>> matches = new ArrayList<>();
		for (String expected : condition.values()) {
			matches.add(compare(condition.operator(), expected, actual, version, context));
		}
		return negated ? none(matches) : some(matches);
	}

	private static Optional<Boolean> compare(Operator operator, String expected, String actual, Version version,
			Map<String, List<String>> context) {
		boolean negated = operator.negated();
		Optional<Boolean> senseless = negated ? UNSAID : NO;
		String name = operator.text().replace("Not", "");
		if (name.startsWith("String") || name.startsWith("Arn")) {
			boolean like = !name.startsWith("StringEquals");
			Optional<String> text = substitute(expected, version, context, negated,
					like ? NaiveEvaluator::regex : Function.identity());
			if (text.isEmpty()) {
				return unresolved(expected, context, negated);
			}
			return switch (name) {
				case "StringEquals" -> Optional.of(text.get().equals(actual));
				case "StringEqualsIgnoreCase" ->
					Optional.of(text.get().toLowerCase(Locale.ROOT).equals(actual.toLowerCase(Locale.ROOT)));
				case "StringLike" -> matchesFully(text.get(), actual);
				default -> arn(expected, actual, version, context, senseless);
			};
		}
		if (name.equals("Bool")) {
			return bool(expected, actual, version);
		}
		if (name.equals("IpAddress")) {
			return address(expected, actual).or(() -> senseless);
		}
		if (name.equals("BinaryEquals")) {
			try {
				return Optional.of(new BigInteger(1, Base64.getDecoder().decode(expected))
					.equals(new BigInteger(1, Base64.getDecoder().decode(actual))));
			}
			catch (IllegalArgumentException ex) {
				return senseless;
			}
		}
		Optional<Integer> order = name.startsWith("Numeric")
				? number(expected).flatMap((e) -> number(actual).map((a) -> a.compareTo(e)))
				: date(expected).flatMap((e) -> date(actual).map((a) -> a.compareTo(e)));
		return order.map((sign) -> switch (name.replaceFirst("Numeric|Date", "")) {
			case "Equals" -> sign == 0;
			case "LessThan" -> sign < 0;
			case "LessThanEquals" -> sign <= 0;
			case "GreaterThan" -> sign > 0;
			default -> sign >= 0;
		}).or(() -> senseless);
	}

	private static Optional<Boolean> bool(String expected, String actual, Version version) {
		if (version == Version.V2012_10_17 && expected.contains("${")) {
			return UNSAID;
		}
		return Optional.of(expected.matches("(?i)true|false") && expected.equalsIgnoreCase(actual));
	}

	/** Six parts, each with its own wildcards. */
	private static Optional<Boolean> arn(String expected, String actual, Version version,
			Map<String, List<String>> context, Optional<Boolean> senseless) {
		// wildcards out of the way while the values of variables are put in
		String marked = expected.replace("${*}", "\uE000").replace("${?}", "\uE001").replace("${$}", "\uE002");
		if (version == Version.V2008_10_17) {
			marked = expected;
		}
		String text = substitute(marked.replace('*', '\uE003').replace('?', '\uE004'), version, context, false,
				Function.identity())
			.orElseThrow();
		String[] pattern = text.split(":", 6);
		String[] parts = actual.split(":", 6);
		if (pattern.length < 6) {
			return UNSAID;
		}
		if (parts.length < 6) {
			return senseless;
		}
		boolean matches = true;
		for (int i = 0; i < 6; i++) {
			String regex = Pattern.quote(pattern[i])
				.replace("\uE000", "*")
				.replace("\uE001", "?")
				.replace("\uE002", "$")
				.replace("\uE003", "\\E.*\\Q")
				.replace("\uE004", "\\E.\\Q");
			matches = matches && Pattern.compile(regex, Pattern.DOTALL).matcher(parts[i]).matches();
		}
		return Optional.of(matches);
	}

	private static Optional<BigDecimal> number(String text) {
		return text.matches("[+-]?\\d+(\\.\\d+)?") ? Optional.of(new BigDecimal(text)) : Optional.empty();
	}

	private static Optional<Instant> date(String text) {
		try {
			return Optional.of(switch (text.length()) {
				case 4 -> Year.parse(text).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
				case 7 -> YearMonth.parse(text).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
				default -> text.matches("\\d+") ? Instant.ofEpochSecond(Long.parseLong(text))
						: text.contains("T") ? OffsetDateTime.parse(text).toInstant()
								: LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
			});
		}
		catch (DateTimeException ex) {
			return Optional.empty();
		}
	}

	private static Optional<Boolean> address(String range, String address) {
		String[] parts = range.split("/");
		Optional<String> network = bits(parts[0]);
		Optional<String> host = bits(address);
		if (network.isEmpty() || host.isEmpty()) {
			return Optional.empty();
		}
		int length = (parts.length > 1) ? Integer.parseInt(parts[1]) : network.get().length();
		if (length > network.get().length()) {
			return Optional.empty();
		}
		return Optional.of(host.get().length() == network.get().length()
				&& host.get().startsWith(network.get().substring(0, length)));
	}

	private static Optional<String> bits(String address) {
		try {
			if (!address.matches("\\d+\\.\\d+\\.\\d+\\.\\d+|[0-9A-Fa-f:]*:[0-9A-Fa-f:]*")) {
				return Optional.empty();
			}
			StringBuilder bits = new StringBuilder();
			for (byte b : InetAddress.ofLiteral(address).getAddress()) {
				bits.append(Integer.toBinaryString(0x100 | (b & 0xFF)).substring(1));
			}
			return Optional.of(bits.toString());
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	// Principal

	private static Optional<Boolean> principal(Statement statement, Principals principals, @Nullable Caller caller) {
		boolean everybody = principals.values()
			.stream()
			.anyMatch((principal) -> principal.value().equals("*")
					&& (principal.type() == Principal.Type.ANY || principal.type() == Principal.Type.AWS));
		if (everybody) {
			return Optional.of(!principals.negated());
		}
		if (caller == null) {
			return UNSAID;
		}
		boolean self = false;
		boolean role = false;
		boolean account = false;
		boolean neighbour = false;
		for (Principal principal : principals.values()) {
			if (principal.type() == caller.type()) {
				self = self || principal.value().equals(caller.value());
				if (caller.type() == Principal.Type.AWS) {
					role = role || names(caller.value()).contains(role(principal.value()));
					account = account || isAccount(principal.value(), caller.value());
					neighbour = neighbour || isNeighbour(principal.value(), caller.value());
				}
			}
		}
		if (!principals.negated()) {
			return Optional.of(self || role || account);
		}
		Optional<Boolean> excepted = UNSAID;
		boolean member = caller.type() == Principal.Type.AWS && !caller.value().matches("\\d{12}|.*:root");
		if (!self && !role && (!account || (member && neighbour))) {
			excepted = NO;
		}
		else if (!member) {
			excepted = YES;
		}
		else if (account && (caller.value().contains(":assumed-role/") ? role : self)) {
			excepted = YES;
		}
		return (excepted.equals(NO) && statement.effect() == Effect.ALLOW) ? UNSAID : excepted.map((holds) -> !holds);
	}

	/**
	 * Whether a principal is a user, role or session of the account that a caller is in.
	 */
	private static boolean isNeighbour(String principal, String caller) {
		Matcher own = Pattern.compile("arn:(.*?):[a-z]+::(\\d{12}):.*").matcher(caller);
		Matcher other = Pattern.compile("arn:(.*?):[a-z]+::(\\d{12}):(.*)").matcher(principal);
		return own.matches() && other.matches() && !other.group(3).equals("root") && own.group(1).equals(other.group(1))
				&& own.group(2).equals(other.group(2));
	}

	/** The names that a caller goes by: its own, and for a session its role's. */
	private static List<String> names(String caller) {
		Matcher session = Pattern.compile("arn:(.*?):sts::(\\d+):assumed-role/(.*?)/.*").matcher(caller);
		return session.matches() ? List.of(session.group(1) + " role " + session.group(2) + " " + session.group(3))
				: List.of();
	}

	/** A role without its path, which its sessions don't know; others as they are. */
	private static String role(String principal) {
		Matcher role = Pattern.compile("arn:(.*?):iam::(\\d+):role/(?:.*/)?(.*)").matcher(principal);
		return role.matches() ? role.group(1) + " role " + role.group(2) + " " + role.group(3) : principal;
	}

	private static boolean isAccount(String principal, String caller) {
		Matcher account = Pattern.compile("(?:arn:(.*?):iam::)?(\\d{12})(?::root)?").matcher(principal);
		if (!account.matches()) {
			return false;
		}
		Matcher own = Pattern.compile("(?:arn:(.*?):[a-z]+::)?(\\d{12})(?::.*)?").matcher(caller);
		return own.matches() && own.group(2).equals(account.group(2))
				&& (account.group(1) == null || own.group(1) == null || account.group(1).equals(own.group(1)));
	}

}
