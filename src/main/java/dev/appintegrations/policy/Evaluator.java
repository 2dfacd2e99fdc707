package dev.appintegrations.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * Decides requests by policies, which it compiles once, as IAM documents it (user guide,
 * "Policy evaluation logic"): a denial wins, then a permission, otherwise nothing allows
 * it. What IAM does not document it does not guess.
 */
public final class Evaluator {

	private static final String ASSUME = "sts:assumerole";

	private final CompiledStatement[] identity;

	private final CompiledStatement @Nullable [] trust;

	private Evaluator(List<Policy> identityPolicies, @Nullable Policy trustPolicy) {
		List<CompiledStatement> statements = new ArrayList<>();
		for (int i = 0; i < identityPolicies.size(); i++) {
			compile(identityPolicies.get(i), i, false, statements);
		}
		this.identity = statements.toArray(CompiledStatement[]::new);
		if (trustPolicy == null) {
			this.trust = null;
		}
		else {
			List<CompiledStatement> trusting = new ArrayList<>();
			compile(trustPolicy, identityPolicies.size(), true, trusting);
			this.trust = trusting.toArray(CompiledStatement[]::new);
		}
	}

	private static void compile(Policy policy, int number, boolean trusts, List<CompiledStatement> statements) {
		for (int i = 0; i < policy.statements().size(); i++) {
			Statement statement = policy.statements().get(i);
			statements.add(new CompiledStatement(new StatementRef(number, i, statement.sid()), statement,
					policy.version(), trusts));
		}
	}

	/**
	 * Compiles a single identity policy.
	 * @param policy the policy
	 * @return its evaluator
	 */
	public static Evaluator of(Policy policy) {
		return of(List.of(policy), null);
	}

	/**
	 * Compiles the policies of a principal.
	 * @param identityPolicies what says what the principal may do
	 * @param trustPolicy what says who may assume the role, or {@code null}; it alone
	 * decides requests to assume the role that name who asks
	 * @return their evaluator, which threads may share
	 */
	public static Evaluator of(List<Policy> identityPolicies, @Nullable Policy trustPolicy) {
		return new Evaluator(identityPolicies, trustPolicy);
	}

	/**
	 * Decides, without reasons.
	 * @param request the request
	 * @return the decision
	 */
	public Decision decide(Request request) {
		String action = request.action().toLowerCase(Locale.ROOT);
		boolean allowed = false;
		boolean undecided = false;
		boolean denialUndecided = false;
		for (CompiledStatement statement : statements(request, action)) {
			Truth matches = statement.matches(request, action);
			if (matches == Truth.TRUE) {
				if (statement.denies()) {
					return Decision.EXPLICIT_DENY;
				}
				allowed = true;
			}
			else if (matches == Truth.UNDECIDED) {
				undecided = true;
				denialUndecided |= statement.denies();
			}
		}
		if (denialUndecided) {
			return Decision.NOT_SUPPORTED;
		}
		if (allowed) {
			return Decision.ALLOWED;
		}
		return undecided ? Decision.NOT_SUPPORTED : Decision.IMPLICIT_DENY;
	}

	private CompiledStatement[] statements(Request request, String action) {
		return (this.trust != null && request.principal() != null && action.startsWith(ASSUME)) ? this.trust
				: this.identity;
	}

	/**
	 * Decides, with reasons.
	 * @param request the request
	 * @return the same decision as {@link #decide}, and its reasons
	 */
	public Evaluation evaluate(Request request) {
		Decision decision = decide(request);
		String action = request.action().toLowerCase(Locale.ROOT);
		List<StatementRef> deciding = new ArrayList<>();
		List<Mismatch> mismatches = new ArrayList<>();
		List<String> unsupported = new ArrayList<>();
		for (CompiledStatement statement : statements(request, action)) {
			Truth matches = statement.matches(request, action);
			if (decides(decision, matches, statement.denies())) {
				deciding.add(statement.reference());
			}
			if (matches != Truth.TRUE) {
				mismatches.add(new Mismatch(statement.reference(), statement.reason(request, action)));
			}
			if (matches == Truth.UNDECIDED) {
				unsupported.addAll(statement.undecided(request));
			}
		}
		return new Evaluation(decision, deciding, mismatches, unsupported.stream().distinct().toList());
	}

	private static boolean decides(Decision decision, Truth matches, boolean denies) {
		return switch (decision) {
			case ALLOWED -> matches == Truth.TRUE && !denies;
			case EXPLICIT_DENY -> matches == Truth.TRUE && denies;
			case NOT_SUPPORTED -> matches == Truth.UNDECIDED;
			case IMPLICIT_DENY -> false;
		};
	}

}
