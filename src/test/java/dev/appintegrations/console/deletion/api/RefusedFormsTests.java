package dev.appintegrations.console.deletion.api;

import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Where forms are refused in other ways than the API: by their token and their method.
 */
class RefusedFormsTests extends DeletionApiContract {

	private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

	private final HttpClient browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

	private Confirmation answer;

	@BeforeEach
	void signInAndPlan() throws Exception {
		HttpResponse<String> page = send(request("/sign-in"));
		assertThat(post("/sign-in", Map.of("username", "operator", "password", "operator", "_csrf", token(page)))
			.statusCode()).isEqualTo(302);
		this.answer = answerTo(plan(UNUSED));
	}

	@AfterEach
	void closeTheBrowser() {
		this.browser.close();
	}

	@Test
	void refusesAFormWithoutItsToken() throws Exception {
		HttpResponse<String> refused = confirm(this.answer.typed(), "");
		assertThat(refused.statusCode()).isEqualTo(403);
		assertThat(refused.body()).contains("This form is no longer valid", "reload the page and send the form again");
		assertThat(changes()).isEmpty();
		JsonNode entry = as(OPERATOR, "GET", "/api/v1/activity?size=1&operation=REQUEST", null).json()
			.path("items")
			.path(0);
		assertThat(entry.path("actor").asString()).isEqualTo("operator");
		assertThat(entry.path("outcome").asString()).isEqualTo("REFUSED");
		assertThat(entry.path("target").asString()).isEqualTo("POST " + page() + "/confirmation");
	}

	@Test
	void refusesTheTokenOfAnotherBrowser() throws Exception {
		try (HttpClient stranger = HttpClient.newBuilder().cookieHandler(new CookieManager()).build()) {
			String theirs = token(stranger.send(request("/sign-in").build(), BodyHandlers.ofString()));
			assertThat(confirm(this.answer.typed(), theirs).statusCode()).isEqualTo(403);
		}
		assertThat(changes()).isEmpty();
	}

	@Test
	void deletesNothingByALink() throws Exception {
		HttpResponse<String> refused = send(request(page() + "/confirmation?typed=unused&fingerprint="
				+ this.answer.fingerprint() + "&typedAccount=" + AWS));
		assertThat(refused.statusCode()).isEqualTo(405);
		assertThat(changes()).isEmpty();
	}

	@Test
	void saysHowTheTextDiffersAndConfirmsTheRightOne() throws Exception {
		String token = token(send(request(page())));
		HttpResponse<String> refused = confirm("unused ", token);
		assertThat(refused.statusCode()).isEqualTo(422);
		assertThat(refused.body()).contains("There is a space before or after the text.");
		assertThat(changes()).isEmpty();
		HttpResponse<String> accepted = confirm("unused", token(refused));
		assertThat(accepted.statusCode()).isEqualTo(303);
		String deletion = accepted.headers().firstValue("Location").orElseThrow();
		assertThat(as(OPERATOR, "GET", "/api/v1" + deletion + "/events", null).body()).contains("event:finished");
		assertThat(changes()).containsExactly("DeleteEventIntegration");
	}

	private String page() {
		return this.answer.plan().substring("/api/v1".length());
	}

	private HttpResponse<String> confirm(String typed, String token) throws Exception {
		return post(page() + "/confirmation", Map.of("fingerprint", this.answer.fingerprint(), "typed", typed,
				"typedAccount", this.answer.typedAccount(), "_csrf", token));
	}

	private HttpResponse<String> post(String path, Map<String, String> fields) throws Exception {
		String form = fields.entrySet()
			.stream()
			.filter((field) -> !field.getValue().isEmpty())
			.map((field) -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
		return send(request(path).header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString(form)));
	}

	private static String token(HttpResponse<String> page) {
		Matcher token = CSRF.matcher(page.body());
		assertThat(token.find()).isTrue();
		return token.group(1);
	}

	private HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.port + path)).header("Accept", "text/html");
	}

	private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
		return this.browser.send(request.build(), BodyHandlers.ofString());
	}

}
