package dev.appintegrations.policy.findings;

import java.util.List;
import java.util.stream.IntStream;

import dev.appintegrations.policy.Policy;

/**
 * Looks for what is wrong, or not what it seems, in policies.
 */
public final class Findings {

	/** How many findings are looked for, so that no policy takes long. */
	public static final int MOST = 100;

	private static final List<Check> CHECKS = List.of(new Limits(), new UnknownActions(), new ActionsWithoutResource(),
			new UndocumentedResources(), new UnknownConditionKeys(), new SetQualifiers(), new LiteralVariables(),
			new NotElements(), new RedundantStatements());

	private Findings() {
	}

	/**
	 * Looks for findings in a policy.
	 * @param policy an identity policy or a trust policy
	 * @return at most {@value #MOST} findings, by statement
	 */
	public static List<Finding> of(Policy policy) {
		return IntStream.range(0, policy.statements().size())
			.boxed()
			.flatMap((index) -> CHECKS.stream().flatMap((check) -> check.findings(new Subject(policy, index))))
			.limit(MOST)
			.toList();
	}

}
