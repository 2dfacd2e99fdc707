package dev.appintegrations.console.inventory.api;

import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.appintegrations.emulator.EmulatorServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class ScansApiTests extends ApiContract {

	private static final String SCANS = "/api/v1/accounts/demo/scans";

	private static final String SLOW = "/api/v1/accounts/slow/scans";

	private static final Pattern EVENT_ID = Pattern.compile("(?m)^id:(\\d+)$");

	@Test
	void startsAScanAndSaysWhereItIs() {
		Answer answer = post(SCANS, null);
		assertThat(answer.status()).isEqualTo(202);
		assertThat(answer.header("Content-Type")).isEqualTo("application/json");
		JsonNode scan = answer.json();
		assertThat(answer.header("Location")).isEqualTo(scan.path("href").asString())
			.isEqualTo(SCANS + "/" + scan.path("id").asString());
		assertThat(scan.path("startedBy").asString()).isEqualTo("viewer");
		assertThat(get(answer.header("Location")).json().path("id")).isEqualTo(scan.path("id"));
	}

	@Test
	void tellsWhatAFinishedScanProved() {
		JsonNode scan = scan("demo");
		assertThat(scan.path("state").asString()).isEqualTo("FINISHED");
		assertThat(scan.path("accountId").asString()).isEqualTo(account("demo"));
		assertThat(scan.path("complete").asBoolean()).isFalse();
		assertThat(scan.path("wholeAccount").asBoolean()).isTrue();
		assertThat(texts(scan.path("unproven"))).containsExactly("ap-southeast-1");
		assertThat(texts(scan.path("notEnabled"))).containsExactly("af-south-1");
		assertThat(scan.path("excluded")).isEmpty();
		assertThat(Instant.parse(scan.path("finishedAt").asString()))
			.isAfterOrEqualTo(Instant.parse(scan.path("startedAt").asString()));
		assertThat(scan.path("tookMs").asLong()).isNotNegative();
		assertThat(scan.path("regions")).hasSize(11);
		assertThat(scan.path("calls").asInt())
			.isEqualTo(stream(scan.path("regions")).mapToInt((region) -> region.path("calls").asInt()).sum())
			.isPositive();
		assertThat(get(SCANS + "/latest").json()).isEqualTo(scan);
	}

	@Test
	void tellsADeniedRegionFromAnEmptyOne() {
		JsonNode regions = scan("demo").path("regions");
		JsonNode denied = region(regions, "ap-southeast-1");
		assertThat(denied.path("outcome").asString()).isEqualTo("DENIED");
		assertThat(denied.path("counts").toString())
			.isEqualTo("{\"DATA_INTEGRATION\":null,\"EVENT_INTEGRATION\":null,\"APPLICATION\":null}");
		JsonNode failure = denied.path("failures").path(0);
		assertThat(failure.path("operation").asString()).startsWith("List");
		assertThat(failure.path("code").asString()).isEqualTo("AccessDeniedException");
		assertThat(failure.path("message").asString()).isNotBlank();
		assertThat(failure.path("requestId").asString()).isNotBlank();
		assertThat(failure.path("action").asString()).startsWith("app-integrations:List");
		JsonNode empty = region(regions, "ap-northeast-2");
		assertThat(empty.path("outcome").asString()).isEqualTo("LISTED");
		assertThat(empty.path("counts").toString())
			.isEqualTo("{\"DATA_INTEGRATION\":0,\"EVENT_INTEGRATION\":0,\"APPLICATION\":0}");
		assertThat(empty.path("failures")).isEmpty();
		assertThat(region(regions, "ap-south-1").path("outcome").asString()).isEqualTo("NO_PUBLISHED_ENDPOINT");
	}

	@Test
	void joinsAScanThatReadsTheSameRegions() {
		JsonNode first = post(SLOW, null).json();
		assertThat(post(SLOW, "{}").json().path("id")).isEqualTo(first.path("id"));
		assertThat(post(SLOW, "{\"regions\":null}").json().path("id")).isEqualTo(first.path("id"));
		JsonNode other = post(SLOW, "{\"regions\":[\"eu-west-2\"]}").json();
		assertThat(other.path("id")).isNotEqualTo(first.path("id"));
		get(first.path("events").asString());
		get(other.path("events").asString());
	}

	@Test
	void readsOnlySoManyRegionsAtOnce() {
		EmulatorServer.forgetCalls(account("slow"));
		scan("slow");
		List<Instant> begun = List.copyOf(EmulatorServer.calls(account("slow"))
			.stream()
			.filter((call) -> "app-integrations".equals(call.get("service")))
			.collect(Collectors.toMap((call) -> call.get("region"), (call) -> Instant.parse((String) call.get("at")),
					(first, second) -> first, LinkedHashMap::new))
			.values());
		assertThat(begun).hasSizeGreaterThan(REGIONS_AT_ONCE);
		for (int i = REGIONS_AT_ONCE; i < begun.size(); i++) {
			assertThat(begun.get(i)).as("after the answer of another")
				.isAfterOrEqualTo(begun.get(i - REGIONS_AT_ONCE).plusMillis(LATENCY_MS));
		}
	}

	@Test
	void readsOnlyTheRegionsAskedFor() {
		JsonNode latest = scan("sandbox");
		JsonNode some = post("/api/v1/accounts/sandbox/scans", "{\"regions\":[\"eu-west-2\",\"us-east-1\"]}").json();
		get(some.path("events").asString());
		JsonNode finished = get(some.path("href").asString()).json();
		assertThat(stream(finished.path("regions")).map((region) -> region.path("region").asString()))
			.containsExactly("us-east-1", "eu-west-2");
		assertThat(finished.path("wholeAccount").asBoolean()).isFalse();
		assertThat(finished.path("complete").asBoolean()).isTrue();
		assertThat(get("/api/v1/accounts/sandbox/scans/latest").json().path("id")).isEqualTo(latest.path("id"));
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '\'', textBlock = """
			'{"regions":["eu-west-9"]}',             $.regions[0]
			'{"regions":["eu-west-2","<script>"]}',  $.regions[1]
			'{"regions":[null]}',                    $.regions[0]
			'{"regions":[]}',                        $.regions
			""")
	void refusesRegionsThatTheAccountDoesNotHave(String body, String field) {
		post(SCANS, body).problemWith(422, "unprocessable", field);
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '\'', textBlock = """
			'{"regions":"eu-west-2"}',                                $.regions
			'{"regions":[7]}',                                        $.regions[0]
			'{"region":["eu-west-2"]}',                               $.region
			'{"regions":["eu-west-2"],"regions":["us-east-1"]}',      $
			'{"regions":["eu-west-2"]',                               $
			'{"regions":["eu-west-2"]} {}',                           $
			'["eu-west-2"]',                                          $
			'"eu-west-2"',                                            $
			'regions=eu-west-2',                                      $
			""")
	void refusesABodyThatIsNotAsDescribed(String body, String field) {
		JsonNode problem = post(SCANS, body).problem(400, "invalid-body");
		assertThat(problem.path("errors").path(0).path("field").asString()).startsWith(field);
	}

	@Test
	void refusesABodyThatIsTooLarge() {
		post(SCANS, "{\"regions\":[" + "\"eu-west-2\",".repeat(6000) + "\"eu-west-2\"]}").problem(413,
				"body-too-large");
	}

	@ParameterizedTest
	@ValueSource(strings = { "application/x-www-form-urlencoded", "text/plain", "application/xml", "nonsense" })
	void refusesBodiesOfOtherTypes(String type) {
		send("POST", SCANS, "{}", "Content-Type", type).problem(415, "unsupported-media-type");
	}

	@Test
	void sendsEachRegionAndThenTheEnd() {
		JsonNode scan = post(SCANS, null).json();
		Answer events = get(scan.path("events").asString(), "Accept", "text/event-stream");
		assertThat(events.header("Content-Type")).startsWith("text/event-stream");
		assertThat(ids(events)).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
		List<JsonNode> data = data(events);
		assertThat(data.subList(0, 11)).extracting((region) -> region.path("region").asString())
			.containsExactlyInAnyOrderElementsOf(
					stream(scan.path("regions")).map((region) -> region.path("region").asString()).toList());
		assertThat(data.getLast().path("finishedAt"))
			.isEqualTo(get(scan.path("href").asString()).json().path("finishedAt"));
		assertThat(events.body().split("event:region", -1)).hasSize(12);
		assertThat(events.body().split("event:finished", -1)).hasSize(2);
	}

	@Test
	void resumesAfterTheLastEventThatTheClientHas() {
		String path = scan("demo").path("events").asString();
		assertThat(ids(get(path, "Last-Event-ID", "9"))).containsExactly(10, 11, 12);
		assertThat(ids(get(path, "Last-Event-ID", "11"))).containsExactly(12);
		assertThat(get(path, "Last-Event-ID", "12").status()).isEqualTo(204);
	}

	@Test
	void goesOnToTellWhoseHoldersHaveBeenLookedForIfAsked() {
		JsonNode scan = post("/api/v1/accounts/sandbox/scans", null).json();
		String path = scan.path("events").asString() + "?holders=true";
		Answer events = get(path, "Accept", "text/event-stream");
		assertThat(ids(events)).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
		List<JsonNode> data = data(events);
		assertThat(data.subList(12, 14)).extracting((region) -> region.path("region").asString())
			.containsExactlyInAnyOrder("us-east-1", "eu-west-2");
		assertThat(data.subList(12, 14)).extracting((region) -> region.path("holders").path("state").asString())
			.containsOnly("FOUND");
		assertThat(data.getLast()).isEqualTo(get(scan.path("href").asString()).json());
		assertThat(events.body().split("event:holders\n", -1)).hasSize(3);
		assertThat(ids(get(path, "Last-Event-ID", "12"))).containsExactly(13, 14, 15);
		assertThat(get(path, "Last-Event-ID", "15").status()).isEqualTo(204);
	}

	@Test
	void provesWhichListsOfHoldersWereRead() {
		JsonNode holders = region(scan("sandbox").path("regions"), "us-east-1").path("holders");
		assertThat(stream(holders.path("proof")).map((list) -> list.path("operation").asString())).containsExactly(
				"ListAccountIntegrations", "ListInstances", "ListIntegrationAssociations", "ListKnowledgeBases");
		assertThat(stream(holders.path("proof")).map((list) -> list.path("ended").asBoolean())).containsOnly(true);
		assertThat(holders.path("calls").asInt())
			.isEqualTo(stream(holders.path("proof")).mapToInt((list) -> list.path("pages").asInt()).sum());
		assertThat(holders.path("tookMs").isNumber()).isTrue();
		assertThat(holders.path("failures")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "13", "99999999999", "-1", "x" })
	void refusesTheIdOfAnEventThatItNeverSent(String id) {
		get(scan("demo").path("events").asString(), "Last-Event-ID", id).problemWith(400, "invalid-parameter",
				"Last-Event-ID");
	}

	@Test
	void keepsAQuietStreamAlive() {
		JsonNode scan = post(SLOW, "{\"regions\":[\"us-west-2\"]}").json();
		String body = get(scan.path("events").asString()).body();
		assertThat(body.substring(0, body.indexOf("event:region"))).contains(":nothing new");
	}

	@Test
	void givesEventsOnlyAsAStream() {
		get(scan("sandbox").path("events").asString(), "Accept", "application/json").problem(406, "not-acceptable");
	}

	@Test
	void keepsScansOfOneAccountFromAnother() {
		String id = scan("sandbox").path("id").asString();
		get(SCANS + "/" + id).problem(404, "not-found");
		get(SCANS + "/" + id + "/events").problem(404, "not-found");
	}

	@ParameterizedTest
	@ValueSource(strings = { "1-1-1-1-1", "nonsense", "%20", "00000000-0000-0000-0000-000000000000" })
	void findsNoScanUnderAnIdThatNoneHas(String id) {
		get(SCANS + "/" + id).problem(404, "not-found");
		get(SCANS + "/" + id + "/events").problem(404, "not-found");
		get("/api/v1/accounts/demo/integrations?scan=" + id).problem(404, "not-found");
	}

	@Test
	void saysHowToStartTheFirstScan() {
		assertThat(get("/api/v1/accounts/fresh/scans/latest").problem(404, "no-scan").path("detail").asString())
			.contains("POST /api/v1/accounts/fresh/scans");
		assertThat(get("/api/v1/accounts/fresh/scans").json().path("items")).isEmpty();
	}

	@Test
	void listsScansNewestFirst() {
		scan("sandbox");
		JsonNode newest = scan("sandbox");
		JsonNode page = get("/api/v1/accounts/sandbox/scans?size=2").json();
		assertThat(page.path("items").path(0)).isEqualTo(newest);
		assertThat(Instant.parse(page.path("items").path(1).path("startedAt").asString()))
			.isBeforeOrEqualTo(Instant.parse(newest.path("startedAt").asString()));
		assertThat(page.path("page").path("totalItems").asInt()).isGreaterThanOrEqualTo(2);
	}

	@Test
	void callsAwsNoMoreThanItSays() {
		EmulatorServer.forgetCalls(account("sandbox"));
		JsonNode scan = scan("sandbox");
		long answered = EmulatorServer.calls(account("sandbox"))
			.stream()
			.filter((call) -> "app-integrations".equals(call.get("service")))
			.count();
		assertThat(scan.path("calls").asLong() + scan.path("refused").asLong()).isEqualTo(answered);
		assertThat(UUID.fromString(scan.path("id").asString())).hasToString(scan.path("id").asString());
	}

	private static JsonNode region(JsonNode regions, String code) {
		return stream(regions).filter((region) -> region.path("region").asString().equals(code))
			.findFirst()
			.orElseThrow();
	}

	private static List<Integer> ids(Answer events) {
		return EVENT_ID.matcher(events.body()).results().map((MatchResult id) -> Integer.valueOf(id.group(1))).toList();
	}

	private static List<JsonNode> data(Answer events) {
		return Arrays.stream(events.body().split("\n"))
			.filter((line) -> line.startsWith("data:"))
			.map((line) -> JSON.readTree(line.substring(5)))
			.toList();
	}

}
