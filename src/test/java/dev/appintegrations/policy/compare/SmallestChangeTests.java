package dev.appintegrations.policy.compare;

import java.util.List;
import java.util.Map;

import dev.appintegrations.policy.Decision;
import dev.appintegrations.policy.Evaluator;
import dev.appintegrations.policy.Policy;
import dev.appintegrations.policy.PolicyReader;
import dev.appintegrations.policy.Request;
import dev.appintegrations.policy.compare.Change.RemoveKey;
import dev.appintegrations.policy.compare.Change.SetKey;
import dev.appintegrations.policy.compare.Change.UseResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SmallestChangeTests {

	private static final String FLOW = "arn:aws:appflow:us-east-1:123456789012:flow/FlowCreatedByAppIntegrations-1";

	private static final String MANAGED = "aws:resourcetag/appintegrationsmanaged";

	@Test
	void setsTheKeyThatIsMissing() {
		SmallestChange change = change("appflow:DeleteFlow", FLOW, Map.of());
		assertThat(change.changes().getFirst().edits()).containsExactly(new SetKey(MANAGED, List.of("true")));
		assertThat(change.changes().getFirst().decision()).isEqualTo(Decision.ALLOWED);
	}

	@Test
	void namesTheResourceIfOnlyThatIsWrong() {
		SmallestChange change = change("appflow:DeleteFlow", "*", Map.of(MANAGED, List.of("true")));
		assertThat(change.changes().getFirst().edits()).containsExactly(
				new UseResource("arn:aws:appflow:us-east-1:123456789012:flow/FlowCreatedByAppIntegrations-example"));
	}

	@Test
	void changesTwoThingsIfNoneAloneIsEnough() {
		SmallestChange change = change("appflow:DeleteFlow", "*", Map.of());
		assertThat(change.changes()).singleElement()
			.extracting(Change::edits)
			.isEqualTo(List.of(new SetKey(MANAGED, List.of("true")), new UseResource(
					"arn:aws:appflow:us-east-1:123456789012:flow/FlowCreatedByAppIntegrations-example")));
	}

	@Test
	void flipsAnAllowedRequestInEachKindOfWay() {
		SmallestChange change = change("appflow:DeleteFlow", FLOW, Map.of(MANAGED, List.of("true")));
		assertThat(change.changes()).extracting((found) -> found.edits().getFirst().getClass().getSimpleName())
			.containsExactly("RemoveKey", "SetKey", "UseResource");
		assertThat(change.changes().getFirst().edits()).containsExactly(new RemoveKey(MANAGED));
		assertThat(change.changes()).extracting(Change::decision).containsOnly(Decision.IMPLICIT_DENY);
	}

	@Test
	void addsAValueThatForAllValuesRefuses() {
		SmallestChange change = change("appflow:TagResource", FLOW,
				Map.of("aws:tagkeys", List.of("AppIntegrationsManaged")));
		assertThat(change.changes().getFirst().edits()).containsExactly(new SetKey("aws:tagkeys", List.of("example")));
	}

	@Test
	void saysThatNothingAllowsTheAction() {
		SmallestChange change = change("appflow:CreateFlow", FLOW, Map.of());
		assertThat(change.changes()).isEmpty();
		assertThat(change.reason()).isEqualTo("no context or resource change allows this action");
	}

	@Test
	void saysThatNothingMakesADifferenceToWhatIsAlwaysAllowed() {
		Policy policy = PolicyReader.read("""
				{"Statement": {"Effect": "Allow", "Action": "s3:*", "Resource": "*"}}""");
		SmallestChange change = SmallestChange.of(Evaluator.of(policy), List.of(policy),
				new Request("s3:GetObject", "*", Map.of()));
		assertThat(change.changes()).isEmpty();
		assertThat(change.reason()).startsWith("no change of up to three context keys");
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3 })
	void findsAsManyKeysAsAreNeeded(int keys) {
		String conditions = String.join(",", List.of("\"a\": \"1\"", "\"b\": \"2\"", "\"c\": \"3\"").subList(0, keys));
		Policy policy = PolicyReader.read("""
				{"Statement": {"Effect": "Allow", "Action": "*", "Resource": "*",
				 "Condition": {"StringEquals": {%s}}}}""".formatted(conditions));
		SmallestChange change = SmallestChange.of(Evaluator.of(policy), List.of(policy),
				new Request("s3:GetObject", "*", Map.of()));
		assertThat(change.changes()).singleElement()
			.satisfies((found) -> assertThat(found.edits()).hasSize(keys)
				.allSatisfy((edit) -> assertThat(edit).isInstanceOf(SetKey.class)));
	}

	private static SmallestChange change(String action, String resource, Map<String, List<String>> context) {
		Policy policy = PolicyReader.read(RolePolicy.DOCUMENT);
		return SmallestChange.of(Evaluator.of(policy), List.of(policy), new Request(action, resource, context));
	}

}
