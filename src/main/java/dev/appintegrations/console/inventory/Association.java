package dev.appintegrations.console.inventory;

import java.util.Map;

import dev.appintegrations.console.kernel.Arn;
import org.jspecify.annotations.Nullable;

/**
 * A link from an integration to a consumer, as its parent's association list tells it.
 * AppIntegrations has no call that deletes one.
 *
 * @param arn its ARN
 * @param clientId the consumer's own idea of itself, a hint only
 * @param destinationUri data integrations: where data goes, such as {@code s3://bucket}
 * @param eventBridgeRule event integrations: the EventBridge rule's name
 * @param executionMode data integrations: {@code ON_DEMAND} or {@code SCHEDULED}
 * @param lastExecution data integrations: status of the last run
 * @param lastExecutionMessage what AWS says about the last run
 * @param metadata the consumer's own key-value pairs
 * @param holding who holds it, or {@code null} while nobody has looked
 */
public record Association(Arn arn, @Nullable String clientId, @Nullable String destinationUri,
		@Nullable String eventBridgeRule, @Nullable String executionMode, @Nullable String lastExecution,
		@Nullable String lastExecutionMessage, Map<String, String> metadata, @Nullable SeenHolding holding) {

	public Association {
		metadata = Map.copyOf(metadata);
	}

	/**
	 * An association whose holder nobody has looked for.
	 */
	public Association(Arn arn, @Nullable String clientId, @Nullable String destinationUri,
			@Nullable String eventBridgeRule, @Nullable String executionMode, @Nullable String lastExecution,
			@Nullable String lastExecutionMessage, Map<String, String> metadata) {
		this(arn, clientId, destinationUri, eventBridgeRule, executionMode, lastExecution, lastExecutionMessage,
				metadata, null);
	}

	Association with(SeenHolding found) {
		return new Association(this.arn, this.clientId, this.destinationUri, this.eventBridgeRule, this.executionMode,
				this.lastExecution, this.lastExecutionMessage, this.metadata, found);
	}

	/**
	 * Whether this association copies data to S3 in bulk. Nobody can delete those (Amazon
	 * Connect's bulk-export guide), so their integration cannot be deleted either.
	 * @return true for a destination in S3
	 */
	public boolean bulkExport() {
		return this.destinationUri != null && this.destinationUri.startsWith("s3://");
	}

}
