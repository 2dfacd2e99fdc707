package dev.appintegrations.policy.findings;

import java.util.function.Function;
import java.util.stream.Stream;

import dev.appintegrations.policy.Policy;
import dev.appintegrations.policy.Statement;
import dev.appintegrations.policy.Statement.Patterns;
import dev.appintegrations.policy.findings.Finding.Effect;
import dev.appintegrations.policy.findings.Finding.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Says what is not looked at because it would take long, which only policies can be that
 * AWS does not accept.
 */
final class Limits implements Check {

	/** Characters of the largest policies, those of Amazon S3 buckets. */
	private static final int MOST_CHARACTERS = 20_480;

	private static final int MOST_STATEMENTS = 200;

	@Override
	public Stream<Finding> findings(Subject subject) {
		Stream.Builder<Finding> findings = Stream.builder();
		if (subject.index() == 0 && !comparesResources(subject.policy())) {
			findings.add(finding(subject, "Its resources have more than " + MOST_CHARACTERS
					+ " characters, as no policy has that AWS accepts, and are not compared with the documented ones."));
		}
		if (subject.index() == 0 && !comparesStatements(subject.policy())) {
			findings.add(finding(subject,
					"It has more than " + MOST_STATEMENTS + " statements, or actions or resources of more than "
							+ MOST_CHARACTERS + " characters, and the statements are not compared with each other."));
		}
		return findings.build();
	}

	private static Finding finding(Subject subject, String evidence) {
		return subject.finding(Kind.NOT_EXAMINED, "$.Statement", "The policy is too long to look at all of it",
				evidence, Effect.UNKNOWN, Sources.QUOTAS);
	}

	static boolean comparesResources(Policy policy) {
		return isShort(policy, Statement::resources);
	}

	static boolean comparesStatements(Policy policy) {
		int statements = policy.statements().size();
		return statements == 1
				|| statements <= MOST_STATEMENTS && comparesResources(policy) && isShort(policy, Statement::actions);
	}

	private static boolean isShort(Policy policy, Function<Statement, @Nullable Patterns> element) {
		return policy.statements()
			.stream()
			.map(element)
			.flatMap(Stream::ofNullable)
			.flatMap((patterns) -> patterns.values().stream())
			.mapToInt(String::length)
			.sum() <= MOST_CHARACTERS;
	}

}
