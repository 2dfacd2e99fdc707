package dev.appintegrations.console.access;

import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.appintegrations.console.ConsoleTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.SessionRepository;
import org.springframework.transaction.ConfigurableTransactionManager;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

import static org.assertj.core.api.Assertions.assertThat;

@ConsoleTest
class SignInTests {

	private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

	private final CookieManager cookies = new CookieManager();

	private final HttpClient client = HttpClient.newBuilder().cookieHandler(this.cookies).build();

	@LocalServerPort
	private int port;

	@Autowired
	private SessionRepository<?> sessions;

	@Autowired
	private ConfigurableTransactionManager transactions;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private UserStore users;

	@AfterEach
	void close() {
		this.users.enable("viewer", true);
		this.client.close();
	}

	@Test
	void keepsSessionsThatAskLittleOfTheDatabase() {
		assertThat(this.sessions).isInstanceOf(RarelyTouchedSessions.class);
		Thread reader = Thread.currentThread();
		AtomicInteger begun = new AtomicInteger();
		Collection<TransactionExecutionListener> before = this.transactions.getTransactionExecutionListeners();
		this.transactions.setTransactionExecutionListeners(List.of(new TransactionExecutionListener() {

			@Override
			public void beforeBegin(TransactionExecution transaction) {
				if (Thread.currentThread() == reader) {
					begun.incrementAndGet();
				}
			}

		}));
		try {
			this.sessions.findById("nobody's");
			assertThat(begun).hasValue(0);
			this.sessions.deleteById("nobody's");
			assertThat(begun).hasValue(1);
		}
		finally {
			this.transactions.setTransactionExecutionListeners(before);
		}
	}

	@Test
	void asksStrangersToSignIn() throws Exception {
		HttpResponse<String> response = get("/accounts/demo/overview", "text/html");
		assertThat(response.statusCode()).isEqualTo(302);
		assertThat(response.headers().firstValue("Location"))
			.hasValueSatisfying((location) -> assertThat(location).endsWith("/sign-in"));
	}

	@Test
	void bringsPeopleToThePageTheyAskedFor() throws Exception {
		get("/accounts/demo/regions", "text/html");
		assertThat(signIn("viewer", "viewer").headers().firstValue("Location"))
			.hasValueSatisfying((location) -> assertThat(location).contains("/accounts/demo/regions"));
		assertThat(get("/accounts/demo/regions", "text/html").statusCode()).isEqualTo(200);
	}

	@Test
	void keepsNothingButTheUsersIdInTheSession() throws Exception {
		this.jdbc.sql("delete from spring_session").update();
		signIn("viewer", "viewer");
		assertThat(this.jdbc.sql("select attribute_name from spring_session_attributes").query(String.class).list())
			.containsExactly(SessionUser.ATTRIBUTE);
	}

	@Test
	void changesTheSessionsIdAtSignIn() throws Exception {
		signIn("viewer", "viewer");
		String first = session();
		post("/sign-out", "_csrf=" + csrf("/sign-in"));
		signIn("viewer", "viewer");
		assertThat(session()).isNotEqualTo(first);
	}

	@Test
	void takesASessionThatCannotBeReadAsSignedOut() throws Exception {
		signIn("viewer", "viewer");
		this.jdbc.sql("update spring_session_attributes set attribute_bytes = ?")
			.param(new byte[] { 1, 2, 3 })
			.update();
		assertThat(get("/accounts/demo/overview", "text/html").statusCode()).isEqualTo(302);
		this.jdbc.sql("delete from spring_session").update();
	}

	@Test
	void endsTheSessionOfAUserWhoIsKeptOut() throws Exception {
		signIn("viewer", "viewer");
		assertThat(get("/accounts/demo/overview", "text/html").statusCode()).isEqualTo(200);
		this.users.enable("viewer", false);
		assertThat(get("/accounts/demo/overview", "text/html").statusCode()).isEqualTo(302);
	}

	@Test
	void refusesAFormWithoutItsToken() throws Exception {
		signIn("operator", "operator");
		HttpResponse<String> response = post("/accounts/demo/scans", "");
		assertThat(response.statusCode()).isEqualTo(403);
		assertThat(response.body()).contains("This form is no longer valid");
	}

	@Test
	void signsOutOnlyByPost() throws Exception {
		signIn("viewer", "viewer");
		assertThat(get("/sign-out", "text/html").statusCode()).isEqualTo(404);
		assertThat(get("/accounts/demo/overview", "text/html").statusCode()).isEqualTo(200);
	}

	@Test
	void sendsPoliciesThatAllowNoInlineCode() throws Exception {
		HttpResponse<String> page = get("/sign-in", "text/html");
		assertThat(page.headers().firstValue("Content-Security-Policy"))
			.hasValueSatisfying((policy) -> assertThat(policy)
				.contains("default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'")
				.doesNotContain("unsafe"));
		assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
		assertThat(page.headers().firstValue("Cache-Control"))
			.hasValueSatisfying((cache) -> assertThat(cache).contains("no-store"));
		assertThat(page.body()).doesNotContain("style=\"", "onclick", "<style");
	}

	@Test
	void limitsAttemptsOfOneNameAndNobodyElses() throws Exception {
		for (int i = 0; i < SignInAttempts.PER_NAME_AND_ADDRESS; i++) {
			assertThat(basic("nobody", "wrong").statusCode()).isEqualTo(401);
		}
		HttpResponse<String> limited = basic("nobody", "wrong");
		assertThat(limited.statusCode()).isEqualTo(429);
		assertThat(limited.headers().firstValue("Retry-After")).isPresent();
		assertThat(basic("admin", "admin").statusCode()).isEqualTo(200);
	}

	@Test
	void answersProgramsWithProblemsAndNoCookies() throws Exception {
		HttpResponse<String> response = get("/api/v1/accounts", "application/json");
		assertThat(response.statusCode()).isEqualTo(401);
		assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
		assertThat(response.headers().firstValue("WWW-Authenticate"))
			.hasValueSatisfying((challenge) -> assertThat(challenge).startsWith("Basic"));
		assertThat(basic("viewer", "viewer").headers().firstValue("Set-Cookie")).isEmpty();
	}

	@Test
	void tellsEverybodyWhetherItIsWellAndNoMore() throws Exception {
		for (String path : new String[] { "", "/liveness", "/readiness" }) {
			HttpResponse<String> health = get("/actuator/health" + path, "application/json");
			assertThat(health.statusCode()).isEqualTo(200);
			assertThat(health.body()).contains("UP").doesNotContain("database", "disk", "H2");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/accounts/nope/overview", "/accounts/demo/scans/x",
			"/accounts/demo/scans/00000000-0000-0000-0000-000000000000", "/accounts/demo/integrations/eu-west-2/%21",
			"/accounts/demo/integrations/nowhere/ZXZlbnQtaW50ZWdyYXRpb24veA", "/accounts/demo/nothing", "/nothing",
			"/accounts/DEMO/overview", "/problems/none" })
	void explainsWhatIsNotThere(String path) throws Exception {
		signIn("viewer", "viewer");
		HttpResponse<String> response = get(path, "text/html");
		assertThat(response.statusCode()).isEqualTo(404);
		assertThat(response.body()).contains("There is nothing here").doesNotContain("Exception");
	}

	@ParameterizedTest
	@ValueSource(strings = { "?size=0", "?size=501", "?page=-1", "?page=x", "?page=99999999999", "?sort=nonsense",
			"?sort=name,sideways", "?region=nowhere", "?kind=THING" })
	void explainsParametersThatMakeNoSense(String query) throws Exception {
		signIn("viewer", "viewer");
		HttpResponse<String> response = get("/accounts/fresh/integrations" + query, "text/html");
		assertThat(response.statusCode()).isEqualTo(400);
		assertThat(response.body()).contains("must be").doesNotContain("Exception");
	}

	@Test
	void refusesTextThatIsTooLong() throws Exception {
		signIn("viewer", "viewer");
		assertThat(get("/accounts/fresh/integrations?q=" + "x".repeat(201), "text/html").statusCode()).isEqualTo(400);
	}

	private HttpResponse<String> signIn(String name, String password) throws Exception {
		return post("/sign-in", "username=" + name + "&password=" + password + "&_csrf=" + csrf("/sign-in"));
	}

	private String csrf(String path) throws Exception {
		Matcher matcher = CSRF.matcher(get(path, "text/html").body());
		assertThat(matcher.find()).isTrue();
		return URLEncoder.encode(matcher.group(1), StandardCharsets.UTF_8);
	}

	private String session() {
		return this.cookies.getCookieStore()
			.getCookies()
			.stream()
			.filter((cookie) -> "SESSION".equals(cookie.getName()))
			.map(HttpCookie::getValue)
			.findFirst()
			.orElseThrow();
	}

	private HttpResponse<String> basic(String name, String password) throws Exception {
		String credentials = Base64.getEncoder()
			.encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
		return HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(uri("/api/v1/accounts"))
				.header("Authorization", "Basic " + credentials)
				.build(), HttpResponse.BodyHandlers.ofString());
	}

	private HttpResponse<String> get(String path, String accept) throws Exception {
		return this.client.send(HttpRequest.newBuilder(uri(path)).header("Accept", accept).build(),
				HttpResponse.BodyHandlers.ofString());
	}

	private HttpResponse<String> post(String path, String form) throws Exception {
		return this.client.send(HttpRequest.newBuilder(uri(path))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString(form))
			.build(), HttpResponse.BodyHandlers.ofString());
	}

	private URI uri(String path) {
		return URI.create("http://127.0.0.1:" + this.port + path);
	}

}
