package dev.appintegrations.policy.catalog;

import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;

import dev.appintegrations.policy.catalog.ResourceType.Overlap;
import dev.appintegrations.policy.pattern.GlobPattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

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

	@ParameterizedTest
	@MethodSource("seeds")
	void neverRulesOutAPatternThatMatchesAnArnOfTheType(long seed) {
		Random random = new Random(seed);
		List<ResourceType> types = Catalog.get()
			.servicesInFull()
			.stream()
			.sorted()
			.flatMap((service) -> Catalog.get().resourceTypes(service).stream())
			.toList();
		ResourceType type = types.get(random.nextInt(types.size()));
		String arn = type.arn();
		while (arn.contains("${")) {
			arn = arn.replaceFirst("\\$\\{[^}]*}", List.of("a", "b-1", "x.y_z").get(random.nextInt(3)));
		}
		arn = arn.replace("*", "a/b");
		StringBuilder pattern = new StringBuilder(arn);
		for (int i = random.nextInt(4); i > 0; i--) {
			int from = random.nextInt(pattern.length());
			int to = from + random.nextInt(pattern.length() - from + 1);
			boolean again = pattern.substring(from, to).contains("*");
			pattern.replace(from, to, (again || random.nextBoolean()) ? "*" : "?".repeat(to - from));
		}
		assertThat(GlobPattern.of(pattern.toString()).matches(arn)).as("%s matches %s", pattern, arn).isTrue();
		assertThat(type.overlap(GlobPattern.of(pattern.toString()))).as("%s and %s", pattern, type.arn())
			.isEqualTo(Overlap.POSSIBLE);
	}

	static LongStream seeds() {
		return LongStream.range(0, 500);
	}

}
