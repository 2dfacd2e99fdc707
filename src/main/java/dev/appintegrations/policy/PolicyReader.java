package dev.appintegrations.policy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.appintegrations.policy.Statement.Effect;
import dev.appintegrations.policy.Statement.Patterns;
import dev.appintegrations.policy.Statement.Principal;
import dev.appintegrations.policy.Statement.Principals;
import org.jspecify.annotations.Nullable;

/**
 * Reads policy documents.
 * <p>
 * Element names, the keys of a principal, the values of {@code Effect} and condition
 * operators are read case-sensitively, as IAM answers {@code Unknown field statement} and
 * {@code Invalid Condition type : stringEquals} to others. A service prefix with
 * wildcards is refused, as IAM refuses it. An empty {@code Sid} counts as none when
 * looking for duplicates. What only one kind of policy must have or must not have
 * ({@code Principal}, {@code Resource}, {@code Id}) is not checked here.
 *
 * @see <a href=
 * "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html">
 * Grammar of the IAM JSON policy language</a>
 */
public final class PolicyReader {

	/** How many characters a document may have, white space included. */
	public static final int MAX_LENGTH = 4 * 64 * 1024;

	private static final int MAX_DEPTH = 16;

	private static final Set<String> POLICY_ELEMENTS = Set.of("Version", "Id", "Statement");

	private static final Set<String> STATEMENT_ELEMENTS = Set.of("Sid", "Effect", "Principal", "NotPrincipal", "Action",
			"NotAction", "Resource", "NotResource", "Condition");

	private static final Map<String, Principal.Type> PRINCIPAL_TYPES = Map.of("AWS", Principal.Type.AWS, "Service",
			Principal.Type.SERVICE, "Federated", Principal.Type.FEDERATED, "CanonicalUser",
			Principal.Type.CANONICAL_USER);

	private static final Pattern ACTION = Pattern.compile("\\*|[A-Za-z0-9-]+:[A-Za-z0-9_.*?-]+");

	private PolicyReader() {
	}

	/**
	 * Reads a policy.
	 * @param json the document, of at most {@value #MAX_LENGTH} characters
	 * @return the policy
	 * @throws PolicySyntaxException if it is not a policy document; the first problem
	 */
	public static Policy read(String json) {
		Map<String, Json> elements = members(Json.read(json, MAX_LENGTH, MAX_DEPTH), "a policy");
		known(elements, POLICY_ELEMENTS, "policy");
		Json id = elements.get("Id");
		List<Statement> statements = new ArrayList<>();
		Set<String> sids = new HashSet<>();
		for (Json statement : list(required(elements, "Statement", "$"), "statement")) {
			Statement read = statement(statement);
			if (read.sid() != null && !read.sid().isEmpty() && !sids.add(read.sid())) {
				throw new PolicySyntaxException(statement.path() + ".Sid",
						"is the Sid of another statement too: " + shown(read.sid()));
			}
			statements.add(read);
		}
		return new Policy(version(elements.get("Version")), (id != null) ? text(id) : null, statements);
	}

	private static Policy.Version version(@Nullable Json version) {
		if (version == null) {
			return Policy.Version.V2008_10_17;
		}
		String text = text(version);
		for (Policy.Version known : Policy.Version.values()) {
			if (known.text().equals(text)) {
				return known;
			}
		}
		throw new PolicySyntaxException(version.path(),
				"is " + shown(text) + ", but a version is 2012-10-17 or 2008-10-17");
	}

	private static Statement statement(Json json) {
		Map<String, Json> elements = members(json, "a statement");
		known(elements, STATEMENT_ELEMENTS, "statement");
		Json sid = elements.get("Sid");
		Effect effect = effect(required(elements, "Effect", json.path()));
		Patterns actions = patterns(elements, "Action", json.path(), PolicyReader::action);
		if (actions == null) {
			throw new PolicySyntaxException(json.path(), "has neither Action nor NotAction");
		}
		Json condition = elements.get("Condition");
		return new Statement((sid != null) ? text(sid) : null, effect, principals(elements, json.path()), actions,
				patterns(elements, "Resource", json.path(), PolicyReader::resource),
				(condition != null) ? ConditionReader.read(members(condition, "conditions")) : List.of());
	}

	private static Effect effect(Json effect) {
		return switch (text(effect)) {
			case "Allow" -> Effect.ALLOW;
			case "Deny" -> Effect.DENY;
			default -> throw new PolicySyntaxException(effect.path(),
					"is " + shown(text(effect)) + ", but an effect is Allow or Deny");
		};
	}

	private static @Nullable Patterns patterns(Map<String, Json> elements, String name, String path,
			Function<Json, String> value) {
		Json element = oneOf(elements, name, path);
		return (element != null)
				? new Patterns(elements.containsKey("Not" + name), list(element, "value").stream().map(value).toList())
				: null;
	}

	private static @Nullable Json oneOf(Map<String, Json> elements, String name, String path) {
		Json plain = elements.get(name);
		Json negated = elements.get("Not" + name);
		if (plain != null && negated != null) {
			throw new PolicySyntaxException(path, "has both " + name + " and Not" + name);
		}
		return (plain != null) ? plain : negated;
	}

	private static String action(Json json) {
		String action = text(json);
		if (!ACTION.matcher(action).matches()) {
			throw new PolicySyntaxException(json.path(), "is " + shown(action)
					+ ", but an action is * or a service prefix without wildcards, a colon and a name");
		}
		return action;
	}

	private static String resource(Json json) {
		String resource = text(json);
		boolean complete = resource.split(":", 6).length == 6 || resource.indexOf('*') >= 0;
		if (!"*".equals(resource) && !(resource.startsWith("arn:") && complete)) {
			throw new PolicySyntaxException(json.path(),
					"is " + shown(resource) + ", but a resource is * or an ARN of six parts");
		}
		return resource;
	}

	private static @Nullable Principals principals(Map<String, Json> elements, String path) {
		Json element = oneOf(elements, "Principal", path);
		if (element == null) {
			return null;
		}
		boolean negated = elements.containsKey("NotPrincipal");
		if (element instanceof Json.Text(String at, String text)) {
			if (!"*".equals(text)) {
				throw new PolicySyntaxException(at,
						"is " + shown(text) + ", but a principal is \"*\" or an object such as {\"AWS\": …}");
			}
			return new Principals(negated, List.of(new Principal(Principal.Type.ANY, "*")));
		}
		List<Principal> principals = new ArrayList<>();
		members(element, "a principal").forEach((key, values) -> {
			Principal.Type type = PRINCIPAL_TYPES.get(key);
			if (type == null) {
				throw new PolicySyntaxException(values.path(),
						"is not a kind of principal; these are " + names(PRINCIPAL_TYPES.keySet()));
			}
			list(values, "principal").forEach((value) -> principals.add(new Principal(type, principal(value))));
		});
		if (principals.isEmpty()) {
			throw new PolicySyntaxException(element.path(), "names nobody");
		}
		return new Principals(negated, principals);
	}

	private static String principal(Json json) {
		String principal = text(json);
		if (principal.isBlank()) {
			throw new PolicySyntaxException(json.path(), "is empty");
		}
		return principal;
	}

	private static void known(Map<String, Json> elements, Set<String> names, String of) {
		elements.forEach((name, value) -> {
			if (!names.contains(name)) {
				throw new PolicySyntaxException(value.path(),
						"is not an element of a " + of + "; these are " + names(names));
			}
		});
	}

	private static Json required(Map<String, Json> elements, String name, String path) {
		Json element = elements.get(name);
		if (element == null) {
			throw new PolicySyntaxException(path, "has no " + name);
		}
		return element;
	}

	static Map<String, Json> members(Json json, String what) {
		if (json instanceof Json.Members(String path, Map<String, Json> members)) {
			return members;
		}
		throw new PolicySyntaxException(json.path(), "is not an object, as " + what + " must be");
	}

	static List<Json> list(Json json, String what) {
		if (json instanceof Json.Items(String path, List<Json> items)) {
			if (items.isEmpty()) {
				throw new PolicySyntaxException(path, "is an empty list, but needs at least one " + what);
			}
			return items;
		}
		return List.of(json);
	}

	private static String text(Json json) {
		if (json instanceof Json.Text(String path, String text)) {
			return text;
		}
		throw new PolicySyntaxException(json.path(), "is not a string");
	}

	static String shown(String text) {
		String shown = (text.length() > 60) ? text.substring(0, text.offsetByCodePoints(0, 30)) + "…" : text;
		return "\"" + shown.replaceAll("\\p{Cntrl}", "\uFFFD") + "\"";
	}

	private static String names(Set<String> names) {
		return names.stream().sorted().collect(Collectors.joining(", "));
	}

}
