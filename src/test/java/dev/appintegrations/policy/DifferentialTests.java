package dev.appintegrations.policy;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

import dev.appintegrations.policy.Condition.Operator;
import dev.appintegrations.policy.Condition.Qualifier;
import dev.appintegrations.policy.Policy.Version;
import dev.appintegrations.policy.Statement.Effect;
import dev.appintegrations.policy.Statement.Patterns;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The evaluator against a second, plain one, over generated policies and requests that
 * are close to each other, so that most of them nearly match.
 */
class DifferentialTests {

	private static final int SEEDS = 20_000;

	private static final List<String> ACTIONS = List.of("s3:GetObject", "s3:*", "S3:get*", "s3:?etObject", "*",
			"iam:GetRole");

	private static final List<String> RESOURCES = List.of("*", "arn:aws:s3:::a/*", "arn:aws:s3:::${aws:username}/?",
			"arn:aws:s3:::a/b", "arn:aws:s3:::${aws:none}", "arn:*:b", "arn:aws:${aws:username}:::a");

	private static final List<String> VALUES = List.of("a", "A", "ab", "a*", "${aws:username}", "${aws:none}", "${*}",
			"1", "2.0", "2", "true", "TRUE", "arn:aws:s3:::a", "arn:aws:*:*:*:a*", "arn:*", "x");

	private static final List<String> PRESENT = List.of("a", "A", "ab", "*", "bob", "1", "2", "10", "true", "false",
			"arn:aws:s3:::a", "arn:aws:s3:eu:1:ab:c", "x");

	private static final List<String> KEYS = List.of("aws:one", "aws:two", "aws:username");

	private static final List<Operator> OPERATORS = List.of(Operator.values())
		.stream()
		.filter((operator) -> operator.text().matches("(String|Arn|Numeric|Bool|Null).*"))
		.toList();

	@Test
	void agreesWithThePlainEvaluatorAndWithItself() {
		Map<Decision, Integer> seen = new EnumMap<>(Decision.class);
		for (int seed = 0; seed < SEEDS; seed++) {
			Random random = new Random(seed);
			Policy policy = policy(random);
			Evaluator evaluator = Evaluator.of(policy);
			for (int i = 0; i < 5; i++) {
				Request request = request(random);
				Decision decision = evaluator.decide(request);
				assertThat(decision).as("seed %d: %s for %s", seed, PolicyWriter.write(policy), request)
					.isEqualTo(new NaiveEvaluator(List.of(policy), null).decide(request))
					.isEqualTo(evaluator.evaluate(request).decision());
				seen.merge(decision, 1, Integer::sum);
			}
		}
		assertThat(seen.keySet()).containsExactlyInAnyOrder(Decision.values());
		assertThat(seen.values()).allMatch((count) -> count > SEEDS / 100);
	}

	@Test
	void meansTheSameAfterItIsWrittenAndRead() {
		for (int seed = 0; seed < SEEDS / 10; seed++) {
			Policy policy = policy(new Random(seed));
			assertThat(PolicyReader.read(PolicyWriter.write(policy))).as("seed %d", seed).isEqualTo(policy);
		}
	}

	private static Policy policy(Random random) {
		List<Statement> statements = new ArrayList<>();
		for (int i = 0; i <= random.nextInt(3); i++) {
			List<Condition> conditions = new ArrayList<>();
			for (int j = 0; j < random.nextInt(3); j++) {
				Condition condition = condition(random);
				boolean taken = conditions.stream()
					.anyMatch((each) -> each.operatorText().equals(condition.operatorText())
							&& each.key().equals(condition.key()));
				if (!taken) {
					conditions.add(condition);
				}
			}
			conditions.sort((a, b) -> a.operatorText().compareTo(b.operatorText()));
			statements.add(new Statement(null, (random.nextInt(4) == 0) ? Effect.DENY : Effect.ALLOW, null,
					new Patterns(random.nextInt(6) == 0, some(ACTIONS, random)),
					new Patterns(random.nextInt(6) == 0, some(RESOURCES, random)), conditions));
		}
		return new Policy((random.nextInt(5) == 0) ? Version.V2008_10_17 : Version.V2012_10_17, null, statements);
	}

	private static Condition condition(Random random) {
		Operator operator = OPERATORS.get(random.nextInt(OPERATORS.size()));
		Qualifier qualifier = Qualifier.values()[random.nextInt(3)];
		List<String> values = (operator == Operator.NULL) ? List.of(Boolean.toString(random.nextBoolean()))
				: some(VALUES, random);
		boolean plain = operator == Operator.NULL;
		return new Condition(operator, plain ? Qualifier.NONE : qualifier, !plain && random.nextInt(4) == 0,
				KEYS.get(random.nextInt(KEYS.size())), values);
	}

	private static Request request(Random random) {
		Map<String, List<String>> context = new TreeMap<>();
		for (String key : KEYS) {
			switch (random.nextInt(5)) {
				case 0 -> context.remove(key);
				case 1 -> context.put(key, List.of());
				case 2 -> context.put(key, some(PRESENT, random));
				default -> context.put(key, List.of(PRESENT.get(random.nextInt(PRESENT.size()))));
			}
		}
		String action = (random.nextInt(4) == 0) ? "iam:GetRole" : "s3:GetObject";
		return new Request(action,
				List.of("arn:aws:s3:::a/b", "arn:aws:s3:::bob/x", "arn:aws:s3:::b", "*").get(random.nextInt(4)),
				context);
	}

	private static List<String> some(List<String> all, Random random) {
		List<String> some = new ArrayList<>();
		for (int i = 0; i <= random.nextInt(2); i++) {
			String one = all.get(random.nextInt(all.size()));
			if (!some.contains(one)) {
				some.add(one);
			}
		}
		return some;
	}

}
