package dev.appintegrations.console.inventory.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import dev.appintegrations.console.inventory.Association;
import dev.appintegrations.console.inventory.Integration;
import dev.appintegrations.console.inventory.ItemKey;
import dev.appintegrations.console.inventory.Kind;
import dev.appintegrations.console.kernel.AccountAlias;
import dev.appintegrations.console.kernel.Arn;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An item of a scan, as programs see it.
 */
@Schema(name = "Integration",
		description = "An integration or application as a scan saw it; what AWS's lists do not tell is null.")
record IntegrationJson(Kind kind, @Schema(example = "eu-west-2") String region,
		@Schema(example = "orders/created.v2") String name, String arn,
		@Schema(description = "Event integrations have none.") @Nullable String id,
		@Schema(description = "Data integration: source URI; event integration: event source; application: namespace.") @Nullable String source,
		@Schema(description = "Event integrations only.") @Nullable String eventBridgeBus,
		@Schema(description = "Applications only.", example = "STANDARD") @Nullable String applicationType,
		@Schema(description = "Event integrations only.") @Nullable String description,
		@Schema(description = "Event integrations only.") @Nullable Map<String, String> tags,
		@Schema(description = "Applications only.") @Nullable Instant createdAt,
		@Schema(description = "Applications only.") @Nullable Instant lastModifiedAt,
		@Schema(description = "Null if they could not be read.") @Nullable List<AssociationJson> associations,
		@Schema(description = "Read afresh from AWS, with every field.") String href, String page) {

	static IntegrationJson of(AccountAlias account, Integration item) {
		return new IntegrationJson(item.kind(), item.region().code(), item.name(), item.arn().toString(),
				id(item.kind(), item.arn()), item.source(), item.eventBridgeBus(), item.applicationType(),
				item.description(), item.tags(), item.createdAt(), item.lastModifiedAt(),
				associations(item.kind(), item.associations()),
				InventoryPaths.integration(account, item.region(), item.arn()),
				InventoryPaths.integrationPage(account, item.region(), item.arn()));
	}

	private static @Nullable String id(Kind kind, Arn arn) {
		return switch (kind) {
			case DATA_INTEGRATION, APPLICATION -> ItemKey.of(arn).id();
			case EVENT_INTEGRATION -> null;
		};
	}

	private static @Nullable List<AssociationJson> associations(Kind kind, @Nullable List<Association> associations) {
		return (associations != null) ? associations.stream()
			.map((association) -> AssociationJson.of(kind, association, HolderJson.of(association.holding())))
			.toList() : null;
	}

}
