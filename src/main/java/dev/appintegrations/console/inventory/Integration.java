package dev.appintegrations.console.inventory;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import dev.appintegrations.console.kernel.Arn;
import dev.appintegrations.console.kernel.Region;
import org.jspecify.annotations.Nullable;

/**
 * An integration or application as a scan saw it. What AWS's list answer does not tell is
 * {@code null}.
 *
 * @param region where it is
 * @param kind what it is
 * @param arn its ARN
 * @param name its name, which may contain slashes
 * @param source data integration: source URI; event integration: event filter source;
 * application: namespace
 * @param eventBridgeBus event integrations only
 * @param applicationType applications only, such as {@code STANDARD}
 * @param description event integrations only
 * @param tags event integrations only
 * @param createdAt applications only
 * @param lastModifiedAt applications only
 * @param associations {@code null} if they could not be read
 */
public record Integration(Region region, Kind kind, Arn arn, String name, @Nullable String source,
		@Nullable String eventBridgeBus, @Nullable String applicationType, @Nullable String description,
		@Nullable Map<String, String> tags, @Nullable Instant createdAt, @Nullable Instant lastModifiedAt,
		@Nullable List<Association> associations) {

	public Integration {
		tags = (tags != null) ? Map.copyOf(tags) : null;
		associations = (associations != null) ? List.copyOf(associations) : null;
	}

	/**
	 * The same item, its associations read.
	 * @param associations all of them
	 * @return a copy
	 */
	Integration with(List<Association> associations) {
		return new Integration(this.region, this.kind, this.arn, this.name, this.source, this.eventBridgeBus,
				this.applicationType, this.description, this.tags, this.createdAt, this.lastModifiedAt, associations);
	}

	/**
	 * Whether it copies data to S3 in bulk, so that neither it nor its association can be
	 * deleted.
	 * @return true if a bulk export is associated
	 */
	public boolean exported() {
		return this.associations != null && !this.associations.isEmpty()
				&& (this.kind == Kind.DATA_INTEGRATION && Association.exporting(this.source)
						|| this.associations.stream().anyMatch(Association::bulkExport));
	}

}
