package dev.appintegrations.policy.explain;

import java.util.ArrayList;
import java.util.List;

import dev.appintegrations.policy.Condition;
import dev.appintegrations.policy.Condition.Qualifier;
import dev.appintegrations.policy.Statement;
import dev.appintegrations.policy.Statement.Effect;
import dev.appintegrations.policy.Statement.Patterns;
import dev.appintegrations.policy.Statement.Principal;
import dev.appintegrations.policy.Statement.Principals;
import org.jspecify.annotations.Nullable;

/**
 * Names what is easily overlooked in a statement.
 */
final class Cautions {

	private Cautions() {
	}

	static List<String> of(Statement statement) {
		boolean allow = statement.effect() == Effect.ALLOW;
		List<String> cautions = new ArrayList<>();
		if (statement.actions().negated()) {
			cautions.add((allow ? "NotAction allows" : "NotAction denies")
					+ " every action that is not listed, also of other services and actions that AWS adds later.");
		}
		if (negated(statement.resources())) {
			cautions.add((allow ? "NotResource allows" : "NotResource denies")
					+ " the actions on every resource that is not listed, also on resources that are made later.");
		}
		cautions.addAll(ofPrincipals(statement.principals(), allow));
		if (statement.conditions().stream().anyMatch(Cautions::emptyIsEnough)) {
			cautions.add("ForAllValues is met by a request that has no value of the key at all.");
		}
		return cautions;
	}

	private static boolean negated(@Nullable Patterns patterns) {
		return patterns != null && patterns.negated();
	}

	private static List<String> ofPrincipals(@Nullable Principals principals, boolean allow) {
		if (principals == null) {
			return List.of();
		}
		if (principals.negated()) {
			return List.of((allow ? "NotPrincipal allows" : "NotPrincipal denies")
					+ " everybody who is not listed, also people of other accounts and anonymous ones.");
		}
		boolean everybody = principals.values().stream().map(Principal::value).anyMatch("*"::equals);
		return (everybody && allow) ? List.of("Everybody includes people of other accounts and anonymous ones.")
				: List.of();
	}

	private static boolean emptyIsEnough(Condition condition) {
		return condition.qualifier() == Qualifier.FOR_ALL_VALUES;
	}

}
