package dev.appintegrations.console.inventory;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import dev.appintegrations.console.kernel.Arn;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * An association as the database keeps it, as JSON.
 */
record StoredAssociation(String arn, @Nullable String clientId, @Nullable String destinationUri,
		@Nullable String eventBridgeRule, @Nullable String executionMode, @Nullable String lastExecution,
		@Nullable String lastExecutionMessage, Map<String, String> metadata, @Nullable SeenHolding holding) {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	static StoredAssociation of(Association association) {
		return new StoredAssociation(association.arn().toString(), association.clientId(), association.destinationUri(),
				association.eventBridgeRule(), association.executionMode(), association.lastExecution(),
				association.lastExecutionMessage(), association.metadata(), association.holding());
	}

	Association toAssociation() {
		return new Association(Arn.parse(this.arn), this.clientId, this.destinationUri, this.eventBridgeRule,
				this.executionMode, this.lastExecution, this.lastExecutionMessage, this.metadata, this.holding);
	}

	/**
	 * Associations as the database keeps them.
	 * @param json a list of them, or {@code null} for none
	 */
	static List<StoredAssociation> list(@Nullable String json) {
		return (json == null || "[]".equals(json)) ? List.of()
				: JSON.readValue(json, new TypeReference<List<StoredAssociation>>() {
				});
	}

	/**
	 * How much is known of who holds them, for filters: no name of a state is part of
	 * another's.
	 * @return each state once, or {@code null} if nobody has looked
	 */
	static @Nullable String states(List<StoredAssociation> associations) {
		String states = associations.stream()
			.map(StoredAssociation::holding)
			.filter(Objects::nonNull)
			.map((holding) -> holding.state().name())
			.distinct()
			.sorted()
			.collect(Collectors.joining(" "));
		return states.isEmpty() ? null : states;
	}

}
