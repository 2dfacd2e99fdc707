package dev.appintegrations.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.appintegrations.policy.Policy.Version;
import dev.appintegrations.policy.Request.Caller;
import dev.appintegrations.policy.Statement.Effect;
import dev.appintegrations.policy.Statement.Patterns;
import dev.appintegrations.policy.Statement.Principals;
import org.jspecify.annotations.Nullable;

/**
 * A statement, ready to be asked often.
 */
final class CompiledStatement {

	private final StatementRef reference;

	private final Statement statement;

	private final boolean trusts;

	private final @Nullable CompiledPrincipals principals;

	private final Wildcard[] actions;

	private final Template[] resources;

	private final @Nullable Wildcard[] fixedResources;

	private final CompiledCondition[] conditions;

	/**
	 * Compiles a statement.
	 * @param trusts whether it is one of a trust policy, which must name principals: IAM
	 * refuses a document that does not, and without any the statement is about nobody
	 */
	CompiledStatement(StatementRef reference, Statement statement, Version version, boolean trusts) {
		this.reference = reference;
		this.statement = statement;
		this.trusts = trusts;
		Principals principals = statement.principals();
		this.principals = (principals != null) ? new CompiledPrincipals(principals, statement.effect()) : null;
		this.actions = statement.actions()
			.values()
			.stream()
			.map((action) -> Wildcard.of(action.toLowerCase(Locale.ROOT)))
			.toArray(Wildcard[]::new);
		Patterns resources = statement.resources();
		this.resources = (resources == null) ? new Template[0]
				: resources.values()
					.stream()
					.map((resource) -> Template.ofResource(resource, version))
					.toArray(Template[]::new);
		this.fixedResources = new Wildcard[this.resources.length];
		for (int i = 0; i < this.resources.length; i++) {
			this.fixedResources[i] = this.resources[i].fixed() ? this.resources[i].pattern(Map.of()) : null;
		}
		this.conditions = statement.conditions()
			.stream()
			.map((condition) -> new CompiledCondition(condition, version))
			.toArray(CompiledCondition[]::new);
	}

	StatementRef reference() {
		return this.reference;
	}

	boolean denies() {
		return this.statement.effect() == Effect.DENY;
	}

	/**
	 * Whether the statement matches a request.
	 * @param request the request
	 * @param action its action in lower case
	 */
	Truth matches(Request request, String action) {
		if (!action(action)) {
			return Truth.FALSE;
		}
		Truth result = resource(request);
		if (result == Truth.FALSE) {
			return result;
		}
		Truth principal = principal(request.principal());
		if (principal == Truth.FALSE) {
			return principal;
		}
		result = (principal == Truth.UNDECIDED) ? principal : result;
		for (CompiledCondition condition : this.conditions) {
			Truth holds = condition.holds(request.context());
			if (holds == Truth.FALSE) {
				return holds;
			}
			result = (holds == Truth.UNDECIDED) ? holds : result;
		}
		return result;
	}

	private boolean action(String action) {
		boolean any = false;
		for (Wildcard each : this.actions) {
			if (each.matches(action)) {
				any = true;
				break;
			}
		}
		return any != this.statement.actions().negated();
	}

	/** A trust policy has no resource: it is about the role that it belongs to. */
	private Truth resource(Request request) {
		Patterns patterns = this.statement.resources();
		if (patterns == null) {
			return Truth.TRUE;
		}
		Truth any = Truth.FALSE;
		for (int i = 0; i < this.resources.length; i++) {
			Wildcard fixed = this.fixedResources[i];
			Wildcard pattern = (fixed != null) ? fixed : this.resources[i].pattern(request.context());
			if (this.resources[i].malformed()) {
				any = Truth.UNDECIDED;
			}
			else if (pattern == null) {
				any = patterns.negated() ? Truth.UNDECIDED : any;
			}
			else if (pattern.matches(request.resource())) {
				any = Truth.TRUE;
				break;
			}
		}
		return patterns.negated() ? any.not() : any;
	}

	private Truth principal(@Nullable Caller caller) {
		return (this.principals != null) ? this.principals.matches(caller) : Truth.of(!this.trusts);
	}

	/**
	 * The first reason why the statement does not match, or why that can't be said.
	 */
	Reason reason(Request request, String action) {
		Truth principal = principal(request.principal());
		if (principal == Truth.FALSE) {
			return new Reason(Reason.Kind.PRINCIPAL, Reasons.principal(this.statement, request), null);
		}
		if (!action(action)) {
			return new Reason(Reason.Kind.ACTION, Reasons.action(this.statement.actions(), request), null);
		}
		Patterns patterns = this.statement.resources();
		Truth resource = resource(request);
		if (resource == Truth.FALSE && patterns != null) {
			return new Reason(Reason.Kind.RESOURCE, Reasons.resource(patterns, request), null);
		}
		CompiledCondition undecided = null;
		for (CompiledCondition condition : this.conditions) {
			Truth holds = condition.holds(request.context());
			if (holds == Truth.FALSE) {
				return new Reason(Reason.Kind.CONDITION, Reasons.condition(condition.condition(), request),
						condition.condition());
			}
			undecided = (holds == Truth.UNDECIDED) ? condition : undecided;
		}
		if (undecided != null) {
			return new Reason(Reason.Kind.NOT_SUPPORTED, Reasons.undecided(undecided, request), undecided.condition());
		}
		return new Reason(Reason.Kind.NOT_SUPPORTED,
				(principal == Truth.UNDECIDED) ? Reasons.UNDECIDED_PRINCIPAL : undecidedResource(), null);
	}

	private String undecidedResource() {
		return Arrays.stream(this.resources).anyMatch(Template::malformed) ? Reasons.MALFORMED_RESOURCE
				: Reasons.UNDECIDED_RESOURCE;
	}

	/** What can't be decided of it, wherever it stands. */
	List<String> undecided(Request request) {
		List<String> undecided = new ArrayList<>();
		if (principal(request.principal()) == Truth.UNDECIDED) {
			undecided.add(Reasons.UNDECIDED_PRINCIPAL);
		}
		if (resource(request) == Truth.UNDECIDED) {
			undecided.add(undecidedResource());
		}
		for (CompiledCondition condition : this.conditions) {
			if (condition.holds(request.context()) == Truth.UNDECIDED) {
				undecided.add(Reasons.undecided(condition, request));
			}
		}
		return undecided;
	}

}
