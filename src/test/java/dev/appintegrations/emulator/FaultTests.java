package dev.appintegrations.emulator;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.StsException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Timeout(60)
class FaultTests {

	private static final String LIST = "/eventIntegrations";

	private final String account = EmulatorServer.freshAccount();

	@Test
	void firstMatchWins() throws Exception {
		EmulatorServer.faults(this.account,
				List.of(fault("service", "sts", "status", 418), fault("operation", "GetApplication", "status", 418),
						fault("region", "us-east-1", "status", 418),
						fault("service", "app-integrations", "operation", "ListEventIntegrations", "region",
								"eu-west-2", "status", 503, "code", "ServiceUnavailable", "message", "Come back later"),
						fault("service", "*", "operation", "*", "region", "*", "status", 599)));
		RawRequest.Answer answer = list();
		assertThat(answer.status()).isEqualTo(503);
		assertThat(answer.errorCode()).isEqualTo("ServiceUnavailable");
		assertThat(answer.json().path("Message").asString()).isEqualTo("Come back later");
		assertThat(RawRequest.signed("GET", "/applications", this.account).send().status()).isEqualTo(599);
		assertThat(RawRequest.signed("GET", LIST, EmulatorServer.freshAccount()).send().status()).isEqualTo(200);
		assertThat(EmulatorServer.calls(this.account)).extracting("status").containsExactly(503, 599);
	}

	@Test
	void skipsThenStrikesAsOftenAsAsked() throws Exception {
		EmulatorServer.faults(this.account,
				List.of(fault("skip", 1, "times", 2, "status", 500), fault("times", 1, "skip", 2, "status", 501)));
		assertThat(statuses(6)).containsExactly(200, 500, 500, 200, 501, 200);
	}

	@Test
	void chanceRepeatsWithItsSeed() throws Exception {
		List<Integer> first = chance(7);
		assertThat(first).contains(200, 500);
		assertThat(chance(7)).isEqualTo(first);
		assertThat(chance(8)).isNotEqualTo(first);
	}

	private List<Integer> chance(int seed) throws Exception {
		EmulatorServer.faults(this.account, List.of(fault("probability", 0.5, "seed", seed, "status", 500)));
		return statuses(32);
	}

	@Test
	void emptyListEndsTheFaults() throws Exception {
		EmulatorServer.faults(this.account, List.of(fault("status", 500)));
		assertThat(list().status()).isEqualTo(500);
		EmulatorServer.faults(this.account, List.of());
		assertThat(list().status()).isEqualTo(200);
	}

	@Test
	void errorsSpeakTheProtocolOfTheService() {
		EmulatorServer.faults(this.account,
				List.of(fault("service", "sts", "status", 403, "code", "AccessDenied", "message", "No <way>")));
		StsClient sts = EmulatorServer.sts(EmulatorServer.key(this.account), "eu-west-2");
		assertThatExceptionOfType(StsException.class).isThrownBy(sts::getCallerIdentity).satisfies((ex) -> {
			assertThat(ex.statusCode()).isEqualTo(403);
			assertThat(ex.awsErrorDetails().errorCode()).isEqualTo("AccessDenied");
			assertThat(ex.awsErrorDetails().errorMessage()).isEqualTo("No <way>");
		});
	}

	@Test
	void answersHtml() throws Exception {
		EmulatorServer.faults(this.account, List.of(fault("action", "HTML"), fault("action", "HTML", "status", 502)));
		RawRequest.Answer answer = list();
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.header("Content-Type")).startsWith("text/html");
		assertThat(answer.body()).startsWith("<html>");
		EmulatorServer.faults(this.account, List.of(fault("action", "HTML", "status", 502)));
		assertThat(list().status()).isEqualTo(502);
	}

	@Test
	void truncatesJson() throws Exception {
		String whole = list().body();
		EmulatorServer.faults(this.account, List.of(fault("action", "TRUNCATE")));
		RawRequest.Answer answer = list();
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.body()).isNotEmpty().hasSizeLessThan(whole.length());
		assertThat(whole).startsWith(answer.body());
	}

	@Test
	void truncatesErrorsToo() throws Exception {
		EmulatorServer.faults(this.account, List.of(fault("action", "TRUNCATE")));
		RawRequest.Answer answer = RawRequest.signed("GET", "/eventIntegrations/nobody", this.account).send();
		assertThat(answer.status()).isEqualTo(404);
		assertThat(answer.body()).startsWith("{").doesNotContain("}");
	}

	@Test
	void resetsTheConnection() throws Exception {
		EmulatorServer.faults(this.account, List.of(fault("action", "RESET")));
		try (Socket socket = open()) {
			assertThatExceptionOfType(SocketException.class).isThrownBy(() -> socket.getInputStream().read())
				.withMessageContaining("reset");
		}
		assertThat(EmulatorServer.calls(this.account)).extracting("status").containsOnlyNulls();
	}

	@Test
	void resetsOneConnectionOnly() throws Exception {
		EmulatorServer.faults(this.account, List.of(fault("action", "HANG", "times", 1), fault("action", "RESET")));
		try (Socket hanging = open()) {
			awaitCalls(1);
			try (Socket socket = open()) {
				assertThatExceptionOfType(SocketException.class).isThrownBy(() -> socket.getInputStream().read());
			}
			hanging.shutdownOutput();
			assertThat(hanging.getInputStream().read()).isEqualTo(-1);
		}
	}

	@Test
	void appliesTheChangeAndLosesTheAnswer() throws Exception {
		EmulatorServer.faults(this.account, List.of(fault("action", "DROP_AFTER_APPLY", "times", 1)));
		String body = """
				{"Name":"kept","EventBridgeBus":"default","EventFilter":{"Source":"aws.partner/example.com/x"}}""";
		try (Socket socket = open("POST", LIST, body)) {
			assertThat(socket.getInputStream().read()).isEqualTo(-1);
		}
		assertThat(RawRequest.signed("GET", "/eventIntegrations/kept", this.account).send().status()).isEqualTo(200);
		assertThat(EmulatorServer.calls(this.account)).extracting("status").containsExactly(null, 200);
	}

	@Test
	void losesTheAnswerOfARefusalToo() throws Exception {
		EmulatorServer.faults(this.account, List.of(fault("action", "DROP_AFTER_APPLY")));
		try (Socket socket = open("GET", "/eventIntegrations/nobody", "")) {
			assertThat(socket.getInputStream().read()).isEqualTo(-1);
		}
	}

	@Test
	void hangsUntilTheClientGoes() throws Exception {
		EmulatorServer.faults(this.account, List.of(fault("action", "HANG", "service", "app-integrations")));
		List<CompletableFuture<RawRequest.Answer>> hanging = new ArrayList<>();
		for (int i = 0; i < 20; i++) {
			hanging.add(RawRequest.signed("GET", LIST, this.account).sendAsync());
		}
		try (Socket socket = open()) {
			awaitCalls(21);
			assertThat(EmulatorServer.sts(EmulatorServer.key(this.account), "eu-west-2").getCallerIdentity().account())
				.isEqualTo(this.account);
			assertThat(hanging).noneMatch(CompletableFuture::isDone);
			socket.shutdownOutput();
			assertThat(socket.getInputStream().read()).isEqualTo(-1);
		}
		hanging.forEach((each) -> each.cancel(true));
		assertThat(EmulatorServer.calls(this.account)).extracting("status").containsOnly(null, 200);
	}

	@Test
	void hangingCallsDoNotKeepTheEmulatorFromStopping() throws Exception {
		String port;
		CompletableFuture<RawRequest.Answer> hanging;
		try (var emulator = EmulatorApplication.startEmbedded()) {
			port = emulator.getEnvironment().getRequiredProperty("local.server.port");
			URI server = URI.create("http://127.0.0.1:" + port);
			assertThat(RawRequest.unsigned("PUT", "/_emulator/faults")
				.body("[{\"action\":\"HANG\"}]")
				.at(server)
				.send()
				.status()).isEqualTo(200);
			hanging = RawRequest.signed("GET", LIST, this.account).at(server).sendAsync();
			while (!RawRequest.unsigned("GET", "/_emulator/calls").at(server).send().body().contains("\"total\":1")) {
				Thread.onSpinWait();
			}
		}
		assertThatExceptionOfType(CompletionException.class)
			.isThrownBy(() -> hanging.orTimeout(20, TimeUnit.SECONDS).join())
			.withCauseInstanceOf(IOException.class);
	}

	private void awaitCalls(int count) {
		while (EmulatorServer.calls(this.account).size() < count) {
			Thread.onSpinWait();
		}
	}

	private RawRequest.Answer list() throws Exception {
		return RawRequest.signed("GET", LIST, this.account).send();
	}

	private List<Integer> statuses(int count) throws Exception {
		List<Integer> statuses = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			statuses.add(list().status());
		}
		return statuses;
	}

	private Socket open() throws IOException {
		return open("GET", LIST, "");
	}

	/** A connection that no HTTP client repairs behind the test's back. */
	private Socket open(String method, String path, String body) throws IOException {
		String date = RawRequest.amzDate(Instant.now());
		String scope = date.substring(0, 8) + "/eu-west-2/app-integrations/aws4_request";
		Socket socket = new Socket("127.0.0.1", EmulatorServer.endpoint().getPort());
		socket.setSoTimeout(10_000);
		socket.getOutputStream()
			.write("%s %s HTTP/1.1\r\nHost: localhost\r\nX-Amz-Date: %s\r\nAuthorization: %s\r\nContent-Length: %d\r\n\r\n%s"
				.formatted(method, path, date, RawRequest.authorization(this.account, scope), body.length(), body)
				.getBytes(StandardCharsets.US_ASCII));
		return socket;
	}

	private static Map<String, Object> fault(Object... members) {
		Map<String, Object> fault = new HashMap<>();
		for (int i = 0; i < members.length; i += 2) {
			fault.put(String.valueOf(members[i]), members[i + 1]);
		}
		return fault;
	}

}
