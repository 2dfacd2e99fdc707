package dev.appintegrations.console.inventory;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import dev.appintegrations.console.kernel.Arn;
import dev.appintegrations.console.kernel.Region;
import org.jspecify.annotations.Nullable;

/**
 * One integration or application with every field that AWS tells, read afresh.
 *
 * @param region where it is
 * @param kind what it is
 * @param arn its ARN
 * @param id its id; event integrations have none
 * @param name its name
 * @param description its description, or {@code null}
 * @param fields what is particular to its kind, in the order to show: AWS's member name
 * ({@code KmsKey}, {@code SourceURI}, {@code ScheduleConfiguration}, …) to value, nested
 * structures as maps and lists
 * @param tags its tags
 * @param createdAt applications only
 * @param lastModifiedAt applications only
 * @param associations its associations, or {@code null} if they could not be read
 * @param failures what could not be read
 * @param readAt when it was read
 */
public record IntegrationDetails(Region region, Kind kind, Arn arn, @Nullable String id, String name,
		@Nullable String description, Map<String, Object> fields, Map<String, String> tags, @Nullable Instant createdAt,
		@Nullable Instant lastModifiedAt, @Nullable List<Association> associations,
		List<RegionScan.ScanFailure> failures, Instant readAt) {

	IntegrationDetails with(@Nullable List<Association> associations, List<RegionScan.ScanFailure> failures) {
		return new IntegrationDetails(this.region, this.kind, this.arn, this.id, this.name, this.description,
				this.fields, this.tags, this.createdAt, this.lastModifiedAt, associations, failures, this.readAt);
	}

}
