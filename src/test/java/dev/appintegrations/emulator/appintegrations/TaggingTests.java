package dev.appintegrations.emulator.appintegrations;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.appintegrations.emulator.appintegrations.Bounds.Bound;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.appintegrations.AppIntegrationsClient;
import software.amazon.awssdk.services.appintegrations.model.InvalidRequestException;
import software.amazon.awssdk.services.appintegrations.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.appintegrations.model.ResourceNotFoundException;
import software.amazon.awssdk.services.appintegrations.model.TagResourceRequest;
import software.amazon.awssdk.services.appintegrations.model.UntagResourceRequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * TagResource, UntagResource and ListTagsForResource.
 */
class TaggingTests {

	private final Caller caller = Caller.unlimited();

	private final AppIntegrationsClient sdk = caller.sdk();

	private final String arn = sdk
		.createEventIntegration(Samples.eventIntegration()
			.andThen((request) -> request.name("orders/" + Samples.name()).tags(Map.of("team", "support"))))
		.eventIntegrationArn();

	private Map<String, String> tags(String resource) {
		return sdk.listTagsForResource((request) -> request.resourceArn(resource)).tags();
	}

	private void tag(Map<String, String> tags) {
		sdk.tagResource((request) -> request.resourceArn(arn).tags(tags));
	}

	@Nested
	class Tag {

		@Test
		void addsAndOverwrites() {
			tag(Map.of("team", "sales", "stage", ""));
			assertThat(tags(arn)).isEqualTo(Map.of("team", "sales", "stage", ""));
		}

		@Test
		void showsInTheResourceToo() {
			tag(Map.of("stage", "live"));
			assertThat(sdk.listEventIntegrations((request) -> {
			}).eventIntegrations().getFirst().tags()).isEqualTo(Map.of("team", "support", "stage", "live"));
		}

		@Test
		void tagsEveryKind() {
			String dataIntegration = sdk.createDataIntegration(Samples.bulkExport()).arn();
			sdk.createDataIntegrationAssociation(
					Samples.export(dataIntegration.substring(dataIntegration.lastIndexOf('/') + 1)));
			String association = sdk
				.listDataIntegrationAssociations((request) -> request.dataIntegrationIdentifier(dataIntegration))
				.dataIntegrationAssociations()
				.getFirst()
				.dataIntegrationAssociationArn();
			String application = sdk.createApplication(Samples.application()).arn();
			for (String resource : new String[] { dataIntegration, association, application }) {
				sdk.tagResource((request) -> request.resourceArn(resource).tags(Map.of("of", resource)));
			}
			assertThat(Stream.of(dataIntegration, association, application).map(TaggingTests.this::tags))
				.containsExactly(Map.of("of", dataIntegration), Map.of("of", association), Map.of("of", application));
		}

		@ParameterizedTest
		@ValueSource(strings = { "aws:owner", "AWS:owner", "Aws:", "aws:" })
		void refusesKeysThatAreForAwsAlone(String key) {
			assertThatExceptionOfType(InvalidRequestException.class).isThrownBy(() -> tag(Map.of(key, "x")));
			assertThatExceptionOfType(InvalidRequestException.class).isThrownBy(() -> sdk
				.createApplication(Samples.application().andThen((request) -> request.tags(Map.of(key, "x")))));
			assertThat(tags(arn)).isEqualTo(Map.of("team", "support"));
		}

		@Test
		void takesKeysThatOnlyContainAws() {
			tag(Map.of("my-aws:key", "aws:value", "aws", "x"));
			assertThat(tags(arn)).containsKeys("my-aws:key", "aws");
		}

		@Test
		void takesTwoHundredTagsInAllAndNoMore() {
			Map<String, String> most = new TreeMap<>();
			IntStream.range(0, 199).forEach((i) -> most.put("tag" + i, ""));
			tag(most);
			assertThat(tags(arn)).hasSize(200);
			tag(Map.of("team", "overwritten"));
			assertThatExceptionOfType(InvalidRequestException.class).isThrownBy(() -> tag(Map.of("one-more", "")));
			assertThat(tags(arn)).hasSize(200).doesNotContainKey("one-more");
		}

		static Stream<Bound<TagResourceRequest.Builder>> bounds() {
			return new Bounds<TagResourceRequest.Builder>()
				.refuses("resourceArn", TagResourceRequest.Builder::resourceArn, "orders",
						"arn:aws-cn:app-integrations:cn-north-1:111122223333:application/x",
						"arn:aws:app-integrations:eu-west-2:111122223333:application/" + "x".repeat(2048))
				.requires("tags", (request) -> request.tags(null))
				.refuses("tags", "0 elements", (request) -> request.tags(Map.of()))
				.refuses("tags", "201 elements", (request) -> request.tags(Bounds.tags(201)))
				.length("tags", 1, 128, (request, key) -> request.tags(Map.of(key, "value")))
				.length("tags", 0, 256, (request, value) -> request.tags(Map.of("key", value)))
				.stream();
		}

		@ParameterizedTest
		@MethodSource
		void bounds(Bound<TagResourceRequest.Builder> bound) {
			Consumer<TagResourceRequest.Builder> valid = (request) -> request.resourceArn(arn)
				.tags(Map.of("key", "value"));
			bound.hold(() -> sdk.tagResource(valid.andThen(bound.change())));
		}

	}

	@Nested
	class Untag {

		@Test
		void removesTheKeysThatAreNamed() {
			tag(Map.of("a", "1", "b c/d&e", "2", "\u00fc", "3"));
			sdk.untagResource((request) -> request.resourceArn(arn).tagKeys("a", "b c/d&e", "unknown"));
			assertThat(tags(arn)).isEqualTo(Map.of("team", "support", "\u00fc", "3"));
		}

		static Stream<Bound<UntagResourceRequest.Builder>> bounds() {
			return new Bounds<UntagResourceRequest.Builder>()
				.refuses("resourceArn", UntagResourceRequest.Builder::resourceArn, "orders")
				.requires("tagKeys", (request) -> request.tagKeys((java.util.Collection<String>) null))
				.accepts("tagKeys", "200 elements", (request) -> request.tagKeys(Bounds.tags(200).keySet()))
				.refuses("tagKeys", "201 elements", (request) -> request.tagKeys(Bounds.tags(201).keySet()))
				.length("tagKeys", 1, 128, (request, key) -> request.tagKeys(key))
				.stream();
		}

		@ParameterizedTest
		@MethodSource
		void bounds(Bound<UntagResourceRequest.Builder> bound) {
			Consumer<UntagResourceRequest.Builder> valid = (request) -> request.resourceArn(arn).tagKeys("key");
			bound.hold(() -> sdk.untagResource(valid.andThen(bound.change())));
		}

	}

	@Nested
	class ListTags {

		@Test
		void isAnEmptyMapWhenThereAreNone() {
			String untagged = sdk.createDataIntegration(Samples.dataIntegration()).arn();
			assertThat(caller.send("GET", "/tags/" + Caller.encode(untagged), null).text()).isEqualTo("{\"tags\":{}}");
		}

		@Test
		void refusesWhatDoesNotExist() {
			for (String unknown : new String[] { arn + "x", arn.replace("eu-west-2", "us-east-1"),
					"arn:aws:s3:::bucket" }) {
				assertThatExceptionOfType(ResourceNotFoundException.class).isThrownBy(() -> tags(unknown));
			}
		}

		static Stream<Bound<ListTagsForResourceRequest.Builder>> bounds() {
			return new Bounds<ListTagsForResourceRequest.Builder>()
				.refuses("resourceArn", ListTagsForResourceRequest.Builder::resourceArn, "orders", "arn:aws:",
						"ARN:aws:app-integrations:eu-west-2:111122223333:application/x")
				.stream();
		}

		@ParameterizedTest
		@MethodSource
		void bounds(Bound<ListTagsForResourceRequest.Builder> bound) {
			bound.holdForUnknown(() -> sdk.listTagsForResource(bound.change()));
		}

	}

}
