package dev.appintegrations.console.aws;

import dev.appintegrations.console.kernel.Region;
import software.amazon.awssdk.regions.RegionMetadata;

/**
 * What the SDK knows of the regions of AWS's public partition, the only one that has
 * AppIntegrations.
 */
final class AwsRegions {

	private AwsRegions() {
	}

	static boolean known(Region region) {
		return software.amazon.awssdk.regions.Region.regions()
			.stream()
			.filter((candidate) -> candidate.id().equals(region.code()))
			.anyMatch(
					(candidate) -> !candidate.isGlobalRegion() && "aws".equals(candidate.metadata().partition().id()));
	}

	static String name(Region region) {
		RegionMetadata metadata = sdk(region).metadata();
		return (metadata != null) ? metadata.description() : region.code();
	}

	static software.amazon.awssdk.regions.Region sdk(Region region) {
		return software.amazon.awssdk.regions.Region.of(region.code());
	}

}
