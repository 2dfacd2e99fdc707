package dev.appintegrations.policy;

import java.util.List;

import dev.appintegrations.policy.Condition.Operator;
import dev.appintegrations.policy.Condition.Qualifier;
import dev.appintegrations.policy.Statement.Effect;
import dev.appintegrations.policy.Statement.Patterns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class PolicyWriterTests {

	@Test
	void writesOnSeveralLines() {
		Policy policy = PolicyReader.read("""
				{"Version":"2012-10-17","Id":"i","Statement":{"Sid":"é","Effect":"Allow",
				"Principal":{"AWS":["1","2"],"Service":["s"]},"Action":["a:b"],"NotResource":["*","arn:aws:s3:::b"],
				"Condition":{"Bool":{"k":[true],"l":false},"ForAnyValue:StringLikeIfExists":{"k":["a","b"]}}}}""");
		assertThat(PolicyWriter.write(policy)).isEqualTo("""
				{
				  "Version": "2012-10-17",
				  "Id": "i",
				  "Statement": [
				    {
				      "Sid": "é",
				      "Effect": "Allow",
				      "Principal": {
				        "AWS": [
				          "1",
				          "2"
				        ],
				        "Service": "s"
				      },
				      "Action": "a:b",
				      "NotResource": [
				        "*",
				        "arn:aws:s3:::b"
				      ],
				      "Condition": {
				        "Bool": {
				          "k": "true",
				          "l": "false"
				        },
				        "ForAnyValue:StringLikeIfExists": {
				          "k": [
				            "a",
				            "b"
				          ]
				        }
				      }
				    }
				  ]
				}""");
	}

	@ParameterizedTest
	@ValueSource(longs = { 0, 1_000, 2_000, 3_000 })
	void writesWhatReadsAsTheSame(long firstSeed) {
		for (long seed = firstSeed; seed < firstSeed + 1_000; seed++) {
			GeneratedPolicies generator = new GeneratedPolicies(seed);
			for (Policy policy : List.of(generator.identityPolicy(), generator.trustPolicy())) {
				assertThat(PolicyReader.read(PolicyWriter.write(policy))).as("seed %d", seed).isEqualTo(policy);
			}
		}
	}

	@Test
	void refusesTwoConditionsOfOneOperatorAndKey() {
		Policy policy = new Policy(Policy.Version.V2012_10_17, null, List.of(new Statement(null, Effect.ALLOW, null,
				new Patterns(false, List.of("*")), null, List.of(condition("aws:k", "a"), condition("AWS:K", "b")))));
		assertThatIllegalArgumentException().isThrownBy(() -> PolicyWriter.write(policy))
			.withMessageContaining("StringLike of the key AWS:K");
	}

	private static Condition condition(String key, String value) {
		return new Condition(Operator.STRING_LIKE, Qualifier.NONE, false, key, List.of(value));
	}

}
