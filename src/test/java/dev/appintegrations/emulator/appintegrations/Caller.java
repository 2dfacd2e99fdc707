package dev.appintegrations.emulator.appintegrations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import dev.appintegrations.emulator.EmulatorServer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.services.appintegrations.AppIntegrationsClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Somebody with an account of their own who calls AppIntegrations in one region: through
 * the SDK, and with signed requests that the SDK would not send.
 *
 * @param account twelve digits
 * @param region region code
 * @param sdk a client that does not retry
 */
record Caller(String account, String region, AppIntegrationsClient sdk) {

	private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private static final AwsV4HttpSigner SIGNER = AwsV4HttpSigner.create();

	private static final JsonMapper JSON = JsonMapper.builder().build();

	/** Headers that the HTTP client sets by itself. */
	private static final Set<String> OWN_HEADERS = Set.of("host", "content-length");

	/** With an empty account, AWS's default quotas and no limit on the rate. */
	static Caller fresh() {
		return of(EmulatorServer.freshAccount(), "eu-west-2");
	}

	/** As {@link #fresh()}, but with quotas that don't get in the way. */
	static Caller unlimited() {
		return fresh().quota("dataIntegrations", 10_000)
			.quota("eventIntegrations", 10_000)
			.quota("applications", 10_000);
	}

	static Caller withScenario(String scenario, String region) {
		String account = EmulatorServer.freshAccount();
		EmulatorServer.reset(account, scenario);
		return of(account, region);
	}

	private static Caller of(String account, String region) {
		EmulatorServer.set(account, "rates",
				Map.of("app-integrations", Map.of("perSecond", 1_000_000, "burst", 1_000_000)));
		return new Caller(account, region, EmulatorServer.client(account, region));
	}

	Caller in(String otherRegion) {
		return new Caller(this.account, otherRegion, EmulatorServer.client(this.account, otherRegion));
	}

	Caller quota(String name, int value) {
		EmulatorServer.set(this.account, "quotas", Map.of(name, value));
		return this;
	}

	void lag(String name, long milliseconds) {
		EmulatorServer.set(this.account, "lags", Map.of(name, milliseconds));
	}

	void advance(long milliseconds) {
		EmulatorServer.set(this.account, "clock", Map.of("advanceMs", milliseconds));
	}

	/** Sends JSON, or no body at all. */
	Answer send(String method, String path, @Nullable Object body) {
		return sendText(method, path, (body != null) ? JSON.writeValueAsString(body) : "");
	}

	/** Sends any text as the body. */
	Answer sendText(String method, String path, String body) {
		return sendBytes(method, path, body.getBytes(StandardCharsets.UTF_8));
	}

	Answer sendBytes(String method, String path, byte[] body) {
		SdkHttpRequest unsigned = SdkHttpRequest.builder()
			.uri(URI.create(EmulatorServer.endpoint() + path))
			.method(SdkHttpMethod.fromValue(method))
			.putHeader("Content-Type", "application/json")
			.build();
		SignedRequest signed = SIGNER
			.sign((request) -> request.identity(AwsBasicCredentials.create(this.account, "secret"))
				.request(unsigned)
				.payload(ContentStreamProvider.fromByteArray(body))
				.putProperty(AwsV4FamilyHttpSigner.SERVICE_SIGNING_NAME, "app-integrations")
				.putProperty(AwsV4HttpSigner.REGION_NAME, this.region));
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(EmulatorServer.endpoint() + path))
			.method(method, HttpRequest.BodyPublishers.ofByteArray(body));
		signed.request().forEachHeader((name, values) -> {
			if (!OWN_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
				values.forEach((value) -> request.header(name, value));
			}
		});
		try {
			return new Answer(HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	static String encode(String segment) {
		return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
	}

	/**
	 * An answer as it came over the wire.
	 *
	 * @param response status, headers and text
	 */
	record Answer(HttpResponse<String> response) {

		int status() {
			return this.response.statusCode();
		}

		String header(String name) {
			return this.response.headers().firstValue(name).orElse("");
		}

		String text() {
			return this.response.body();
		}

		JsonNode json() {
			return JSON.readTree(text());
		}

		/** Status and error code in one, such as {@code 400 InvalidRequestException}. */
		String outcome() {
			return (status() + " " + header("x-amzn-ErrorType")).strip();
		}

	}

}
