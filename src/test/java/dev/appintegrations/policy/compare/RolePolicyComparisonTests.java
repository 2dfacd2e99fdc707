package dev.appintegrations.policy.compare;

import java.util.List;
import java.util.Map;

import dev.appintegrations.policy.Evaluator;
import dev.appintegrations.policy.Policy;
import dev.appintegrations.policy.PolicyReader;
import dev.appintegrations.policy.Request;
import dev.appintegrations.policy.compare.Comparison.Relation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The role's own policy against versions of it in which one text is replaced.
 */
class RolePolicyComparisonTests {

	private static final String ANY = "arn:aws:appflow:us-east-1:123456789012:";

	@ParameterizedTest(name = "{0} → {1}: {2}")
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					"appflow:DeleteFlow" | "AppFlow:deleteflow" | EQUAL
					"2012-10-17" | "2008-10-17" | EQUAL
					"appflow:TagResource" | "appflow:TagResource", "appflow:tagresource" | EQUAL
					"aws:TagKeys" | "AWS:tagkeys" | EQUAL
					"appflow:StopFlow", |  | NARROWER
					"appflow:StopFlow" | "appflow:Stop*" | WIDER
					"appflow:StopFlow" | "appflow:CreateFlow" | DIFFERENT
					"AWS/AppIntegrations" | "AWS/*" | DIFFERENT
					"ForAllValues:StringEquals" | "StringEquals" | NARROWER
					"ForAllValues:StringEquals" | "ForAnyValue:StringEquals" | DIFFERENT
					"aws:ResourceTag/AppIntegrationsManaged": "true" | "aws:ResourceTag/AppIntegrationsManaged": ["true", "TRUE"] | WIDER
					connector-profile/ | connectorprofile/ | DIFFERENT
					flow/FlowCreatedByAppIntegrations-* | flow/* | WIDER
					"Allow" | "Deny" | NARROWER
					""")
	void comparesItWithAChangedOne(String text, String replacement, Relation relation) {
		assertThat(compare(text, (replacement != null) ? replacement : "").relation()).isEqualTo(relation);
	}

	@Test
	void namesTheActionThatIsLost() {
		assertThat(compare("\"appflow:StopFlow\",", "").witnesses()).first()
			.extracting(Witness::request)
			.isEqualTo(new Request("appflow:StopFlow", ANY + "flow/FlowCreatedByAppIntegrations-example",
					Map.of("aws:resourcetag/appintegrationsmanaged", List.of("true"))));
	}

	@Test
	void namesAFlowThatOnlyTheWiderOneIsAbout() {
		assertThat(compare("flow/FlowCreatedByAppIntegrations-*", "flow/*").witnesses()).isNotEmpty()
			.allSatisfy((witness) -> assertThat(witness.request().resource()).isEqualTo(ANY + "flow/example"));
	}

	@Test
	void namesTheProfileThatEachOfTwoSpellingsIsAbout() {
		assertThat(compare("connector-profile/", "connectorprofile/").witnesses())
			.extracting((witness) -> witness.request().resource())
			.contains(ANY + "connector-profile/example", ANY + "connectorprofile/example");
	}

	private static Comparison compare(String text, String replacement) {
		assertThat(RolePolicy.DOCUMENT).contains(text);
		Policy before = PolicyReader.read(RolePolicy.DOCUMENT);
		Policy after = PolicyReader.read(RolePolicy.DOCUMENT.replace(text, replacement));
		Comparison comparison = PolicyComparison.compare(before, after);
		assertThat(comparison.witnesses()).allSatisfy((witness) -> {
			assertThat(Evaluator.of(before).decide(witness.request())).isEqualTo(witness.before());
			assertThat(Evaluator.of(after).decide(witness.request())).isEqualTo(witness.after());
		});
		return comparison;
	}

}
