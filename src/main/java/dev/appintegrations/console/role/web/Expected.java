package dev.appintegrations.console.role.web;

import java.util.List;

/**
 * Something that people expect of the role and that it may not do.
 *
 * @param what what it may not do
 * @param who who does it instead
 */
record Expected(String what, String who) {

	/**
	 * Drawn from the documented policy, and from what Amazon Connect's and
	 * AppIntegrations' documentation asks of callers.
	 */
	static final List<Expected> ALL = List.of(
			new Expected("Create flows or connections in Amazon AppFlow",
					"Whoever creates the data integration, with their own permissions."),
			new Expected("List all flows, or remove tags from one",
					"Whoever administers Amazon AppFlow. A flow that lost its tag can't be managed by the role any more."),
			new Expected("Use KMS keys",
					"AppIntegrations, through a grant that the creation of a data integration makes."),
			new Expected("Read S3 buckets",
					"The service itself: the bucket's policy must allow app-integrations.amazonaws.com."),
			new Expected("Make or remove EventBridge rules",
					"Whoever associates an event integration in Amazon Connect or Customer Profiles."),
			new Expected("Read secrets", "Amazon AppFlow and Amazon Connect, each with permissions of its own."));

}
