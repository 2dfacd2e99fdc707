package dev.appintegrations.console.role.operator;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Somebody who uses the console over HTTP: its pages in a session, its API with a
 * password. Follows links where it knows none of their kind yet.
 */
final class Visitor {

	/** Where links are in pages and in JSON. */
	private static final Pattern LINK = Pattern
		.compile("(?:href=\"|\"(?:href|page)\":\")(/(?:accounts|api/v1/accounts)/[^\"#]+)");

	private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

	private final HttpClient http = HttpClient.newBuilder()
		.cookieHandler(new CookieManager())
		.followRedirects(HttpClient.Redirect.NORMAL)
		.build();

	private final Set<String> visited = new LinkedHashSet<>();

	private final Set<String> links = new LinkedHashSet<>();

	private final int port;

	private final String user;

	Visitor(int port, String user) {
		this.port = port;
		this.user = user;
		submit("/sign-in", "/sign-in", Map.of("username", user, "password", user));
	}

	/** What was asked for, such as {@code GET /accounts/demo/role}. */
	Set<String> visited() {
		return this.visited;
	}

	/** Links that were seen. */
	List<String> links() {
		return new ArrayList<>(this.links);
	}

	String get(String path) {
		return send("GET", path, null, "Accept", path.startsWith("/api/") ? "*/*" : "text/html");
	}

	/** Sends a form of a page as a browser does. */
	String submit(String page, String action, Map<String, String> fields) {
		Matcher csrf = CSRF.matcher(get(page));
		assertThat(csrf.find()).as("a form in " + page).isTrue();
		String form = fields.entrySet()
			.stream()
			.map((field) -> field.getKey() + "=" + encoded(field.getValue()))
			.collect(Collectors.joining("&", "_csrf=" + encoded(csrf.group(1)) + "&", ""));
		return send("POST", action, form, "Content-Type", "application/x-www-form-urlencoded", "Accept", "text/html");
	}

	String call(String method, String path, @Nullable String json) {
		return send(method, path, (json != null) ? json : "", "Content-Type", "application/json");
	}

	private String send(String method, String path, @Nullable String body, String... headers) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.port + path))
			.headers(headers)
			.method(method, (body != null) ? BodyPublishers.ofString(body) : BodyPublishers.noBody());
		if (path.startsWith("/api/")) {
			request.header("Authorization", "Basic " + Base64.getEncoder()
				.encodeToString((this.user + ":" + this.user).getBytes(StandardCharsets.UTF_8)));
		}
		try {
			HttpResponse<String> response = this.http.send(request.build(), BodyHandlers.ofString());
			assertThat(response.statusCode()).as(method + " " + path + ": " + response.body()).isLessThan(500);
			this.visited.add(method + " " + path.replaceFirst("\\?.*", ""));
			LINK.matcher(response.body())
				.results()
				.forEach((link) -> this.links.add(HtmlUtils.htmlUnescape(link.group(1))));
			return response.body();
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new AssertionError(ex);
		}
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
