package dev.appintegrations.emulator;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.customerprofiles.model.AccessDeniedException;
import software.amazon.awssdk.services.customerprofiles.model.InternalServerException;
import software.amazon.awssdk.services.qconnect.model.UnauthorizedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What the answers of Customer Profiles and Q in Connect look like when something is
 * wrong, and how often they may be called.
 */
class HolderProtocolTests {

	private final String account = EmulatorServer.freshAccount();

	private RawRequest.Answer send(String service, String method, String path, String body) throws Exception {
		return RawRequest.signed(method, path, this.account, service, "eu-west-2").body(body).send();
	}

	@ParameterizedTest
	@CsvSource({ "profile, /domains, 429, Message", "wisdom, /knowledgeBases, 400, message" })
	void throttlesWithTheStatusAndTextMemberOfTheService(String service, String path, int status, String member)
			throws Exception {
		EmulatorServer.set(this.account, "rates", Map.of(service, Map.of("perSecond", 0.001, "burst", 1)));
		assertThat(send(service, "GET", path, "").status()).isEqualTo(200);
		RawRequest.Answer throttled = send(service, "GET", path, "");
		assertThat(throttled.status()).isEqualTo(status);
		assertThat(throttled.errorCode()).isEqualTo("ThrottlingException");
		assertThat(throttled.json().path(member).asString()).isEqualTo("Rate exceeded");
	}

	@Test
	void isKnownToTheSdkAsThrottlingWhateverTheStatus() {
		EmulatorServer.set(this.account, "rates", Map.of("profile", Map.of("perSecond", 0.001, "burst", 1), "wisdom",
				Map.of("perSecond", 0.001, "burst", 1)));
		Operator operator = new Operator(this.account, "eu-west-2");
		operator.profiles().listDomains((request) -> {
		});
		operator.assistants().listAssistants((request) -> {
		});
		assertThatExceptionOfType(AwsServiceException.class)
			.isThrownBy(() -> operator.profiles().listDomains((request) -> {
			}))
			.satisfies((ex) -> assertThat(ex.isThrottlingException()).isTrue());
		assertThatExceptionOfType(AwsServiceException.class)
			.isThrownBy(() -> operator.assistants().listAssistants((request) -> {
			}))
			.satisfies((ex) -> assertThat(ex.isThrottlingException()).isTrue());
	}

	@ParameterizedTest
	@CsvSource({ "POST, /domains/a, 1", "DELETE, /domains/a, 1", "GET, /domains, 5", "PUT, /domains/a/integrations, 1",
			"POST, /domains/a/integrations, 5", "GET, /domains/a/integrations, 5",
			"POST, /domains/a/integrations/delete, 1" })
	void admitsEachOperationOfCustomerProfilesAtItsOwnRate(String method, String path, int perSecond) throws Exception {
		for (int i = 0; i < perSecond; i++) {
			assertThat(send("profile", method, path, "").status()).isNotEqualTo(429);
		}
		RawRequest.Answer last = send("profile", method, path, "");
		for (int i = 0; i < perSecond * 3 && last.status() != 429; i++) {
			last = send("profile", method, path, "");
		}
		assertThat(last.status()).isEqualTo(429);
	}

	@Test
	void admitsReverseLookupsAHundredTimesASecond() throws Exception {
		for (int i = 0; i < 100; i++) {
			assertThat(send("profile", "POST", "/integrations", "{\"Uri\": \"s3://bucket\"}").status()).isEqualTo(200);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/knowledgeBases", "/assistants" })
	void admitsEachOperationOfQInConnectTenTimesASecond(String path) throws Exception {
		RawRequest.Answer last = send("wisdom", "GET", path, "");
		for (int i = 1; i < 10; i++) {
			assertThat(last.status()).isEqualTo(200);
			last = send("wisdom", "GET", path, "");
		}
		for (int i = 0; i < 30 && last.status() == 200; i++) {
			last = send("wisdom", "GET", path, "");
		}
		assertThat(last.errorCode()).isEqualTo("ThrottlingException");
	}

	@Test
	void countsEachOperationByItself() throws Exception {
		assertThat(send("profile", "DELETE", "/domains/a", "").status()).isEqualTo(404);
		assertThat(send("profile", "GET", "/domains", "").status()).isEqualTo(200);
		assertThat(send("profile", "POST", "/domains/a", "{\"DefaultExpirationDays\": 1}").status()).isEqualTo(200);
	}

	@ParameterizedTest
	@CsvSource({ "profile, GET, /domains/a", "profile, POST, /domains", "profile, GET, /domains/a/integrations/delete",
			"wisdom, PUT, /knowledgeBases", "wisdom, GET, /assistants/a/associations/b/c" })
	void knowsNoOtherOperation(String service, String method, String path) throws Exception {
		RawRequest.Answer answer = send(service, method, path, "");
		assertThat(answer.status() + " " + answer.errorCode()).isEqualTo("404 UnknownOperationException");
	}

	@ParameterizedTest
	@CsvSource({ "profile, POST, /integrations, '['", "profile, PUT, /domains/a/integrations, '[]'",
			"wisdom, POST, /assistants, x" })
	void refusesBodiesThatAreNoObjects(String service, String method, String path, String body) throws Exception {
		RawRequest.Answer answer = send(service, method, path, body);
		assertThat(answer.status() + " " + answer.errorCode()).isEqualTo("400 SerializationException");
	}

	@Test
	void answersDeletionsOfQInConnectWithoutBody() throws Exception {
		String id = send("wisdom", "POST", "/assistants", "{\"name\": \"helper\", \"type\": \"AGENT\"}").json()
			.at("/assistant/assistantId")
			.stringValue();
		RawRequest.Answer answer = send("wisdom", "DELETE", "/assistants/" + id, "");
		assertThat(answer.status()).isEqualTo(204);
		assertThat(answer.body()).isEmpty();
		assertThat(answer.header("x-amzn-RequestId")).isNotBlank();
	}

	@ParameterizedTest
	@CsvSource({ "profile, /domains, profile:ListDomains", "wisdom, /assistants, wisdom:ListAssistants" })
	void isDeniedByAnOrganisationsPolicyUnderItsPrefix(String service, String path, String action) throws Exception {
		EmulatorServer.set(this.account, "regions", Map.of("eu-west-2", "DENIED_BY_SCP"));
		RawRequest.Answer answer = send(service, "GET", path, "");
		assertThat(answer.status() + " " + answer.errorCode()).isEqualTo("403 AccessDeniedException");
		assertThat(answer.body()).contains("is not authorized to perform: " + action);
	}

	@Test
	void failsAsTheControlApiSays() {
		Operator operator = new Operator(this.account, "eu-west-2");
		EmulatorServer.faults(this.account,
				List.of(Map.of("service", "profile", "times", 1, "status", 500, "code", "InternalServerException"),
						Map.of("service", "profile", "times", 1, "status", 403, "code", "AccessDeniedException"),
						Map.of("service", "wisdom", "times", 1, "status", 401, "code", "UnauthorizedException")));
		Operator.assertRefused(() -> operator.profiles().listDomains((request) -> {
		}), InternalServerException.class, 500, "Injected");
		Operator.assertRefused(() -> operator.profiles().listDomains((request) -> {
		}), AccessDeniedException.class, 403, "Injected");
		Operator.assertRefused(() -> operator.assistants().listAssistants((request) -> {
		}), UnauthorizedException.class, 401, "Injected");
	}

}
