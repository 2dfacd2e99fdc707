package dev.appintegrations.console.role.api;

import java.util.List;
import java.util.Map;

import dev.appintegrations.console.inventory.api.ApiContract;
import dev.appintegrations.emulator.EmulatorServer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class OperatorPermissionsApiTests extends ApiContract {

	private static final String PATH = "/api/v1/accounts/sandbox/role/operator-permissions";

	@Test
	void tellsWhatEachTaskNeeds() {
		get("/api/v1/accounts/sandbox/role");
		JsonNode answer = get(PATH).json();
		assertThat(answer.path("accountId").asString()).isEqualTo(account("sandbox"));
		assertThat(answer.path("policies")).hasSize(1);
		JsonNode create = task(answer, "CREATE_ROLE");
		assertThat(create.path("changing").asBoolean()).isTrue();
		JsonNode need = stream(create.path("needs"))
			.filter((each) -> texts(each.path("actions")).contains("iam:CreateServiceLinkedRole"))
			.findFirst()
			.orElseThrow();
		assertThat(need.path("need").asString()).isEqualTo("REQUIRED");
		assertThat(need.path("condition").path("key").asString()).isEqualTo("iam:AWSServiceName");
		assertThat(texts(need.path("resources"))).containsExactly("arn:aws:iam::" + account("sandbox")
				+ ":role/aws-service-role/app-integrations.amazonaws.com/AWSServiceRoleForAppIntegrations*");
		assertThat(create.path("policies").path(0).path("document").path("Statement")).hasSize(2);
	}

	@Test
	void tellsOnlyOfTasksAskedFor() {
		JsonNode answer = get(PATH + "?task=SCAN&task=EDIT_ROLE").json();
		assertThat(stream(answer.path("items")).map((item) -> item.path("task").asString())).containsExactly("SCAN",
				"EDIT_ROLE");
		assertThat(answer.path("policies").toString()).contains("iam:UpdateRoleDescription")
			.doesNotContain("iam:CreateServiceLinkedRole");
	}

	@Test
	void refusesTasksThatItDoesNotKnow() {
		get(PATH + "?task=NONSENSE").problemWith(400, "invalid-parameter", "task");
	}

	@Test
	void isDescribed() {
		JsonNode api = get("/api/v1/openapi").json();
		JsonNode operation = api.path("paths").path("/api/v1/accounts/{account}/role/operator-permissions").path("get");
		assertThat(operation.path("operationId").asString()).isEqualTo("getOperatorPermissions");
		assertThat(
				api.path("components").path("schemas").path("OperatorPermissions").path("properties").propertyNames())
			.containsExactlyInAnyOrderElementsOf(get(PATH).json().propertyNames());
	}

	@Test
	void asksIamWhatIdentityPoliciesAllow() {
		EmulatorServer.set(account("sandbox"), "grants", Map.of("allowed", List.of("iam:*"), "denied", List.of()));
		JsonNode preflight = post(PATH + "/preflight", null).json();
		EmulatorServer.set(account("sandbox"), "grants", Map.of());
		assertThat(preflight.path("problem").isNull()).isTrue();
		assertThat(preflight.path("principal").asString()).endsWith(":user/operator");
		assertThat(stream(preflight.path("items")).filter((item) -> item.path("region").isNull())
			.filter((item) -> item.path("action").asString().startsWith("iam:"))).isNotEmpty()
			.allMatch((item) -> item.path("verdict").asString().equals("IDENTITY_POLICIES_ALLOW"))
			.allMatch((item) -> item.path("reason").isNull());
		assertThat(
				stream(preflight.path("items")).filter((item) -> item.path("region").asString("").equals("eu-west-2")))
			.isNotEmpty()
			.allMatch((item) -> item.path("verdict").asString().equals("IDENTITY_POLICIES_DO_NOT_ALLOW"))
			.allMatch((item) -> item.path("reason").asString().equals("No policy allows it."));
	}

	private static JsonNode task(JsonNode answer, String name) {
		return stream(answer.path("items")).filter((item) -> item.path("task").asString().equals(name))
			.findFirst()
			.orElseThrow();
	}

}
