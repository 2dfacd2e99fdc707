package dev.appintegrations.containers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The demo's operator at a console, with a browser's forms and with the API.
 */
final class Operator {

	private static final String NAME = "operator";

	private static final String BASIC = "Basic "
			+ Base64.getEncoder().encodeToString((NAME + ":" + NAME).getBytes(StandardCharsets.UTF_8));

	private final HttpClient client = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

	private final URI console;

	Operator(URI console) {
		this.console = console;
	}

	void signIn() {
		assertThat(submit("/sign-in", "/sign-in", Map.of("username", NAME, "password", NAME)))
			.doesNotContain("sign-in");
	}

	String page(String path) {
		return page(path, 200);
	}

	String page(String path, int status) {
		HttpResponse<String> answer = send(request(path).header("Accept", "text/html"));
		assertThat(answer.statusCode()).as(path).isEqualTo(status);
		return answer.body();
	}

	/**
	 * Sends a form of a page.
	 * @return where the answer leads
	 */
	String submit(String page, String action, Map<String, String> fields) {
		String form = fields.entrySet()
			.stream()
			.map((field) -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
		HttpResponse<String> answer = send(request(action).header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString("_csrf=" + value(page(page), "_csrf") + "&" + form)));
		assertThat(answer.statusCode()).as(answer.body()).isBetween(302, 303);
		return this.console.resolve(answer.headers().firstValue("Location").orElseThrow()).getPath();
	}

	/** The value of a hidden field. */
	static String value(String page, String field) {
		Matcher value = Pattern.compile("name=\"" + field + "\"[^>]*value=\"([^\"]+)\"").matcher(page);
		assertThat(value.find()).as(field).isTrue();
		return value.group(1);
	}

	JsonNode get(String path) {
		return json(request(path), 200);
	}

	JsonNode post(String path, Object body, int status) {
		return json(request(path).header("Content-Type", "application/json")
			.POST(BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(body))), status);
	}

	/**
	 * Plans, confirms and so starts a deletion.
	 * @return its address
	 */
	String delete(String account, String arn) {
		return delete(account, Map.of("targets", List.of(arn)));
	}

	String deleteEverything(String account) {
		return delete(account, Map.of("everything", true));
	}

	private String delete(String account, Map<String, ?> what) {
		JsonNode plan = post("/api/v1/accounts/" + account + "/deletion-plans", what, 201);
		return post(plan.path("href").asString() + "/confirmation",
				Map.of("fingerprint", plan.path("fingerprint").asString(), "typed",
						plan.path("confirmation").path("phrase").asString(), "acceptUnproven",
						plan.path("unproven").valueStream().map(JsonNode::asString).toList()),
				202)
			.path("href")
			.asString();
	}

	private JsonNode json(HttpRequest.Builder request, int status) {
		HttpResponse<String> answer = send(request.header("Authorization", BASIC));
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
		return JsonMapper.shared().readTree(answer.body());
	}

	private HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(this.console.resolve(path));
	}

	private HttpResponse<String> send(HttpRequest.Builder request) {
		try {
			return this.client.send(request.build(), BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
