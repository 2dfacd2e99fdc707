package dev.appintegrations.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;

import dev.appintegrations.policy.Condition.Operator;
import dev.appintegrations.policy.Condition.Qualifier;
import dev.appintegrations.policy.Policy.Version;
import dev.appintegrations.policy.Request.Caller;
import dev.appintegrations.policy.Statement.Effect;
import dev.appintegrations.policy.Statement.Patterns;
import dev.appintegrations.policy.Statement.Principal;
import dev.appintegrations.policy.Statement.Principals;
import org.jspecify.annotations.Nullable;

/**
 * Policies and requests out of few words, so that they often meet, the same for the same
 * seed.
 */
final class GeneratedPolicies {

	private static final String[] ACTIONS = { "s3:GetObject", "S3:getobject", "s3:PutObject", "s3:Get*", "s3:?etObject",
			"s3:*Object", "s3:*", "*", "sts:AssumeRole", "sts:*" };

	private static final String[] REQUESTED_ACTIONS = { "s3:GetObject", "s3:PUTOBJECT", "s3:ListBucket",
			"sts:AssumeRole", "STS:AssumeRoleWithSAML" };

	private static final String[] RESOURCES = { "*", "arn:aws:s3:::b/*", "arn:aws:s3:::b/a", "arn:aws:s3:::b/?",
			"arn:aws:s3:::b/${aws:username}", "arn:aws:s3:::${aws:username, 'b'}/a", "arn:aws:s3:::b/${*}",
			"arn:aws:s3:::b/${?}", "arn:aws:s3:::b/${$}", "arn:aws:${aws:username}:::b/a", "arn:aws:*:a",
			"arn:aws:s3:::b/${aws:username", "arn:aws:s3:::b/${}", "arn:aws:s3:::*b*a*",
			"arn:aws:s3:::b/${aws:TagKeys}" };

	private static final String[] REQUESTED_RESOURCES = { "*", "arn:aws:s3:::b/a", "arn:aws:s3:::b/ab",
			"arn:aws:s3:::b/*", "arn:aws:s3:::b/?", "arn:aws:s3:::b/$", "arn:aws:s3:::b/${aws:username}",
			"arn:aws:s3:::b/A", "arn:aws:s3:r:1:b/a", "arn:aws:s3:::b/", "arn:aws:a:::b/a",
			"arn:aws:s3:::b/${aws:username" };

	private static final String[] KEYS = { "aws:username", "aws:TagKeys", "AWS:tagkeys", "s3:prefix", "k:Tag/Name" };

	private static final String[] TEXTS = { "a", "A", "b", "ab", "", "*", "a*", "?", "${aws:username}",
			"${AWS:UserName, 'a'}", "${*}", "${$}", "${aws:TagKeys}", "x${s3:prefix}", "${", "${a,b}" };

	private static final String[] NUMBERS = { "10", "10.0", "+10", "1e1", "9.5", "-1", "ten", "", " 10",
			"${aws:username}" };

	private static final String[] DATES = { "2024", "2024-01", "2024-01-01", "2024-01-01T00:00Z",
			"2024-01-01T00:00:00Z", "2024-01-01T01:00:00+01:00", "2024-01-01T00:00:00.5Z", "1704067200", "1704067201",
			"2024-13-01", "2024-01-01T00:00:00", "now", "" };

	private static final String[] ADDRESSES = { "203.0.113.0/24", "203.0.113.7", "203.0.113.7/32", "203.0.112.0/23",
			"0.0.0.0/0", "2001:DB8::/32", "2001:db8::1", "::/0", "203.0.113.0/33", "203.0.113", "999.1.1.1", "a" };

	private static final String[] ARNS = { "arn:aws:s3:::b/a", "arn:aws:s3:::b/*", "arn:aws:s3:*:*:b/?", "arn:*", "*",
			"arn:aws:iam::1:role/a:b", "arn:aws:iam::*:role/*", "arn:aws:iam:*:role/a", "a", "${aws:username}",
			"arn:aws:s3:::b/${aws:username}", "arn:aws:s3:::${s3:prefix}" };

	private static final String[] BOOLEANS = { "true", "false", "True", "FALSE", "yes", "", "${aws:username}" };

	private static final String[] BYTES = { "YQ==", "YWI=", "YQ", "!" };

	private static final Principal[] PRINCIPALS = { new Principal(Principal.Type.ANY, "*"),
			new Principal(Principal.Type.AWS, "*"), new Principal(Principal.Type.AWS, "111122223333"),
			new Principal(Principal.Type.AWS, "arn:aws:iam::111122223333:root"),
			new Principal(Principal.Type.AWS, "arn:aws-cn:iam::111122223333:root"),
			new Principal(Principal.Type.AWS, "arn:aws-us-gov:iam::111122223333:role/r"),
			new Principal(Principal.Type.AWS, "arn:aws:iam::111122223333:user/a"),
			new Principal(Principal.Type.AWS, "arn:aws:iam::111122223333:role/path/r"),
			new Principal(Principal.Type.AWS, "arn:aws:iam::111122223333:role/*"),
			new Principal(Principal.Type.AWS, "arn:aws:sts::111122223333:assumed-role/r/s"),
			new Principal(Principal.Type.SERVICE, "ec2.amazonaws.com"),
			new Principal(Principal.Type.FEDERATED, "cognito-identity.amazonaws.com"),
			new Principal(Principal.Type.CANONICAL_USER, "79a59d") };

	private static final Caller[] CALLERS = { new Caller(Principal.Type.AWS, "111122223333"),
			new Caller(Principal.Type.AWS, "arn:aws:iam::111122223333:root"),
			new Caller(Principal.Type.AWS, "arn:aws:iam::111122223333:user/a"),
			new Caller(Principal.Type.AWS, "arn:aws:iam::444455556666:user/a"),
			new Caller(Principal.Type.AWS, "arn:aws-cn:iam::111122223333:user/a"),
			new Caller(Principal.Type.AWS, "arn:aws-cn:iam::111122223333:root"),
			new Caller(Principal.Type.AWS, "arn:aws-us-gov:sts::111122223333:assumed-role/r/s"),
			new Caller(Principal.Type.AWS, "arn:aws:iam::111122223333:role/path/r"),
			new Caller(Principal.Type.AWS, "arn:aws:sts::111122223333:assumed-role/r/s"),
			new Caller(Principal.Type.AWS, "arn:aws:sts::111122223333:assumed-role/r/t"),
			new Caller(Principal.Type.SERVICE, "ec2.amazonaws.com"),
			new Caller(Principal.Type.FEDERATED, "cognito-identity.amazonaws.com"),
			new Caller(Principal.Type.CANONICAL_USER, "79a59d") };

	private final Random random;

	GeneratedPolicies(long seed) {
		this.random = new Random(seed);
	}

	Policy identityPolicy() {
		return policy((this.random.nextInt(20) == 0) ? this::principals : () -> null);
	}

	Policy trustPolicy() {
		return policy(this::principals);
	}

	Request request() {
		Map<String, List<String>> context = new HashMap<>();
		for (String key : KEYS) {
			switch (this.random.nextInt(6)) {
				case 0 -> context.put(key, List.of());
				case 1, 2, 3 -> context.put(key, List.of(value(operator())));
				case 4 -> context.put(key, some(() -> value(operator())));
				default -> {
				}
			}
		}
		Caller caller = (this.random.nextInt(3) == 0) ? null : one(CALLERS);
		return new Request(one(REQUESTED_ACTIONS), one(REQUESTED_RESOURCES), caller, context);
	}

	private Policy policy(Supplier<@Nullable Principals> principals) {
		Version version = (this.random.nextInt(4) == 0) ? Version.V2008_10_17 : Version.V2012_10_17;
		List<Statement> statements = new ArrayList<>();
		for (int i = this.random.nextInt(3); i >= 0; i--) {
			statements.add(statement("S" + i, principals.get()));
		}
		return new Policy(version, this.random.nextBoolean() ? "id" : null, statements);
	}

	private Statement statement(String sid, @Nullable Principals principals) {
		Effect effect = (this.random.nextInt(3) == 0) ? Effect.DENY : Effect.ALLOW;
		Patterns resources = (this.random.nextInt(8) == 0) ? null : patterns(RESOURCES);
		List<Condition> conditions = new ArrayList<>();
		Set<String> seen = new HashSet<>();
		for (int i = this.random.nextInt(3); i > 0; i--) {
			Condition condition = condition();
			if (seen.add(condition.operatorText() + condition.key().toLowerCase(Locale.ROOT))) {
				conditions.add(condition);
			}
		}
		// documents group conditions by operator
		conditions.sort((one, other) -> one.operatorText().compareTo(other.operatorText()));
		return new Statement(this.random.nextBoolean() ? sid : null, effect, principals, patterns(ACTIONS), resources,
				conditions);
	}

	private Condition condition() {
		Operator operator = operator();
		boolean ifExists = operator != Operator.NULL && this.random.nextInt(3) == 0;
		Qualifier qualifier = this.random.nextBoolean() ? Qualifier.NONE : one(Qualifier.values());
		return new Condition(operator, qualifier, ifExists, one(KEYS), some(() -> value(operator)));
	}

	private Operator operator() {
		return one(Operator.values());
	}

	private String value(Operator operator) {
		String text = operator.text();
		String[] values = text.startsWith("String") ? TEXTS
				: text.startsWith("Numeric") ? NUMBERS : text.startsWith("Date") ? DATES : text.contains("IpAddress")
						? ADDRESSES : text.startsWith("Arn") ? ARNS : text.startsWith("Binary") ? BYTES : BOOLEANS;
		return one(values);
	}

	private Principals principals() {
		List<Principal> principals = some(() -> one(Arrays.copyOfRange(PRINCIPALS, 1, PRINCIPALS.length)));
		// documents group principals by type
		List<Principal> sorted = principals.stream()
			.distinct()
			.sorted((one, other) -> one.type().compareTo(other.type()))
			.toList();
		return new Principals(this.random.nextInt(4) == 0,
				(this.random.nextInt(6) == 0) ? List.of(PRINCIPALS[0]) : sorted);
	}

	private Patterns patterns(String[] values) {
		return new Patterns(this.random.nextInt(4) == 0, some(() -> one(values)));
	}

	private <T> List<T> some(Supplier<T> supplier) {
		List<T> some = new ArrayList<>();
		for (int i = this.random.nextInt(3); i >= 0; i--) {
			some.add(supplier.get());
		}
		return some;
	}

	private <T> T one(T[] values) {
		return values[this.random.nextInt(values.length)];
	}

}
