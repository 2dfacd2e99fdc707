package dev.appintegrations.console.aws;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.appintegrations.AppIntegrationsClient;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Lets the JVM load and compile the SDK's code paths once the console is up, with answers
 * that come from memory: the first scan then waits for AWS and not for the compiler. No
 * call leaves the process.
 */
@Component
class SdkWarmUp {

	private static final Logger LOG = LoggerFactory.getLogger(SdkWarmUp.class);

	private static final int ROUNDS = 150;

	@EventListener(ApplicationReadyEvent.class)
	void start() {
		Thread.ofPlatform().daemon().name("sdk-warm-up").priority(Thread.MIN_PRIORITY).start(SdkWarmUp::run);
	}

	private static void run() {
		try (AppIntegrationsClient client = AppIntegrationsClient.builder()
			.region(Region.US_EAST_1)
			.credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("nobody", "nothing")))
			.httpClient(new Memory())
			.build()) {
			for (int i = 0; i < ROUNDS; i++) {
				client.listDataIntegrations((request) -> request.maxResults(1));
				client.listEventIntegrations((request) -> request.maxResults(1));
				client.listApplications((request) -> request.maxResults(1));
				client.listEventIntegrationAssociations((request) -> request.eventIntegrationName("a/b"));
			}
		}
		catch (RuntimeException ex) {
			LOG.debug("The SDK could not be warmed up", ex);
		}
	}

	private static final class Memory implements SdkHttpClient {

		private static final byte[] ANSWER = """
				{"EventIntegrations": [{"EventIntegrationArn": "arn:aws:app-integrations:us-east-1:1:event-integration/a",
				"Name": "a", "EventFilter": {"Source": "aws.cases"}, "EventBridgeBus": "default", "Tags": {}}],
				"DataIntegrations": [], "Applications": [], "EventIntegrationAssociations": []}
				"""
			.getBytes(StandardCharsets.UTF_8);

		@Override
		public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
			return new ExecutableHttpRequest() {

				@Override
				public HttpExecuteResponse call() {
					return HttpExecuteResponse.builder()
						.response(SdkHttpResponse.builder()
							.statusCode(200)
							.putHeader("Content-Type", "application/json")
							.build())
						.responseBody(AbortableInputStream.create(new ByteArrayInputStream(ANSWER)))
						.build();
				}

				@Override
				public void abort() {
					// Nothing to stop.
				}

			};
		}

		@Override
		public void close() {
			// Nothing is open.
		}

	}

}
