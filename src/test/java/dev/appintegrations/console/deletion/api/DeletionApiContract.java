package dev.appintegrations.console.deletion.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

import com.sun.net.httpserver.HttpServer;
import dev.appintegrations.console.inventory.api.ApiContract;
import dev.appintegrations.emulator.EmulatorServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Plans and confirms deletions over HTTP, in the protected account {@code desk}, whose
 * STS says whatever account the test wants.
 */
abstract class DeletionApiContract extends ApiContract {

	static final String AWS = EmulatorServer.freshAccount();

	static final String DESK = "/api/v1/accounts/desk";

	static final String OPERATOR = basic("operator", "operator");

	static final String UNUSED = "arn:aws:app-integrations:eu-west-2:" + AWS + ":event-integration/unused";

	private static final JsonMapper MAPPER = JsonMapper.shared();

	private static final AtomicReference<String> caller = new AtomicReference<>(AWS);

	@DynamicPropertySource
	static void desk(DynamicPropertyRegistry registry) {
		registry.add("spring.datasource.url", () -> "jdbc:h2:mem:deletion-api;DB_CLOSE_DELAY=-1");
		String account = "console.accounts[" + ALIASES.size() + "].";
		String sts = tokenService();
		registry.add(account + "alias", () -> "desk");
		registry.add(account + "label", () -> "Order desk");
		registry.add(account + "endpoint", EmulatorServer::endpoint);
		registry.add(account + "endpoints.sts", () -> sts);
		registry.add(account + "access-key-id", () -> AWS);
		registry.add(account + "secret-access-key", () -> "secret");
		registry.add(account + "protected", () -> true);
	}

	/** The part of STS that tells whose credentials these are. */
	private static String tokenService() {
		try {
			HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
			server.createContext("/", (exchange) -> {
				byte[] answer = """
						<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">\
						<GetCallerIdentityResult><Arn>arn:aws:iam::%1$s:user/console</Arn><UserId>AIDA</UserId>\
						<Account>%1$s</Account></GetCallerIdentityResult></GetCallerIdentityResponse>"""
					.formatted(caller.get())
					.getBytes(StandardCharsets.UTF_8);
				exchange.getResponseHeaders().add("Content-Type", "text/xml");
				exchange.sendResponseHeaders(200, answer.length);
				exchange.getResponseBody().write(answer);
				exchange.close();
			});
			server.start();
			return "http://127.0.0.1:" + server.getAddress().getPort();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@BeforeEach
	void startWithTheSandbox() {
		caller.set(AWS);
		EmulatorServer.reset(AWS, "sandbox");
	}

	/** From now on the credentials of {@code desk} are those of another account. */
	static void resolveCredentialsTo(String accountId) {
		caller.set(accountId);
	}

	Answer as(String authorization, String method, String path, @Nullable String body) {
		return (body != null)
				? sendAsNobody(method, path, body, "Authorization", authorization, "Content-Type", "application/json")
				: sendAsNobody(method, path, null, "Authorization", authorization);
	}

	Answer tryToPlan(String authorization, String... arns) {
		EmulatorServer.forgetCalls(AWS);
		return as(authorization, "POST", DESK + "/deletion-plans",
				MAPPER.writeValueAsString(Map.of("targets", List.of(arns))));
	}

	JsonNode plan(String... arns) {
		Answer answer = tryToPlan(OPERATOR, arns);
		assertThat(answer.status()).as(answer.body()).isEqualTo(201);
		return answer.json();
	}

	/** What an operator who reads the plan would answer. */
	static Confirmation answerTo(JsonNode plan) {
		return new Confirmation(plan.path("href").asString(), plan.path("fingerprint").asString(),
				plan.path("confirmation").path("phrase").asString(), plan.path("accountId").asString(),
				texts(plan.path("unproven")));
	}

	/** Confirms; the emulator's log then holds only what came of it. */
	Answer confirm(String authorization, Confirmation confirmation) {
		EmulatorServer.forgetCalls(AWS);
		return as(authorization, "POST", confirmation.plan() + "/confirmation", confirmation.body());
	}

	Answer confirm(Confirmation confirmation) {
		return confirm(OPERATOR, confirmation);
	}

	/** Watches a deletion to its end. */
	JsonNode watched(Answer accepted) {
		assertThat(accepted.status()).as(accepted.body()).isEqualTo(202);
		String path = accepted.header("Location");
		assertThat(as(OPERATOR, "GET", path + "/events", null).body()).contains("event:finished");
		return as(OPERATOR, "GET", path, null).json();
	}

	/** Calls that may have changed something, refused ones included. */
	static List<String> changes() {
		return EmulatorServer.calls(AWS)
			.stream()
			.map((call) -> String.valueOf(call.get("operation")))
			.filter((operation) -> !operation.matches("(Get|List|Describe|Search).*"))
			.toList();
	}

	/** The newest entry of a plan or a confirmation, in whatever account. */
	JsonNode lastEntry() {
		return stream(as(OPERATOR, "GET", "/api/v1/activity?size=20", null).json().path("items")).filter(
				(entry) -> List.of("CONFIRM_DELETION", "PLAN_DELETION").contains(entry.path("operation").asString()))
			.findFirst()
			.orElseThrow();
	}

	/**
	 * A confirmation as it is sent.
	 */
	record Confirmation(String plan, String fingerprint, String typed, String typedAccount,
			List<String> acceptUnproven) {

		Confirmation at(String path) {
			return new Confirmation(path, this.fingerprint, this.typed, this.typedAccount, this.acceptUnproven);
		}

		Confirmation fingerprint(String changed) {
			return new Confirmation(this.plan, changed, this.typed, this.typedAccount, this.acceptUnproven);
		}

		Confirmation typed(String changed) {
			return new Confirmation(this.plan, this.fingerprint, changed, this.typedAccount, this.acceptUnproven);
		}

		Confirmation typedAccount(String changed) {
			return new Confirmation(this.plan, this.fingerprint, this.typed, changed, this.acceptUnproven);
		}

		Confirmation accepting(String... regions) {
			return new Confirmation(this.plan, this.fingerprint, this.typed, this.typedAccount, List.of(regions));
		}

		String body() {
			return MAPPER.writeValueAsString(Map.of("fingerprint", this.fingerprint, "typed", this.typed,
					"typedAccount", this.typedAccount, "acceptUnproven", this.acceptUnproven));
		}

	}

}
