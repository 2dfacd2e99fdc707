package dev.appintegrations.emulator;

import java.net.URI;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What changes all accounts is tried in an emulator that nobody else uses.
 */
class EmulatorOfItsOwnTests {

	private static ConfigurableApplicationContext emulator;

	private static URI server;

	@BeforeAll
	static void start() {
		System.setProperty("server.port", "1");
		System.setProperty("server.servlet.context-path", "/console");
		System.setProperty("spring.datasource.url", "jdbc:postgresql://nowhere/nothing");
		try {
			emulator = EmulatorApplication.startEmbedded();
		}
		finally {
			System.clearProperty("server.port");
			System.clearProperty("server.servlet.context-path");
			System.clearProperty("spring.datasource.url");
		}
		server = URI.create("http://127.0.0.1:" + emulator.getEnvironment().getRequiredProperty("local.server.port"));
	}

	@AfterAll
	static void stop() {
		emulator.close();
	}

	@Test
	void takesNothingOfTheProgramAroundIt() throws Exception {
		assertThat(server.getPort()).isGreaterThan(1);
		assertThat(control("GET", "health", "").status()).isEqualTo(200);
		assertThat(emulator.getParent()).isNull();
		assertThat(emulator.getBeanNamesForType(javax.sql.DataSource.class)).isEmpty();
		assertThat(emulator.getEnvironment().getProperty("java.version")).isNull();
	}

	@ParameterizedTest
	@CsvSource({ "demo, 888877776666, true", "sandbox, 000000000000, true", "empty, 111122223333, false" })
	void resetWithoutAnAccountHoldsForAllOfThem(String scenario, String account, boolean filled) throws Exception {
		assertThat(control("POST", "reset", "{\"scenario\":\"" + scenario + "\"}").status()).isEqualTo(200);
		assertThat(hasEvents(account)).isEqualTo(filled);
		assertThat(control("POST", "reset?account=" + account, "{\"scenario\":\"empty\"}").status()).isEqualTo(200);
		assertThat(hasEvents(account)).isFalse();
	}

	@Test
	void settingsBeforeTheFirstCallAreNotOverwrittenByTheScenario() throws Exception {
		control("POST", "reset", "{\"scenario\":\"demo\"}");
		control("PUT", "regions?account=222211110000", "{\"ap-southeast-1\":\"ENABLED\"}");
		assertThat(RawRequest.signed("GET", "/applications", "222211110000", "app-integrations", "ap-southeast-1")
			.at(server)
			.send()
			.status()).isEqualTo(200);
	}

	@Test
	void settingsOfAnAccountWinOverThoseForAll() throws Exception {
		control("POST", "reset", "{\"scenario\":\"empty\"}");
		control("PUT", "faults", "[{\"status\":500}]");
		control("PUT", "faults?account=222211110001", "[]");
		control("PUT", "regions", "{\"eu-west-2\":\"NOT_ENABLED\"}");
		control("PUT", "regions?account=222211110001", "{\"eu-west-2\":\"ENABLED\"}");
		control("PUT", "clock", "{\"advanceMs\":86400000}");
		assertThat(status("222211110001")).isEqualTo(200);
		assertThat(status("222211110002")).isEqualTo(403);
		control("PUT", "regions", "{\"eu-west-2\":\"ENABLED\"}");
		assertThat(status("222211110002")).isEqualTo(500);
		RawRequest.Answer calls = control("GET", "calls", "");
		assertThat(calls.json().path("total").asInt()).isEqualTo(3);
		assertThat(calls.json().path("calls")).extracting((call) -> call.path("account").asString())
			.containsExactly("222211110001", "222211110002", "222211110002");
		control("DELETE", "calls", "");
		assertThat(control("GET", "calls", "").json().path("total").asInt()).isZero();
	}

	private static int status(String account) throws Exception {
		return RawRequest.signed("GET", "/applications", account).at(server).send().status();
	}

	private static boolean hasEvents(String account) throws Exception {
		RawRequest.Answer answer = RawRequest
			.signed("GET", "/eventIntegrations", account, "app-integrations", "us-east-1")
			.at(server)
			.send();
		assertThat(answer.status()).isEqualTo(200);
		return !answer.json().path("EventIntegrations").isEmpty();
	}

	private static RawRequest.Answer control(String method, String call, String body) throws Exception {
		return RawRequest.unsigned(method, "/_emulator/" + call).body(body).at(server).send();
	}

}
