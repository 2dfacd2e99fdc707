package dev.appintegrations.policy.findings;

import java.util.stream.Stream;

import dev.appintegrations.policy.Request.Caller;
import dev.appintegrations.policy.Statement.Patterns;
import dev.appintegrations.policy.Statement.Principal;
import dev.appintegrations.policy.Statement.Principal.Type;
import dev.appintegrations.policy.Statement.Principals;
import dev.appintegrations.policy.catalog.ActionFacts;
import dev.appintegrations.policy.catalog.Catalog;
import org.jspecify.annotations.Nullable;

/**
 * Makes up actions, resources and callers that a statement is likely to match.
 */
final class SampleRequests {

	private static final String ACCOUNT = "111122223333";

	private static final String REGION = "us-east-1";

	private static final Caller SOMEBODY = new Caller(Type.AWS, "arn:aws:iam::" + ACCOUNT + ":user/example");

	private static final int PARTS = 6;

	private SampleRequests() {
	}

	static Stream<String> actions(Patterns actions) {
		if (actions.negated()) {
			return Stream.of("appflow:DescribeFlow", "s3:GetObject", "ec2:DescribeInstances");
		}
		return actions.values()
			.stream()
			.flatMap(
					(action) -> Stream.concat(
							"*".equals(action) ? Stream.of("appflow:DescribeFlow")
									: Catalog.get().expand(action).stream().limit(1),
							Stream.of(concrete(action, "Example"))));
	}

	static Stream<String> resources(@Nullable Patterns resources, String action) {
		ActionFacts facts = Catalog.get().action(action);
		Stream<String> documented = (facts == null) ? Stream.empty()
				: facts.resources().stream().map((use) -> arn(use.type().arn().replaceAll("\\$\\{[^}]*}", "*")));
		Stream<String> any = Stream.concat(documented, Stream.of("*", "arn:aws:s3:::example/example"));
		if (resources == null || resources.negated()) {
			return any;
		}
		return resources.values()
			.stream()
			.flatMap((resource) -> "*".equals(resource) ? resources(null, action) : Stream.of(arn(resource)));
	}

	private static String arn(String pattern) {
		String[] parts = pattern.split(":", PARTS);
		if (parts.length < PARTS) {
			return concrete(pattern, "example");
		}
		return String.join(":", concrete(parts[0], "arn"), concrete(parts[1], "aws"), concrete(parts[2], "s3"),
				concrete(parts[3], REGION), concrete(parts[4], ACCOUNT), concrete(parts[5], "example"));
	}

	private static String concrete(String pattern, String text) {
		return pattern.replace("*", text).replace('?', 'x');
	}

	static @Nullable Caller caller(@Nullable Principals principals) {
		if (principals == null) {
			return null;
		}
		Principal first = principals.values().getFirst();
		String value = first.value();
		if (principals.negated() || first.type() == Type.ANY || "*".equals(value)) {
			return SOMEBODY;
		}
		boolean account = first.type() == Type.AWS && (value.matches("[0-9]{12}") || value.endsWith(":root"));
		String id = value.replaceAll("\\D", "");
		return account ? new Caller(Type.AWS, "arn:aws:iam::" + id + ":user/example") : new Caller(first.type(), value);
	}

}
