package dev.appintegrations.emulator.appintegrations;

import dev.appintegrations.emulator.appintegrations.AppIntegrationsService.Call;
import dev.appintegrations.emulator.wire.AwsError;
import org.jspecify.annotations.Nullable;

/**
 * The resource policy that lets callers associate bulk exports only; for everything else
 * it lets in approved services alone (seen by alchemy-run/alchemy's live tests for
 * CreateDataIntegrationAssociation; that it holds for the update too is inferred).
 */
final class AssociationPolicy {

	/** Source of exports of Amazon Connect's own data (bulk-export guide). */
	private static final String BULK_EXPORT = "AmazonConnect://AppIntegrations";

	private AssociationPolicy() {
	}

	static void check(Call call, Resource resource, @Nullable Object destination) {
		if (!BULK_EXPORT.equals(resource.members().get("SourceURI"))
				|| !String.valueOf(destination).startsWith("s3://")) {
			throw new AwsError(403, "AccessDeniedException",
					"User: %s is not authorized to perform: app-integrations:%s on resource: %s with an explicit deny in a resource-based policy"
						.formatted(call.callerArn(), call.operation(), resource.arn()));
		}
	}

}
