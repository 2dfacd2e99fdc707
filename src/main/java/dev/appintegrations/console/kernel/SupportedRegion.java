package dev.appintegrations.console.kernel;

import java.util.List;

/**
 * A region that AWS lists for the AppIntegrations service-linked role.
 *
 * @param region its code
 * @param name its name as AWS writes it, such as {@code Europe (London)}
 * @param support whether an AppIntegrations endpoint is published there
 * @param optIn whether an account must enable it first
 */
public record SupportedRegion(Region region, String name, Support support, boolean optIn) {

	/**
	 * The eleven regions of AWS's page on the role, in its order. Ten have a published
	 * endpoint (botocore and SDK 2.40.2 endpoint data); Mumbai is listed but has none.
	 */
	public static final List<SupportedRegion> DOCUMENTED = List.of(available("us-east-1", "US East (N. Virginia)"),
			available("us-west-2", "US West (Oregon)"),
			new SupportedRegion(new Region("ap-south-1"), "Asia Pacific (Mumbai)", Support.NO_PUBLISHED_ENDPOINT,
					false),
			available("ap-northeast-2", "Asia Pacific (Seoul)"),
			available("ap-southeast-1", "Asia Pacific (Singapore)"),
			available("ap-southeast-2", "Asia Pacific (Sydney)"), available("ap-northeast-1", "Asia Pacific (Tokyo)"),
			available("ca-central-1", "Canada (Central)"), available("eu-central-1", "Europe (Frankfurt)"),
			available("eu-west-2", "Europe (London)"),
			new SupportedRegion(new Region("af-south-1"), "Africa (Cape Town)", Support.AVAILABLE, true));

	private static SupportedRegion available(String code, String name) {
		return new SupportedRegion(new Region(code), name, Support.AVAILABLE, false);
	}

	/**
	 * Whether AppIntegrations can be reached in a region.
	 */
	public enum Support {

		/** An endpoint is published. */
		AVAILABLE,

		/** AWS lists the region for the role but publishes no endpoint there. */
		NO_PUBLISHED_ENDPOINT

	}

}
