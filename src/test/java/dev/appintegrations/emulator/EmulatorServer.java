package dev.appintegrations.emulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

import dev.appintegrations.containers.LocalStack;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.account.AccountClient;
import software.amazon.awssdk.services.appintegrations.AppIntegrationsClient;
import software.amazon.awssdk.services.connect.ConnectClient;
import software.amazon.awssdk.services.customerprofiles.CustomerProfilesClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.qconnect.QConnectClient;
import software.amazon.awssdk.services.sts.StsClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one emulator of a test run. Each test takes an account of its own, so no test sees
 * another's.
 */
public final class EmulatorServer {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	private static final SdkHttpClient SDK_HTTP = ApacheHttpClient.builder().maxConnections(200).build();

	private static final AtomicLong NEXT_ACCOUNT = new AtomicLong(100_000_000_000L);

	private static final URI ENDPOINT = start();

	private EmulatorServer() {
	}

	private static URI start() {
		URI roles = LocalStack.wantedForRoles();
		var emulator = (roles != null)
				? EmulatorApplication.start("--server.port=0", "--emulator.iam.endpoint=" + roles)
				: EmulatorApplication.startEmbedded();
		return URI.create("http://127.0.0.1:" + emulator.getEnvironment().getRequiredProperty("local.server.port"));
	}

	public static URI endpoint() {
		return ENDPOINT;
	}

	/** Twelve digits that nobody else uses. */
	public static String freshAccount() {
		return Long.toString(NEXT_ACCOUNT.incrementAndGet());
	}

	/** A client that does not retry. */
	public static AppIntegrationsClient client(String account, String region) {
		return client(key(account), region);
	}

	/** A client that does not retry. */
	public static AppIntegrationsClient client(AwsCredentials credentials, String region) {
		return configured(AppIntegrationsClient.builder(), credentials, region).build();
	}

	/** A client that does not retry. */
	public static StsClient sts(AwsCredentials credentials, String region) {
		return configured(StsClient.builder(), credentials, region).build();
	}

	/** A client that does not retry. */
	public static AccountClient accounts(AwsCredentials credentials) {
		return configured(AccountClient.builder(), credentials, "us-east-1").build();
	}

	/** A client that does not retry. */
	public static ConnectClient connect(String account, String region) {
		return connect(key(account), region);
	}

	/** A client that does not retry. */
	public static ConnectClient connect(AwsCredentials credentials, String region) {
		return configured(ConnectClient.builder(), credentials, region).build();
	}

	/** A client that does not retry. */
	public static IamClient iam(String account) {
		return iam(account, "us-east-1");
	}

	/** A client that does not retry, signing for any region. */
	public static IamClient iam(String account, String region) {
		return iam(key(account), region);
	}

	/** A client that does not retry, signing for any region. */
	public static IamClient iam(AwsCredentials credentials, String region) {
		return configured(IamClient.builder(), credentials, region).build();
	}

	/** A client of another server that does not retry. */
	public static IamClient iam(String account, URI server) {
		return configured(IamClient.builder(), key(account), "us-east-1").endpointOverride(server).build();
	}

	/** A client of Customer Profiles that does not retry. */
	public static CustomerProfilesClient profiles(String account, String region) {
		return profiles(key(account), region);
	}

	/** A client of Customer Profiles that does not retry. */
	public static CustomerProfilesClient profiles(AwsCredentials credentials, String region) {
		return configured(CustomerProfilesClient.builder(), credentials, region).build();
	}

	/** A client of Amazon Q in Connect that does not retry. */
	public static QConnectClient assistants(String account, String region) {
		return assistants(key(account), region);
	}

	/** A client of Amazon Q in Connect that does not retry. */
	public static QConnectClient assistants(AwsCredentials credentials, String region) {
		return configured(QConnectClient.builder(), credentials, region).build();
	}

	private static <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> B configured(B builder,
			AwsCredentials credentials, String region) {
		return builder.endpointOverride(ENDPOINT)
			.region(Region.of(region))
			.credentialsProvider(StaticCredentialsProvider.create(credentials))
			.httpClient(SDK_HTTP)
			.overrideConfiguration((override) -> override.retryStrategy(AwsRetryStrategy.doNotRetry()));
	}

	/** The keys of an account. */
	public static AwsCredentials key(String account) {
		return AwsBasicCredentials.create(account, "secret");
	}

	public static StaticCredentialsProvider credentials(String account) {
		return StaticCredentialsProvider.create(key(account));
	}

	public static void reset(String account, String scenario) {
		control("POST", "reset", account, Map.of("scenario", scenario));
	}

	public static void faults(String account, List<Map<String, Object>> faults) {
		control("PUT", "faults", account, faults);
	}

	public static void set(String account, String what, Map<String, ?> values) {
		control("PUT", what, account, values);
	}

	/** The calls of an account so far, in order. */
	@SuppressWarnings("unchecked")
	public static List<Map<String, Object>> calls(String account) {
		Map<String, Object> answer = JSON.readValue(control("GET", "calls", account, null).body(), Map.class);
		return (List<Map<String, Object>>) answer.get("calls");
	}

	public static void forgetCalls(String account) {
		control("DELETE", "calls", account, null);
	}

	private static HttpResponse<String> control(String method, String call, String account, @Nullable Object body) {
		HttpResponse<String> response = send(method, call + "?account=" + account,
				(body != null) ? JSON.writeValueAsString(body) : null);
		if (response.statusCode() != 200) {
			throw new IllegalArgumentException(response.body());
		}
		return response;
	}

	/** A control call, whatever comes of it. */
	static HttpResponse<String> send(String method, String call, @Nullable String body, String... headers) {
		HttpRequest.Builder request = HttpRequest.newBuilder(ENDPOINT.resolve("/_emulator/" + call))
			.method(method,
					(body != null) ? HttpRequest.BodyPublishers.ofString(body) : HttpRequest.BodyPublishers.noBody());
		if (headers.length > 0) {
			request.headers(headers);
		}
		try {
			return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
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
