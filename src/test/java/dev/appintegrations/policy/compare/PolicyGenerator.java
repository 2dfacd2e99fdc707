package dev.appintegrations.policy.compare;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;

import dev.appintegrations.policy.Condition;
import dev.appintegrations.policy.Condition.Operator;
import dev.appintegrations.policy.Condition.Qualifier;
import dev.appintegrations.policy.Policy;
import dev.appintegrations.policy.Policy.Version;
import dev.appintegrations.policy.Request;
import dev.appintegrations.policy.Statement;
import dev.appintegrations.policy.Statement.Effect;
import dev.appintegrations.policy.Statement.Patterns;

/**
 * Policies of a small vocabulary, so that statements often meet, what is written
 * differently but means the same, what was changed, and requests that are near.
 */
final class PolicyGenerator {

	private static final List<String> ACTIONS = List.of("*", "s3:*", "s3:Get*", "s3:GetObject", "s3:*Object",
			"s3:?etObject", "s3:PutObject", "s3:*t*", "iam:*", "iam:PassRole", "iam:P*", "s3:G*t*");

	private static final List<String> RESOURCES = List.of("*", "arn:aws:s3:::*", "arn:aws:s3:::docs/*",
			"arn:aws:s3:::docs/a", "arn:aws:s3:::*/a", "arn:aws:s3:::docs/?", "arn:aws:s3:*:*:d*a",
			"arn:*:iam::123456789012:role/*", "arn:aws:iam::*:role/a*b", "arn:aws:iam::1*:role/ab");

	private static final List<String> REQUESTED_ACTIONS = List.of("s3:GetObject", "s3:PutObject", "S3:getobject",
			"s3:ListBucket", "s3:GetX", "s3:SetObject", "s3:GXt", "iam:PassRole", "iam:CreateUser", "ec2:RunInstances",
			"s3:xtx");

	private static final List<String> REQUESTED_RESOURCES = List.of("*", "arn:aws:s3:::docs/a", "arn:aws:s3:::docs/ab",
			"arn:aws:s3:::docs/", "arn:aws:s3:::x/a", "arn:aws:s3:::D/a", "arn:aws:s3:r:1:da", "arn:aws:s3:r:d:a",
			"arn:aws:iam::123456789012:role/ab", "arn:aws:iam::1:role/axb", "arn:aws-cn:iam::123456789012:role/a",
			"arn:aws:iam::2:role/a:b", "arn:aws:sqs:r:1:q");

	private static final List<String> KEYS = List.of("aws:TagKeys", "aws:PrincipalTag/team", "aws:SourceArn");

	private static final List<String> TEXTS = List.of("true", "a", "ab", "A", "*", "a*", "?", "*b", "", "false",
			"True");

	private static final List<String> ARNS = List.of("arn:aws:s3:::docs", "arn:aws:s3:::d*", "arn:aws:s3:*:*:docs",
			"arn:*:*:*:*:*", "arn:aws:s3:::docs:*", "arn:aws:s3:?:*:*s");

	private static final List<String> REQUESTED_VALUES = List.of("true", "a", "ab", "A", "b", "", "axb", "TRUE",
			"false", "*", "a*", "?", "arn:aws:s3:::docs", "arn:aws:s3:::d", "arn:aws:s3:x:y:docs",
			"arn:aws:s3:::docs:x", "arn:aws:s3:x:y:z:docs", "arn:x", "x:aws:s3:::docs");

	private static final List<Operator> TEXT_OPERATORS = List.of(Operator.STRING_EQUALS, Operator.STRING_NOT_EQUALS,
			Operator.STRING_EQUALS_IGNORE_CASE, Operator.STRING_NOT_EQUALS_IGNORE_CASE, Operator.STRING_LIKE,
			Operator.STRING_NOT_LIKE);

	private static final List<Operator> ARN_OPERATORS = List.of(Operator.ARN_EQUALS, Operator.ARN_LIKE,
			Operator.ARN_NOT_EQUALS, Operator.ARN_NOT_LIKE);

	private static final String NUMBER_KEY = "aws:MultiFactorAuthAge";

	private static final List<Operator> NUMBER_OPERATORS = List.of(Operator.NUMERIC_EQUALS, Operator.NUMERIC_NOT_EQUALS,
			Operator.NUMERIC_LESS_THAN, Operator.NUMERIC_LESS_THAN_EQUALS, Operator.NUMERIC_GREATER_THAN,
			Operator.NUMERIC_GREATER_THAN_EQUALS);

	private static final String ADDRESS_KEY = "aws:SourceIp";

	private static final List<Operator> ADDRESS_OPERATORS = List.of(Operator.IP_ADDRESS, Operator.NOT_IP_ADDRESS);

	private final Random random;

	PolicyGenerator(long seed) {
		this.random = new Random(seed);
	}

	Policy policy() {
		return new Policy(Version.V2012_10_17, null, some(1, 4, this::statement));
	}

	private Statement statement() {
		return new Statement(null, (this.random.nextInt(3) == 0) ? Effect.DENY : Effect.ALLOW, null, patterns(ACTIONS),
				patterns(RESOURCES), some(0, 2, this::condition));
	}

	private Patterns patterns(List<String> from) {
		return new Patterns(this.random.nextInt(4) == 0, some(1, 3, () -> one(from)));
	}

	private Condition condition() {
		Qualifier qualifier = one(List.of(Qualifier.values()));
		return switch (this.random.nextInt(8)) {
			case 0 ->
				new Condition(Operator.NULL, Qualifier.NONE, false, one(KEYS), List.of(one(List.of("true", "false"))));
			case 1 -> new Condition(Operator.BOOL, qualifier, this.random.nextBoolean(), one(KEYS),
					List.of(one(List.of("true", "false"))));
			case 2 -> new Condition(one(ARN_OPERATORS), qualifier, this.random.nextBoolean(), one(KEYS),
					some(1, 2, () -> one(ARNS)));
			case 3 -> new Condition(one(NUMBER_OPERATORS), qualifier, this.random.nextBoolean(), NUMBER_KEY,
					some(1, 2, () -> one(List.of("1", "2", "2.0", "-3.5"))));
			case 4 -> new Condition(one(ADDRESS_OPERATORS), qualifier, this.random.nextBoolean(), ADDRESS_KEY, some(1,
					2, () -> one(List.of("10.0.0.0/8", "10.128.0.0/9", "0.0.0.0/0", "10.0.0.1/32", "::1/128"))));
			default -> new Condition(one(TEXT_OPERATORS), qualifier, this.random.nextInt(4) == 0, one(KEYS),
					some(1, 3, () -> one(TEXTS)));
		};
	}

	/**
	 * The same in other words: shuffled, recased, split, with duplicates and with what
	 * adds nothing.
	 */
	Policy disguise(Policy policy) {
		List<Statement> statements = new ArrayList<>();
		for (Statement statement : policy.statements()) {
			split(statement).forEach((part) -> statements.add(reword(part)));
		}
		statements.add(one(statements));
		Collections.shuffle(statements, this.random);
		return new Policy(policy.version(), "disguised", statements);
	}

	private List<Statement> split(Statement statement) {
		Patterns actions = statement.actions();
		if (actions.negated() || this.random.nextBoolean()) {
			return List.of(statement);
		}
		return actions.values()
			.stream()
			.map((action) -> new Statement(null, statement.effect(), null, new Patterns(false, List.of(action)),
					statement.resources(), statement.conditions()))
			.toList();
	}

	private Statement reword(Statement statement) {
		List<Condition> conditions = new ArrayList<>(statement.conditions());
		conditions.replaceAll((condition) -> new Condition(condition.operator(), condition.qualifier(),
				condition.ifExists(), recase(condition.key()), shuffle(condition.values())));
		Collections.shuffle(conditions, this.random);
		Patterns actions = statement.actions();
		Patterns resources = statement.resources();
		return new Statement("S" + this.random.nextInt(100), statement.effect(), null,
				new Patterns(actions.negated(), shuffle(actions.values()).stream().map(this::recase).toList()),
				(resources != null) ? new Patterns(resources.negated(), shuffle(resources.values())) : null,
				conditions);
	}

	private String recase(String text) {
		return this.random.nextBoolean() ? text.toUpperCase(Locale.ROOT) : text.toLowerCase(Locale.ROOT);
	}

	private List<String> shuffle(List<String> values) {
		List<String> shuffled = new ArrayList<>(values);
		shuffled.add(one(values));
		Collections.shuffle(shuffled, this.random);
		return shuffled;
	}

	/**
	 * One thing changed, which may or may not change the meaning.
	 */
	Policy mutate(Policy policy) {
		List<Statement> statements = new ArrayList<>(policy.statements());
		int at = this.random.nextInt(statements.size());
		Statement old = statements.get(at);
		switch (this.random.nextInt(7)) {
			case 0 -> statements.add(statement());
			case 1 -> statements.set(at, statement());
			case 2 -> statements.set(at,
					new Statement(null, old.effect(), null, patterns(ACTIONS), old.resources(), old.conditions()));
			case 3 -> statements.set(at,
					new Statement(null, old.effect(), null, old.actions(), patterns(RESOURCES), old.conditions()));
			case 4 -> statements.set(at, new Statement(null, old.effect(), null, old.actions(), old.resources(),
					some(0, 2, this::condition)));
			case 5 -> statements.set(at, new Statement(null, old.effect(), null, old.actions(), old.resources(),
					Stream.concat(old.conditions().stream(), Stream.of(condition())).toList()));
			default ->
				statements.set(at, new Statement(null, (old.effect() == Effect.ALLOW) ? Effect.DENY : Effect.ALLOW,
						null, old.actions(), old.resources(), old.conditions()));
		}
		return new Policy(policy.version(), null, statements);
	}

	Request request() {
		Map<String, List<String>> context = new HashMap<>();
		for (String key : KEYS) {
			context.put(key, some(0, (this.random.nextInt(3) == 0) ? 3 : 1, () -> one(REQUESTED_VALUES)));
		}
		context.put(NUMBER_KEY, some(0, 2, () -> one(List.of("0", "1", "1.5", "2", "3", "-3.5", "-4", "x"))));
		context.put(ADDRESS_KEY, some(0, 2,
				() -> one(List.of("9.9.9.9", "10.0.0.1", "10.0.0.2", "10.200.0.0", "11.0.0.0", "::1", "::2"))));
		context.keySet().removeIf((key) -> this.random.nextInt(4) == 0);
		return new Request(one(REQUESTED_ACTIONS), one(REQUESTED_RESOURCES), context);
	}

	private <T> T one(List<T> from) {
		return from.get(this.random.nextInt(from.size()));
	}

	private <T> List<T> some(int least, int most, Supplier<T> next) {
		return Stream.generate(next).limit(least + this.random.nextInt(most - least + 1)).toList();
	}

}
