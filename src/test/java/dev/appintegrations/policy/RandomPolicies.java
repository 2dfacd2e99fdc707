package dev.appintegrations.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

import dev.appintegrations.policy.Condition.Operator;
import dev.appintegrations.policy.Condition.Qualifier;
import dev.appintegrations.policy.Statement.Effect;
import dev.appintegrations.policy.Statement.Patterns;
import dev.appintegrations.policy.Statement.Principal;
import dev.appintegrations.policy.Statement.Principals;

/**
 * Policies made up by chance, sensible ones and odd ones; the same seed makes the same
 * policy.
 */
public final class RandomPolicies {

	private static final List<String> ACTIONS = List.of("*", "appflow:*", "appflow:DescribeFlow", "appflow:Describe*",
			"appflow:DescribFlow", "APPFLOW:deleteflow", "cloudwatch:PutMetricData", "sts:AssumeRole", "s3:Get?bject*",
			"ec2:Run*", "nosuch:Thing", "appflow:DescribeConnectorProfiles", "iam:PassRole", "odd", "a:b:c");

	private static final List<String> RESOURCES = List.of("*", "arn:aws:appflow:*:*:flow/*",
			"arn:aws:appflow:us-east-1:111122223333:flow/FlowCreatedByAppIntegrations-*",
			"arn:aws:appflow:*:*:connector-profile/*", "arn:aws:appflow:*:*:connectorprofile/x",
			"arn:aws:s3:::b/${aws:username}/*", "arn:aws:s3:::b", "arn:*", "arn:aws:iam::111122223333:role/*",
			"arn:aws:appflow:::", "", "${", "arn:aws:appflow:*:*:", "arn:aws:connect:*:*:instance/*/queue/*", "**?*",
			"arn:aws:appflow:?:?:flow/${*}${?}${$}${aws:x, 'y'}");

	private static final List<String> KEYS = List.of("aws:TagKeys", "aws:ResourceTag/Team", "aws:RequestTag/",
			"aws:SourceIp", "aws:Nonsense", "cloudwatch:namespace", "s3:prefix", "aws:CalledVia", "AWS:tagkeys", "k",
			"", "ec2:Thing", "aws:username");

	private static final List<String> VALUES = List.of("x", "true", "false", "AppIntegrationsManaged", "", "*",
			"10.0.0.0/8", "5", "2026-01-01T00:00:00Z", "${aws:username}", "arn:aws:iam::111122223333:role/x",
			"“odd”\n\uD83D\uDE00");

	private static final List<String> PRINCIPALS = List.of("*", "111122223333", "arn:aws:iam::111122223333:root",
			"arn:aws:iam::111122223333:user/a/b", "app-integrations.amazonaws.com", "nobody.example.com", "odd",
			"arn:aws:sts::111122223333:assumed-role/a/b", "");

	private final Random random;

	private RandomPolicies(long seed) {
		this.random = new Random(seed);
	}

	/**
	 * Makes a policy up.
	 * @param seed what it depends on
	 * @return a policy of one to four statements
	 */
	public static Policy of(long seed) {
		RandomPolicies made = new RandomPolicies(seed);
		return new Policy(made.one(List.of(Policy.Version.values())), null, made.some(1, 4, made::statement));
	}

	/**
	 * Makes requests up.
	 * @param seed what they depend on
	 * @param number how many
	 * @return requests that such policies may be about
	 */
	public static List<Request> requests(long seed, int number) {
		RandomPolicies made = new RandomPolicies(seed);
		return made.some(number, number, made::request);
	}

	private Request request() {
		Map<String, List<String>> context = new HashMap<>();
		some(0, 4, () -> context.put(one(KEYS), some(0, 2, () -> one(VALUES))));
		return new Request(concrete(one(ACTIONS), "DescribeFlow"), concrete(one(RESOURCES), "x"), context);
	}

	private static String concrete(String pattern, String text) {
		return pattern.replace("*", text).replace("?", "O");
	}

	private Statement statement() {
		Principals principals = this.random.nextInt(4) == 0
				? new Principals(this.random.nextInt(4) == 0, some(1, 3, this::principal)) : null;
		Patterns resources = this.random.nextInt(6) == 0 ? null : patterns(RESOURCES);
		return new Statement(this.random.nextBoolean() ? "Sid" : null, one(List.of(Effect.values())), principals,
				patterns(ACTIONS), resources, some(0, 3, this::condition));
	}

	private Patterns patterns(List<String> values) {
		return new Patterns(this.random.nextInt(5) == 0, some(1, 10, () -> one(values)));
	}

	private Principal principal() {
		return new Principal(one(List.of(Principal.Type.values())), one(PRINCIPALS));
	}

	private Condition condition() {
		return new Condition(one(List.of(Operator.values())), one(List.of(Qualifier.values())),
				this.random.nextBoolean(), one(KEYS), some(0, 4, () -> one(VALUES)));
	}

	private <T> T one(List<T> values) {
		return values.get(this.random.nextInt(values.size()));
	}

	private <T> List<T> some(int least, int most, Supplier<T> value) {
		List<T> values = new ArrayList<>();
		for (int i = least + this.random.nextInt(most - least + 1); i > 0; i--) {
			values.add(value.get());
		}
		return values;
	}

}
