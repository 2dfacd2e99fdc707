package dev.appintegrations.policy.explain;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.appintegrations.policy.Statement.Principal;
import dev.appintegrations.policy.Statement.Principals;
import dev.appintegrations.policy.catalog.Catalog;

/**
 * Says whom a statement is about.
 */
final class PrincipalWords {

	private static final Pattern SERVICE = Pattern.compile("([a-z0-9-]+)(\\.[a-z0-9-]+)?\\.amazonaws\\.com(\\.cn)?");

	private static final Pattern IDENTITY = Pattern
		.compile("arn:[a-z-]+:(iam|sts)::([0-9]{12}):(root|user/.+|role/.+|assumed-role/.+)");

	private static final String EVERYBODY = "everybody";

	private PrincipalWords() {
	}

	static String of(Principals principals) {
		List<String> names = principals.values().stream().map(PrincipalWords::of).distinct().toList();
		return (principals.negated() ? EVERYBODY + " except " : "") + Phrases.join(names, "and");
	}

	private static String of(Principal principal) {
		String value = principal.value();
		return switch (principal.type()) {
			case ANY -> EVERYBODY;
			case AWS -> identity(value);
			case SERVICE -> service(value);
			case FEDERATED -> "whoever has signed in through " + value;
			case CANONICAL_USER -> "the account with the canonical user ID " + value;
		};
	}

	private static String service(String value) {
		Matcher service = SERVICE.matcher(value);
		String name = service.matches() ? Catalog.get().serviceName(service.group(1)) : null;
		return (name != null) ? "the service " + Phrases.shortName(name) + " (" + value + ")" : "the service " + value;
	}

	private static String identity(String value) {
		if ("*".equals(value)) {
			return EVERYBODY;
		}
		if (value.matches("[0-9]{12}")) {
			return account(value);
		}
		Matcher arn = IDENTITY.matcher(value);
		if (!arn.matches()) {
			return "the principal " + value;
		}
		String kind = arn.group(3);
		if ("root".equals(kind)) {
			return account(arn.group(2));
		}
		String name = kind.substring(kind.indexOf('/') + 1);
		String noun = kind.startsWith("user") ? "user" : kind.startsWith("role") ? "role" : "session";
		return "the " + noun + " " + name + " of account " + arn.group(2);
	}

	private static String account(String id) {
		return "anyone whom account " + id + " permits";
	}

}
