package dev.appintegrations.console.access.api;

import java.util.List;
import java.util.Map;

import dev.appintegrations.console.inventory.api.ApiContract;
import dev.appintegrations.emulator.EmulatorServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class MetricsTests extends ApiContract {

	private static final String METRICS = "/actuator/prometheus";

	@Test
	void areForThoseWhoMayReadThemAlone() {
		assertThat(sendAsNobody("GET", METRICS, null).status()).isEqualTo(401);
		assertThat(metrics("viewer").status()).isEqualTo(403);
		assertThat(metrics("operator").status()).isEqualTo(403);
		assertThat(metrics("admin").status()).isEqualTo(200);
	}

	@Test
	void areForTokensThatMayReadThem() {
		assertThat(withToken("READ").status()).isEqualTo(403);
		assertThat(withToken("READ_METRICS").status()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness" })
	void areNotNeededToKnowWhetherItLives(String path) {
		Answer answer = sendAsNobody("GET", path, null);
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.body()).doesNotContain("components", "details");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/actuator", "/actuator/env", "/actuator/heapdump", "/actuator/beans" })
	void areAllThereIs(String path) {
		assertThat(sendAsNobody("GET", path, null).status()).isEqualTo(401);
		assertThat(sendAsNobody("GET", path, null, "Authorization", basic("operator", "operator")).status())
			.isEqualTo(403);
	}

	@Test
	void timeRegionsAndCallsAndCountThrottlesDeletionsJobsAndSignIns() {
		EmulatorServer.faults(account("sandbox"), List.of(Map.of("service", "app-integrations", "operation",
				"ListApplications", "region", "eu-west-2", "times", 1, "status", 429, "code", "ThrottlingException")));
		scan("sandbox");
		sendAsNobody("GET", "/api/v1/accounts", null, "Authorization", basic("viewer", "wrong"));
		String text = metrics("admin").body();
		assertThat(text).containsPattern(
				"console_scan_region_seconds_count\\{account=\"sandbox\",.*outcome=\"LISTED\",region=\"eu-west-2\"\\}")
			.containsPattern("console_aws_call_seconds_count\\{.*operation=\"ListApplications\",outcome=\"OK\","
					+ "retries=\"1\",service=\"app-integrations\"\\} 1\n")
			.containsPattern("console_aws_call_throttled_total\\{.*operation=\"ListApplications\",.*\\} 1.0\n")
			.containsPattern("console_deletions_open\\{.*state=\"WAITING\"\\}")
			.containsPattern("console_deletion_steps_open\\{.*state=\"RUNNING\"\\}")
			.containsPattern("console_jobs_lag_seconds\\{.*\\} [0-9.]+\n")
			.containsPattern("console_sign_ins_total\\{.*method=\"basic\",outcome=\"FAILED\"\\}");
	}

	@Test
	void nameNoItemsPeopleOrAccountIds() {
		scan("demo");
		assertThat(metrics("admin").body()).contains("console_scan_region")
			.doesNotContain("arn:aws", "viewer", account("demo"), "secret");
	}

	private Answer metrics(String user) {
		return sendAsNobody("GET", METRICS, null, "Authorization", basic(user, user));
	}

	private Answer withToken(String permission) {
		Answer created = sendAsNobody("POST", "/api/v1/tokens",
				"{\"name\":\"" + permission + "\",\"permissions\":[\"" + permission
						+ "\"],\"expiresAt\":\"2027-06-30T00:00:00Z\"}",
				"Authorization", basic("admin", "admin"), "Content-Type", "application/json");
		return sendAsNobody("GET", METRICS, null, "Authorization", "Bearer " + created.json().path("token").asString());
	}

}
