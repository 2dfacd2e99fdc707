package dev.appintegrations.emulator.appintegrations;

import java.util.Map;
import java.util.stream.Stream;

import dev.appintegrations.emulator.appintegrations.Caller.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;

import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.appintegrations.model.AppIntegrationsException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * REST-JSON 1.1 on the wire, and requests that no SDK would send.
 */
class ProtocolTests {

	private static final String VALID = """
			{"Name": "orders", "EventFilter": {"Source": "aws.cases"}, "EventBridgeBus": "default"}""";

	private final Caller caller = Caller.fresh();

	private Answer create(String body) {
		return caller.sendText("POST", "/eventIntegrations", body);
	}

	@Test
	void answersInJsonWithARequestId() {
		Answer answer = create(VALID);
		assertThat(answer.outcome()).isEqualTo("200");
		assertThat(answer.header("Content-Type")).isEqualTo("application/json");
		assertThat(answer.header("x-amzn-RequestId")).matches("[0-9a-f-]{36}");
	}

	@Test
	void namesErrorsInHeaderAndBody() {
		Answer answer = caller.send("GET", "/eventIntegrations/nothing", null);
		assertThat(answer.outcome()).isEqualTo("404 ResourceNotFoundException");
		assertThat(answer.json().get("__type").stringValue()).isEqualTo("ResourceNotFoundException");
		assertThat(answer.json().get("Message").stringValue()).contains("nothing");
		assertThat(answer.json().propertyNames()).containsExactlyInAnyOrder("__type", "Message");
	}

	@Test
	void givesTheSdkCodeMessageAndRequestId() {
		assertThatExceptionOfType(AppIntegrationsException.class)
			.isThrownBy(() -> caller.sdk().getEventIntegration((request) -> request.name("nothing")))
			.satisfies((ex) -> {
				assertThat(ex.awsErrorDetails().errorCode()).isEqualTo("ResourceNotFoundException");
				assertThat(ex.awsErrorDetails().errorMessage()).contains("nothing");
				assertThat(ex.requestId()).matches("[0-9a-f-]{36}");
			});
	}

	@ParameterizedTest
	@ValueSource(strings = { "/dataIntegrations", "/eventIntegrations", "/applications" })
	void writesEmptyLists(String path) {
		assertThat(caller.send("GET", path, null).text())
			.matches("\\{\"(Data|Event)?(Integrations|Applications)\":\\[]}");
	}

	@Test
	void answersChangesWithAnEmptyObject() {
		create(VALID);
		assertThat(caller.send("PATCH", "/eventIntegrations/orders", Map.of("Description", "x")).text())
			.isEqualTo("{}");
		assertThat(caller.send("DELETE", "/eventIntegrations/orders", null).text()).isEqualTo("{}");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{", "{\"Name\": }", "[]", "\"text\"", "1", "null", "{} {}", "<xml/>",
			"{\"Name\": \"a\",}", "{'Name': 'a'}" })
	void refusesWhatIsNoJsonObject(String body) {
		assertThat(create(body).outcome()).isEqualTo("400 SerializationException");
	}

	@Test
	void refusesTextThatIsNotUtf8() {
		byte[] body = VALID.replace("orders", "order\u00ff").getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
		assertThat(caller.sendBytes("POST", "/eventIntegrations", body).outcome())
			.isEqualTo("400 SerializationException");
	}

	@Test
	void refusesNestingWithoutEnd() {
		assertThat(create("{\"Tags\":".repeat(5000)).outcome()).isEqualTo("400 SerializationException");
	}

	static Stream<Arguments> refusesWrongTypes() {
		return Stream.of(Arguments.of("/eventIntegrations", "{\"Name\": 1}"),
				Arguments.of("/eventIntegrations", "{\"Name\": [\"a\"]}"),
				Arguments.of("/eventIntegrations", "{\"Name\": {}}"),
				Arguments.of("/eventIntegrations", "{\"EventFilter\": \"aws.cases\"}"),
				Arguments.of("/eventIntegrations", "{\"EventFilter\": []}"),
				Arguments.of("/eventIntegrations", "{\"Tags\": [\"a\"]}"),
				Arguments.of("/eventIntegrations", "{\"Tags\": {\"a\": 1}}"),
				Arguments.of("/eventIntegrations", "{\"Tags\": {\"a\": null}}"),
				Arguments.of("/applications", "{\"Permissions\": \"a\"}"),
				Arguments.of("/applications", "{\"Permissions\": [1]}"),
				Arguments.of("/applications", "{\"IsService\": \"true\"}"),
				Arguments.of("/applications", "{\"InitializationTimeout\": \"5\"}"),
				Arguments.of("/applications", "{\"InitializationTimeout\": 1.5}"),
				Arguments.of("/applications", "{\"InitializationTimeout\": 1e3}"),
				Arguments.of("/applications", "{\"InitializationTimeout\": 2147483648}"),
				Arguments.of("/applications", "{\"InitializationTimeout\": 99999999999999999999}"));
	}

	@ParameterizedTest
	@MethodSource
	void refusesWrongTypes(String path, String body) {
		assertThat(caller.sendText("POST", path, body).outcome()).isEqualTo("400 SerializationException");
	}

	@Test
	void treatsNullAsAbsent() {
		assertThat(create("""
				{"Name": "orders", "EventFilter": {"Source": "aws.cases"}, "EventBridgeBus": "default",
				 "Description": null, "Tags": null}""").outcome()).isEqualTo("200");
		assertThat(create(VALID.replace("\"orders\"", "null")).json().get("Message").stringValue()).contains("'name'",
				"must not be null");
	}

	@Test
	void overlooksMembersThatItDoesNotKnow() {
		assertThat(create(VALID.replace("{\"Name\"", "{\"Newer\": {\"a\": [1]}, \"Name\"")).outcome()).isEqualTo("200");
	}

	@Test
	void refusesAnEmptyBodyForWhatIsMissingInIt() {
		assertThat(create("").outcome()).isEqualTo("400 InvalidRequestException");
		assertThat(create("").json().get("Message").stringValue()).contains("'name'", "'eventFilter'",
				"'eventBridgeBus'");
	}

	@ParameterizedTest
	@CsvSource({ "GET, /", "GET, /nothing", "PUT, /eventIntegrations", "DELETE, /dataIntegrations",
			"PATCH, /applications", "POST, /eventIntegrations/orders", "GET, /eventintegrations",
			"GET, /eventIntegrations/a/b", "GET, /eventIntegrations/a/associations/b", "GET, //eventIntegrations",
			"DELETE, /dataIntegrations/a/associations/b", "POST, /eventIntegrations/a/associations" })
	void knowsNoOtherOperations(String method, String path) {
		assertThat(caller.send(method, path, null).outcome()).isEqualTo("404 UnknownOperationException");
	}

	@Test
	void decodesSegmentsOnce() {
		create(VALID.replace("orders", "a/b"));
		assertThat(caller.send("GET", "/eventIntegrations/a%2Fb", null).outcome()).isEqualTo("200");
		assertThat(caller.send("GET", "/eventIntegrations/a%252Fb", null).outcome())
			.isEqualTo("400 InvalidRequestException");
		assertThat(caller.send("GET", "/eventIntegrations/%61%2fb", null).outcome()).isEqualTo("200");
	}

	@Test
	void takesAPlusInAPathAsItIs() {
		assertThat(caller.send("GET", "/dataIntegrations/a+b", null).json().get("Message").stringValue())
			.contains("a+b");
	}

}
