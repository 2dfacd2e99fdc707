package dev.appintegrations.emulator;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.appintegrations.AppIntegrationsClient;
import software.amazon.awssdk.services.appintegrations.model.AppIntegrationsException;
import software.amazon.awssdk.services.appintegrations.model.ResourceQuotaExceededException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ControlApiTests {

	private final String account = EmulatorServer.freshAccount();

	private final String other = EmulatorServer.freshAccount();

	@Test
	void tellsThatItIsUpAndWhatItEmulates() {
		HttpResponse<String> health = EmulatorServer.send("GET", "health", null);
		assertThat(health.statusCode()).isEqualTo(200);
		assertThat(health.body()).contains("\"status\":\"UP\"").contains("\"account\",\"app-integrations\"", "\"sts\"");
	}

	@ParameterizedTest
	@CsvSource({ "GET, health", "GET, calls", "POST, reset", "PUT, faults" })
	void refusesWebPages(String method, String call) {
		HttpResponse<String> response = EmulatorServer.send(method, call + "?account=" + this.account,
				method.equals("GET") ? null : "{}", "Origin", "http://127.0.0.1:8080");
		assertThat(response.statusCode()).isEqualTo(403);
		assertThat(response.body()).contains("does not answer web pages");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "POST health", "GET reset", "PUT nothing", "GET health/", "GET //health", "DELETE faults" })
	void knowsNoOtherCalls(String call) {
		String[] parts = call.split(" ");
		assertThat(EmulatorServer.send(parts[0], parts[1], parts[0].equals("GET") ? null : "{}").statusCode())
			.isEqualTo(404);
	}

	@Test
	void pathsThatOnlyBeginLikeControlCallsBelongToAws() throws Exception {
		assertThat(RawRequest.unsigned("GET", "/_emulatorhealth").send().errorCode())
			.isEqualTo("MissingAuthenticationTokenException");
	}

	@ParameterizedTest
	@ValueSource(strings = { "account=12", "account=", "account=1111222233334", "account=111122223333&account=1",
			"region=eu-west-2", "account=11112222333a" })
	void refusesWhatIsNoAccount(String query) {
		HttpResponse<String> response = EmulatorServer.send("GET", "calls?" + query, null);
		assertThat(response.statusCode()).isEqualTo(400);
		assertThat(response.body()).contains("account: one account of twelve digits is wanted");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					POST reset    | {"scenario":"circus"}                          | scenario: one of [demo, empty, fresh, sandbox]
					POST reset    | {}                                             | scenario: one of
					POST reset    | {"scenario":"empty","account":"1"}             | account: no such field; there are [scenario]
					POST reset    | {"scenario":"empty","scenario":"demo"}         | Duplicate
					POST reset    | {"scenario":"empty"} {}                        | body: a
					POST reset    | null                                           | body: JSON is wanted
					POST reset    | {                                              | JSON is wanted
					POST reset    | []                                             | body: an object is wanted
					PUT network   | {"default":{"latencyMs":-1}}                   | default.latencyMs: 0 to 600000 is wanted
					PUT network   | {"default":{"serviceMs":600001}}               | default.serviceMs: 0 to 600000 is wanted
					PUT network   | {"regions":{"London":{"latencyMs":1}}}         | regions.London: a region code is wanted
					PUT network   | {"regions":{"eu-west-2":{"latencyMs":"5"}}}    | regions.eu-west-2.latencyMs: a whole number is wanted
					PUT network   | {"regions":{"eu-west-2":{"latencyMs":1.5}}}    | regions.eu-west-2.latencyMs: a whole number is wanted
					PUT network   | {"regions":{"eu-west-2":null}}                 | regions.eu-west-2: a delay is wanted
					PUT network   | {"regions":{"eu-west-2":{"latency":1}}}        | regions.eu-west-2.latency: no such field
					PUT rates     | {"sts":{"perSecond":0,"burst":1}}              | sts.perSecond: a number above 0
					PUT rates     | {"sts":{"perSecond":1,"burst":0}}              | sts.burst: 1 or more
					PUT rates     | {"sts":{"burst":1}}                            | sts.perSecond: a number above 0
					PUT rates     | {"sts":{"perSecond":1e999,"burst":1}}          | sts.perSecond: a number above 0
					PUT rates     | {"STS list":{"perSecond":1,"burst":1}}         | STS list: a service or operation is wanted
					PUT faults    | {}                                             | body: a list is wanted
					PUT faults    | [null]                                         | [0]: a fault is wanted
					PUT faults    | [{},{"action":"EXPLODE"}]                      | [1].action: one of [ERROR, HANG, RESET, DROP_AFTER_APPLY, HTML, TRUNCATE]
					PUT faults    | [{"action":1}]                                 | [0].action: one of
					PUT faults    | [{"status":199}]                               | [0].status: 200 to 599
					PUT faults    | [{"status":600}]                               | [0].status: 200 to 599
					PUT faults    | [{"probability":1.01}]                         | [0].probability: 0 to 1
					PUT faults    | [{"times":-1}]                                 | [0].times: 0 or more
					PUT faults    | [{"skip":-1}]                                  | [0].skip: 0 or more
					PUT faults    | [{"region":"here"}]                            | [0].region: a region code or *
					PUT faults    | [{"code":"a b"}]                               | [0].code: the code of an error
					PUT faults    | [{"count":1}]                                  | [0].count: no such field
					PUT lags      | {"inUseMs":-1}                                 | inUseMs: 0 to
					PUT lags      | {"inUse":1}                                    | inUse: no such field; there are [associationMs,
					PUT regions   | {"eu-west-2":"ON"}                             | eu-west-2: one of [ENABLED, NOT_ENABLED, DENIED_BY_SCP]
					PUT regions   | {"EU":"ENABLED"}                               | EU: a region code is wanted
					PUT quotas    | {"applications":-1}                            | applications: 0 or more
					PUT quotas    | {"apps":1}                                     | apps: no such field; there are [applications,
					PUT clock     | {"advanceMs":-1}                               | advanceMs: 0 to
					PUT clock     | {}                                             | advanceMs: 0 to
					PUT clock     | {"advanceMs":"soon"}                           | advanceMs: a whole number is wanted
					PUT behaviour | {"applicationsBlockRole":"yes"}                | applicationsBlockRole: true or false is wanted
					PUT behaviour | {"always":true}                                | always: no such field; there are [applicationsBlockRole,
					PUT grants    | {"allow":["iam:GetRole"]}                      | allow: no such field; there are [allowed, denied]
					PUT grants    | {"allowed":["GetRole"]}                        | allowed: actions are wanted
					PUT grants    | {"denied":["iam:Get* role/mine"]}              | denied: actions are wanted
					PUT grants    | {"denied":[null]}                              | denied: actions are wanted
					""")
	void namesTheFieldThatIsWrong(String call, String body, String message) {
		String[] parts = call.split(" ");
		HttpResponse<String> response = EmulatorServer.send(parts[0], parts[1] + "?account=" + this.account, body);
		assertThat(response.statusCode()).isEqualTo(400);
		assertThat(response.body()).contains(message).doesNotContain("dev.appintegrations", "java.");
	}

	@Test
	void readsJsonThatCurlCallsAForm() {
		HttpResponse<String> response = EmulatorServer.send("POST", "reset?account=" + this.account,
				"{\"scenario\":\"sandbox\"}", "Content-Type", "application/x-www-form-urlencoded");
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(names(this.account)).isNotEmpty();
	}

	@Test
	void resetBeginsAnewAndLeavesOtherAccountsAlone() {
		for (String each : List.of(this.account, this.other)) {
			EmulatorServer.set(each, "regions", Map.of("eu-west-2", "ENABLED", "us-east-1", "NOT_ENABLED"));
			create(each, "first");
		}
		EmulatorServer.reset(this.account, "empty");
		assertThat(EmulatorServer.calls(this.account)).isEmpty();
		assertThat(names(this.account)).isEmpty();
		assertThat(EmulatorServer.client(this.account, "us-east-1").listApplications((request) -> {
		}).applications()).isEmpty();
		assertThat(names(this.other)).containsExactly("first");
		assertThat(EmulatorServer.calls(this.other)).extracting("operation")
			.containsExactly("CreateEventIntegration", "ListEventIntegrations");
	}

	@Test
	void setsWhatIsNamedAndTakesBackWhatIsNull() {
		EmulatorServer.set(this.account, "quotas", Map.of("eventIntegrations", 1));
		EmulatorServer.set(this.account, "quotas", Map.of("applications", 1));
		create(this.account, "first");
		assertThatExceptionOfType(ResourceQuotaExceededException.class)
			.isThrownBy(() -> create(this.account, "second"));
		create(this.other, "first");
		create(this.other, "second");
		HttpResponse<String> response = EmulatorServer.send("PUT", "quotas?account=" + this.account,
				"{\"eventIntegrations\":null}");
		assertThat(response.statusCode()).isEqualTo(200);
		create(this.account, "second");
	}

	@Test
	void regionsAnswerAsAwsDoes() {
		EmulatorServer.set(this.account, "regions", Map.of("eu-west-2", "DENIED_BY_SCP", "us-east-1", "NOT_ENABLED"));
		assertRefused("eu-west-2", "AccessDeniedException",
				"User: arn:aws:iam::%1$s:user/operator is not authorized to perform: app-integrations:ListApplications on resource: arn:aws:app-integrations:eu-west-2:%1$s:* with an explicit deny in a service control policy"
					.formatted(this.account));
		assertRefused("us-east-1", "UnrecognizedClientException",
				"The security token included in the request is invalid.");
		assertRefused("af-south-1", "UnrecognizedClientException",
				"The security token included in the request is invalid.");
		assertThat(EmulatorServer.calls(this.account)).extracting("status").containsExactly(403, 403, 403);
		EmulatorServer.set(this.account, "regions", Map.of("af-south-1", "ENABLED"));
		assertThat(EmulatorServer.client(this.account, "af-south-1").listApplications((request) -> {
		}).applications()).isEmpty();
		assertThat(names(this.other)).isEmpty();
	}

	@Test
	void callsAreLoggedInOrderWithWhatBecameOfThem() {
		create(this.account, "first");
		assertThatExceptionOfType(AppIntegrationsException.class).isThrownBy(() -> create(this.account, "first"));
		EmulatorServer.sts(EmulatorServer.key(this.account), "us-east-1").getCallerIdentity();
		List<Map<String, Object>> calls = EmulatorServer.calls(this.account);
		assertThat(calls).extracting("service").containsExactly("app-integrations", "app-integrations", "sts");
		assertThat(calls).extracting("operation")
			.containsExactly("CreateEventIntegration", "CreateEventIntegration", "GetCallerIdentity");
		assertThat(calls).extracting("region").containsExactly("eu-west-2", "eu-west-2", "us-east-1");
		assertThat(calls).extracting("status").containsExactly(200, 409, 200);
		assertThat(calls).extracting("account").containsOnly(this.account);
		assertThat(calls).extracting("requestId").doesNotHaveDuplicates();
		assertThat(calls).extracting("at").isSorted();
		EmulatorServer.forgetCalls(this.account);
		assertThat(EmulatorServer.calls(this.account)).isEmpty();
		assertThat(names(this.account)).containsExactly("first");
	}

	private void assertRefused(String region, String code, String message) {
		assertThatExceptionOfType(AppIntegrationsException.class)
			.isThrownBy(() -> EmulatorServer.client(this.account, region).listApplications((request) -> {
			}))
			.satisfies((ex) -> {
				assertThat(ex.statusCode()).isEqualTo(403);
				assertThat(ex.awsErrorDetails().errorCode()).isEqualTo(code);
				assertThat(ex.awsErrorDetails().errorMessage()).isEqualTo(message);
			});
	}

	private static void create(String account, String name) {
		AppIntegrationsClient client = EmulatorServer.client(account, "eu-west-2");
		client.createEventIntegration((request) -> request.name(name)
			.eventBridgeBus("default")
			.eventFilter((filter) -> filter.source("aws.partner/example.com/x")));
	}

	private static List<String> names(String account) {
		return EmulatorServer.client(account, "eu-west-2").listEventIntegrations((request) -> {
		}).eventIntegrations().stream().map((each) -> each.name()).toList();
	}

}
