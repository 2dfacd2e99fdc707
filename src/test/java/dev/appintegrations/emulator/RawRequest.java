package dev.appintegrations.emulator;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A request as no SDK would send it: every header can be left out or be wrong.
 */
public final class RawRequest {

	private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private static final DateTimeFormatter AMZ_DATE = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'")
		.withZone(ZoneOffset.UTC);

	private final URI server;

	private final String method;

	private final String path;

	private final Map<String, String> headers = new LinkedHashMap<>();

	private String body = "";

	private RawRequest(URI server, String method, String path) {
		this.server = server;
		this.method = method;
		this.path = path;
	}

	public static RawRequest unsigned(String method, String path) {
		return new RawRequest(EmulatorServer.endpoint(), method, path);
	}

	/** A request to AppIntegrations, signed just now. */
	public static RawRequest signed(String method, String path, String account) {
		return signed(method, path, account, "app-integrations", "eu-west-2");
	}

	public static RawRequest signed(String method, String path, String account, String service, String region) {
		return unsigned(method, path).sign(account, service, region, Instant.now());
	}

	public static RawRequest sts(String form) {
		return unsigned("POST", "/").body(form).header("Content-Type", "application/x-www-form-urlencoded");
	}

	public RawRequest sign(String accessKeyId, String service, String region, Instant at) {
		String date = AMZ_DATE.format(at);
		return header("X-Amz-Date", date).header("Authorization",
				authorization(accessKeyId, date.substring(0, 8) + "/" + region + "/" + service + "/aws4_request"));
	}

	public static String authorization(String accessKeyId, String scope) {
		return "AWS4-HMAC-SHA256 Credential=" + accessKeyId + "/" + scope
				+ ", SignedHeaders=host;x-amz-date, Signature=" + "0".repeat(64);
	}

	public static String amzDate(Instant instant) {
		return AMZ_DATE.format(instant);
	}

	public RawRequest at(URI server) {
		RawRequest other = new RawRequest(server, this.method, this.path);
		other.headers.putAll(this.headers);
		return other.body(this.body);
	}

	public RawRequest header(String name, String value) {
		this.headers.put(name, value);
		return this;
	}

	public RawRequest body(String body) {
		this.body = body;
		return this;
	}

	public Answer send() throws IOException, InterruptedException {
		return new Answer(HTTP.send(request(), HttpResponse.BodyHandlers.ofString()));
	}

	public CompletableFuture<Answer> sendAsync() {
		return HTTP.sendAsync(request(), HttpResponse.BodyHandlers.ofString()).thenApply(Answer::new);
	}

	private HttpRequest request() {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(this.server + this.path))
			.method(this.method, HttpRequest.BodyPublishers.ofString(this.body));
		this.headers.forEach(request::header);
		return request.build();
	}

	/**
	 * An answer.
	 *
	 * @param response the answer
	 */
	public record Answer(HttpResponse<String> response) {

		public int status() {
			return this.response.statusCode();
		}

		public String body() {
			return this.response.body();
		}

		public String header(String name) {
			return this.response.headers().firstValue(name).orElse("");
		}

		public JsonNode json() {
			return JsonMapper.shared().readTree(body());
		}

		public String errorCode() {
			return header("x-amzn-ErrorType");
		}

	}

}
