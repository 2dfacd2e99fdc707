package dev.appintegrations.console.inventory;

import java.util.Map;

import dev.appintegrations.console.kernel.Arn;
import org.jspecify.annotations.Nullable;

/**
 * An association as the database keeps it, as JSON.
 */
record StoredAssociation(String arn, @Nullable String clientId, @Nullable String destinationUri,
		@Nullable String eventBridgeRule, @Nullable String executionMode, @Nullable String lastExecution,
		@Nullable String lastExecutionMessage, Map<String, String> metadata, @Nullable SeenHolding holding) {

	static StoredAssociation of(Association association) {
		return new StoredAssociation(association.arn().toString(), association.clientId(), association.destinationUri(),
				association.eventBridgeRule(), association.executionMode(), association.lastExecution(),
				association.lastExecutionMessage(), association.metadata(), association.holding());
	}

	Association toAssociation() {
		return new Association(Arn.parse(this.arn), this.clientId, this.destinationUri, this.eventBridgeRule,
				this.executionMode, this.lastExecution, this.lastExecutionMessage, this.metadata, this.holding);
	}

}
