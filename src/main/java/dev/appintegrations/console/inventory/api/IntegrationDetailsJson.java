package dev.appintegrations.console.inventory.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.appintegrations.console.inventory.Association;
import dev.appintegrations.console.inventory.Holdings;
import dev.appintegrations.console.inventory.IntegrationDetails;
import dev.appintegrations.console.inventory.Kind;
import dev.appintegrations.console.inventory.RegionScan;
import dev.appintegrations.console.kernel.AccountAlias;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An item read afresh, as programs see it.
 */
@Schema(name = "IntegrationDetails", description = "An integration or application, read from AWS just now.")
record IntegrationDetailsJson(Kind kind, @Schema(example = "eu-west-2") String region,
		@Schema(example = "orders/created.v2") String name, String arn,
		@Schema(description = "Event integrations have none.") @Nullable String id, @Nullable String description,
		@Schema(description = "What is particular to its kind, under AWS's member names.",
				example = "{\"KmsKey\": \"alias/orders\"}") Map<String, Object> fields,
		Map<String, String> tags, @Schema(description = "Applications only.") @Nullable Instant createdAt,
		@Schema(description = "Applications only.") @Nullable Instant lastModifiedAt,
		@Schema(description = "Null if they could not be read; then failures say why.") @Nullable List<AssociationJson> associations,
		List<RegionScan.ScanFailure> failures, Instant readAt, String href, String page) {

	static IntegrationDetailsJson of(AccountAlias account, IntegrationDetails item, Holdings holdings) {
		return new IntegrationDetailsJson(item.kind(), item.region().code(), item.name(), item.arn().toString(),
				item.id(), item.description(), item.fields(), item.tags(), item.createdAt(), item.lastModifiedAt(),
				associations(item, holdings), failures(item, holdings), item.readAt(),
				InventoryPaths.integration(account, item.region(), item.arn()),
				InventoryPaths.integrationPage(account, item.region(), item.arn()));
	}

	private static @Nullable List<AssociationJson> associations(IntegrationDetails item, Holdings holdings) {
		List<Association> associations = item.associations();
		return (associations != null) ? associations.stream()
			.map((each) -> AssociationJson.of(item.kind(), each, HolderJson.of(holdings.of(each.arn()))))
			.toList() : null;
	}

	private static List<RegionScan.ScanFailure> failures(IntegrationDetails item, Holdings holdings) {
		return Stream.concat(item.failures().stream(), holdings.failures().stream()).toList();
	}

}
