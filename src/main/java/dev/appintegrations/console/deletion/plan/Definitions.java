package dev.appintegrations.console.deletion.plan;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import dev.appintegrations.console.deletion.plan.DeletionPlan.Definition;
import dev.appintegrations.console.inventory.IntegrationDetails;
import dev.appintegrations.console.inventory.Kind;
import dev.appintegrations.console.role.RoleNames;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes down how things are defined, as input of the call that creates them.
 */
final class Definitions {

	private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

	private static final JsonMapper ONE_LINE = JsonMapper.builder().build();

	/** Members of Get answers that the Create calls do not take (service model). */
	private static final Set<String> READ_ONLY = Set.of("LastModifiedRegion", "IsService");

	private Definitions() {
	}

	static Definition of(IntegrationDetails item) {
		Map<String, Object> input = new LinkedHashMap<>();
		input.put("Name", item.name());
		if (item.description() != null && !item.description().isEmpty()) {
			input.put("Description", item.description());
		}
		item.fields().forEach((name, value) -> {
			if (!READ_ONLY.contains(name)) {
				input.put("ScheduleConfiguration".equals(name) ? "ScheduleConfig" : name, value);
			}
		});
		if (!item.tags().isEmpty()) {
			input.put("Tags", item.tags());
		}
		return new Definition(item.arn().toString(), JSON.writeValueAsString(input),
				"aws appintegrations " + command(item.kind()) + " --region " + item.region() + " --cli-input-json "
						+ quoted(ONE_LINE.writeValueAsString(input)));
	}

	static Definition ofRole(String arn, String description) {
		Map<String, Object> input = new LinkedHashMap<>();
		input.put("AWSServiceName", RoleNames.PRINCIPAL);
		if (!description.isEmpty()) {
			input.put("Description", description);
		}
		return new Definition(arn, JSON.writeValueAsString(input),
				"aws iam create-service-linked-role --cli-input-json " + quoted(ONE_LINE.writeValueAsString(input)));
	}

	private static String command(Kind kind) {
		return switch (kind) {
			case DATA_INTEGRATION -> "create-data-integration";
			case EVENT_INTEGRATION -> "create-event-integration";
			case APPLICATION -> "create-application";
		};
	}

	/** As a POSIX shell reads it. */
	private static String quoted(String text) {
		return "'" + text.replace("'", "'\\''") + "'";
	}

}
