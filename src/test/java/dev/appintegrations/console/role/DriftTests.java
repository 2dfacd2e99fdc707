package dev.appintegrations.console.role;

import dev.appintegrations.policy.compare.Comparison.Relation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class DriftTests {

	@Test
	void findsNoDriftInTheDocumentedRole() {
		Drift policy = Drift.ofPolicy(DocumentedRole.POLICY.replaceAll("\\s+", " "));
		assertThat(policy.same()).isTrue();
		assertThat(policy.diff()).isEmpty();
		assertThat(policy.comparison()).extracting("relation").isEqualTo(Relation.EQUAL);
		assertThat(Drift.ofTrust(DocumentedRole.TRUST).same()).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "FlowCreatedByAppIntegrations-*, FlowCreatedByAppIntegrations-a*, NARROWER",
			"\"true\", \"TRUE\", DIFFERENT", "flow/FlowCreatedByAppIntegrations-*, flow/*, WIDER" })
	void tellsWhatADifferenceMeans(String documented, String live, Relation relation) {
		Drift drift = Drift.ofPolicy(DocumentedRole.POLICY.replace(documented, live));
		assertThat(drift.same()).isFalse();
		assertThat(drift.comparison()).extracting("relation").isEqualTo(relation);
		assertThat(drift.diff()).anyMatch((line) -> line.startsWith("-") && line.contains(documented))
			.anyMatch((line) -> line.startsWith("+") && line.contains(live));
	}

	@Test
	void tellsOrderFromMeaning() {
		Drift drift = Drift.ofPolicy(DocumentedRole.POLICY.replace("appflow:DescribeConnectorEntity", "x")
			.replace("appflow:ListConnectorEntities", "appflow:DescribeConnectorEntity")
			.replace("\"x\"", "\"appflow:ListConnectorEntities\""));
		assertThat(drift.same()).isFalse();
		assertThat(drift.diff()).isNotEmpty();
		assertThat(drift.comparison()).extracting("relation").isEqualTo(Relation.EQUAL);
	}

	@Test
	void showsAnotherTrust() {
		Drift drift = Drift.ofTrust(DocumentedRole.TRUST.replace("app-integrations", "connect"));
		assertThat(drift.same()).isFalse();
		assertThat(drift.diff()).anyMatch((line) -> line.startsWith("+") && line.contains("connect.amazonaws.com"));
	}

	@Test
	void saysThatALiveDocumentCanNotBeRead() {
		assertThat(Drift.ofPolicy("{").problem()).isNotBlank();
	}

}
