package dev.appintegrations.console.inventory.api;

import java.util.Map;

import dev.appintegrations.console.inventory.Association;
import dev.appintegrations.console.inventory.Kind;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An association, as programs see it.
 */
@Schema(name = "Association", description = "A link from an integration to a consumer, as AppIntegrations lists it.")
record AssociationJson(AssociationKind kind, String arn,
		@Schema(description = "The consumer's own idea of itself: a hint, not proof.") @Nullable String clientId,
		@Nullable String destinationUri, @Nullable String eventBridgeRule, @Nullable String executionMode,
		@Nullable String lastExecution, @Nullable String lastExecutionMessage, Map<String, String> metadata,
		@Schema(description = "Whether it copies data to S3 in bulk; nobody can delete such an association.") boolean bulkExport,
		@Schema(description = "Who holds it; null while nobody has looked.") @Nullable HolderJson holder) {

	static AssociationJson of(Kind parent, Association association, @Nullable HolderJson holder) {
		return new AssociationJson(AssociationKind.of(parent), association.arn().toString(), association.clientId(),
				association.destinationUri(), association.eventBridgeRule(), association.executionMode(),
				association.lastExecution(), association.lastExecutionMessage(), association.metadata(),
				association.bulkExport(), holder);
	}

	/**
	 * The kinds of association.
	 */
	enum AssociationKind {

		/** Of a data integration. */
		DATA_INTEGRATION_ASSOCIATION,

		/** Of an event integration. */
		EVENT_INTEGRATION_ASSOCIATION,

		/** Of an application. */
		APPLICATION_ASSOCIATION;

		static AssociationKind of(Kind parent) {
			return switch (parent) {
				case DATA_INTEGRATION -> DATA_INTEGRATION_ASSOCIATION;
				case EVENT_INTEGRATION -> EVENT_INTEGRATION_ASSOCIATION;
				case APPLICATION -> APPLICATION_ASSOCIATION;
			};
		}

	}

}
