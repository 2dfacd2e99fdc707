package dev.appintegrations.policy.catalog;

import java.util.List;

import dev.appintegrations.policy.catalog.ResourceType.Overlap;
import dev.appintegrations.policy.pattern.GlobPattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whether a resource pattern can match ARNs of a documented resource type.
 */
class ResourceTypeTests {

	private static ResourceType type(String arn, boolean namesWithoutColon) {
		return new ResourceType("example", "type", arn, List.of(), namesWithoutColon);
	}

	@ParameterizedTest
	@CsvSource({ "*, POSSIBLE", "arn:aws:appflow:*:*:connectorprofile/*, POSSIBLE",
			"arn:aws:appflow:*:*:connector-profile/*, NONE", "arn:aws:appflow:us-east-1:1:connectorprofile/x, POSSIBLE",
			"arn:aws:appflow:us-east-1:1:connectorprofile/, NONE", "arn:aws:appflow:*profile/x, POSSIBLE",
			"arn:aws:appflow:*, POSSIBLE", "arn:aws:appflow:*:*:connector*, POSSIBLE",
			"arn:aws:appflow:*:*:connector?rofile/*, POSSIBLE", "arn:aws:appflow:*:*:flow/*, NONE",
			"arn:aws:s3:::bucket/*, NONE", "ARN:aws:appflow:*:*:connectorprofile/*, NONE",
			"arn:aws-cn:appflow:*:*:connectorprofile/*, POSSIBLE", "arn:aws:appflow:::connectorprofile/x, POSSIBLE",
			"arn:aws:appflow:*:*:connectorprofile/a/b, POSSIBLE", "arn:aws:appflow:*:*:connectorprofile/a:b, NONE" })
	void comparesPatternsWithATypeWhoseNamesHaveNoColon(String pattern, Overlap overlap) {
		ResourceType profile = type("arn:${Partition}:appflow:${Region}:${Account}:connectorprofile/${ProfileName}",
				true);
		assertThat(profile.overlap(GlobPattern.withVariables(pattern))).isEqualTo(overlap);
	}

	@ParameterizedTest
	@CsvSource({ "arn:aws:connect:*:*:instnce/*, ONLY_WITH_COLON", "arn:aws:connect:us-east-1:1:instnce/*, NONE",
			"arn:aws:connect:*:*:instance/*, POSSIBLE", "arn:aws:connect:*:*:instance/a:b, POSSIBLE" })
	void saysWhereOnlyANameWithAColonWouldMatch(String pattern, Overlap overlap) {
		ResourceType instance = type("arn:${Partition}:connect:${Region}:${Account}:instance/${InstanceId}", false);
		assertThat(instance.overlap(GlobPattern.withVariables(pattern))).isEqualTo(overlap);
	}

	@Test
	void takesAPolicyVariableForAnyText() {
		ResourceType object = type("arn:${Partition}:s3:::${BucketName}/${ObjectName}", false);
		assertThat(object.overlap(GlobPattern.withVariables("arn:aws:s3:::home/${aws:username}/*")))
			.isEqualTo(Overlap.POSSIBLE);
		assertThat(object.overlap(GlobPattern.of("arn:aws:s3:::home"))).isEqualTo(Overlap.NONE);
	}

	@Test
	void takesADocumentedWildcardForAnyText() {
		ResourceType queue = type("arn:${Partition}:connect:${Region}:${Account}:instance/${InstanceId}/queue/*",
				false);
		assertThat(queue.overlap(GlobPattern.of("arn:aws:connect:us-east-1:1:instance/i/queue/q")))
			.isEqualTo(Overlap.POSSIBLE);
		assertThat(queue.overlap(GlobPattern.of("arn:aws:connect:us-east-1:1:instance/i/agent/q")))
			.isEqualTo(Overlap.NONE);
	}

}
