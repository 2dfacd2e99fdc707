package dev.appintegrations.console.inventory.api;

import java.util.List;
import java.util.Map;

import dev.appintegrations.emulator.EmulatorServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class HoldersApiTests extends ApiContract {

	private static final String SANDBOX = "/api/v1/accounts/sandbox/integrations";

	private static final String DEMO = "/api/v1/accounts/demo/integrations";

	@AfterEach
	void denyNothing() {
		EmulatorServer.faults(account("sandbox"), List.of());
	}

	@Test
	void namesTheHolderOfEachAssociationOfAScan() {
		scan("sandbox");
		JsonNode list = get(SANDBOX + "?associated=true").json();
		assertThat(list.path("holdersUnproven")).isEmpty();
		assertThat(stream(list.path("items")).map((item) -> item.path("name").asString() + ": " + holder(item)))
			.containsExactlyInAnyOrder("orders-created: HELD Amazon Connect instance contact-centre-us-east-1",
					"handbook: HELD Agent assist (Amazon Q in Connect) knowledge base handbook",
					"Order desk: HELD Amazon Connect instance contact-centre-us-east-1",
					"segment-tracks: HELD Customer Profiles domain sandbox");
		assertThat(stream(list.path("items"))
			.map((item) -> item.path("associations").path(0).path("holder").path("holders").isNull()))
			.containsOnly(true);
	}

	private static String holder(JsonNode item) {
		JsonNode holder = item.path("associations").path(0).path("holder");
		return holder.path("state").asString() + " " + holder.path("words").asString();
	}

	@ParameterizedTest
	@CsvSource({ "ORPHANED, us-west-2:shipping/created.v2 eu-central-1:Adressbuch",
			"UNDELETABLE, us-east-1:profiles-to-lake eu-central-1:profile-export", "AMBIGUOUS, us-east-1:Order desk" })
	void findsWhatIsInTrouble(String state, String expected) {
		scan("demo");
		assertThat(String.join(" ",
				stream(get(DEMO + "?holding=" + state + "&sort=region,desc").json().path("items"))
					.map((item) -> item.path("region").asString() + ":" + item.path("name").asString())
					.toList()))
			.contains(expected.split(" (?=[a-z]+-[a-z]+-[0-9]:)"));
	}

	@Test
	void tellsWhatHangsOnAHolderOfOneItemReadAfresh() {
		scan("sandbox");
		JsonNode handbook = get(get(SANDBOX + "?q=handbook").json().path("items").path(0).path("href").asString())
			.json();
		JsonNode holder = handbook.path("associations").path(0).path("holder");
		assertThat(holder.path("state").asString()).isEqualTo("HELD");
		JsonNode base = holder.path("holders").path(0);
		assertThat(base.path("service").asString()).isEqualTo("wisdom");
		assertThat(base.path("key").asString()).startsWith("arn:aws:wisdom:us-east-1:");
		assertThat(texts(base.path("under"))).hasSize(2)
			.anySatisfy((under) -> assertThat(under).startsWith("assistant "))
			.contains("Amazon Connect instance contact-centre-us-east-1");
	}

	@Test
	void keepsARegionListedAndSaysWhichCallForHoldersWasDenied() {
		EmulatorServer.faults(account("sandbox"), List.of(Map.of("service", "connect", "operation", "ListInstances",
				"region", "us-east-1", "status", 403, "code", "AccessDeniedException", "message", "Not allowed.")));
		JsonNode scan = scan("sandbox");
		assertThat(scan.path("complete").asBoolean()).isTrue();
		JsonNode list = get(SANDBOX + "?holding=UNKNOWN").json();
		assertThat(texts(list.path("holdersUnproven"))).containsExactly("us-east-1");
		assertThat(stream(list.path("items")).map(HoldersApiTests::holder)).hasSize(2)
			.allSatisfy((holder) -> assertThat(holder).startsWith("UNKNOWN").contains("ListInstances", "Not allowed."));
		assertThat(get(SANDBOX + "?requireComplete=true").status()).isEqualTo(200);
		assertThat(get(SANDBOX + "?requireComplete=true&holding=ORPHANED").problem(503, "scan-incomplete")
			.path("detail")
			.asString()).contains("us-east-1");
		Answer csv = get(SANDBOX, "Accept", "text/csv");
		assertThat(csv.header("X-Inventory-Holders-Unproven")).isEqualTo("us-east-1");
		assertThat(csv.body()).contains("\"holders\"", "\"HELD: Customer Profiles domain sandbox\"");
	}

	@Test
	void describesHolders() {
		JsonNode schemas = get("/api/v1/openapi").json().path("components").path("schemas");
		assertThat(schemas.path("AssociationHolder").path("properties").propertyNames()).contains("state", "words",
				"holders");
		assertThat(schemas.path("HolderSearch").path("properties").propertyNames()).contains("state", "proof",
				"failures");
		assertThat(schemas.path("IntegrationList").path("properties").propertyNames()).contains("holdersUnproven");
	}

}
