package dev.appintegrations.console.deletion.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import dev.appintegrations.console.deletion.plan.DeletionPlan.Definition;
import dev.appintegrations.console.inventory.Holder;
import dev.appintegrations.console.inventory.IntegrationDetails;
import dev.appintegrations.console.inventory.Kind;
import dev.appintegrations.console.kernel.Region;
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
		return definition(item.arn().toString(), "appintegrations " + command(item.kind()), item.region(), input);
	}

	static Definition of(Region region, Holder.ConnectAssociation association, String integrationArn) {
		Map<String, Object> input = new LinkedHashMap<>();
		input.put("InstanceId", association.instanceId());
		input.put("IntegrationType", association.integrationType());
		input.put("IntegrationArn", integrationArn);
		input.putAll(new TreeMap<>(association.settings()));
		return definition(association.associationArn(), "connect create-integration-association", region, input);
	}

	/** Its association has another id when it was created again. */
	static Definition of(Region region, Holder.ConnectAssociation association, Holder.UseCase useCase) {
		return definition(useCase.arn(), "connect create-use-case", region,
				inOrder("InstanceId", association.instanceId(), "IntegrationAssociationId", association.associationId(),
						"UseCaseType", useCase.type()));
	}

	/** UpdateSecurityProfile replaces the whole list, so its other entries belong in. */
	static Definition of(Region region, Holder.ConnectAssociation association, Holder.SecurityProfileGrant grant) {
		Definition alone = definition(grant.arn() + " " + grant.namespace(), "connect update-security-profile", region,
				inOrder("InstanceId", association.instanceId(), "SecurityProfileId", grant.id(), "Applications", List
					.of(inOrder("Namespace", grant.namespace(), "ApplicationPermissions", grant.permissions()))));
		return new Definition(alone.arn(), alone.json(),
				"# This replaces the whole list: first add to Applications what list-security-profile-applications shows.\n"
						+ alone.cli());
	}

	static Definition of(Region region, Holder.ProfilesIntegration profiles) {
		Map<String, Object> input = inOrder("DomainName", profiles.domain(), "Uri", profiles.uri().toString());
		input.putAll(new TreeMap<>(profiles.settings()));
		return definition(profiles.key(), "customer-profiles put-integration", region, input);
	}

	/** Only its settings: its content can't be read back. */
	static Definition of(Region region, Holder.KnowledgeBase base) {
		return definition(base.arn(), "qconnect create-knowledge-base", region, new TreeMap<>(base.settings()));
	}

	static Definition of(Region region, Holder.KnowledgeBase base, Holder.AssistantAssociation assistant) {
		return definition(assistant.associationArn(), "qconnect create-assistant-association", region,
				inOrder("assistantId", assistant.assistantId(), "associationType", "KNOWLEDGE_BASE", "association",
						Map.of("knowledgeBaseId", base.id())));
	}

	private static Map<String, Object> inOrder(Object... namesAndValues) {
		Map<String, Object> members = new LinkedHashMap<>();
		for (int i = 0; i < namesAndValues.length; i += 2) {
			members.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
		}
		return members;
	}

	private static Definition definition(String key, String command, Region region, Map<String, Object> input) {
		return new Definition(key, JSON.writeValueAsString(input), "aws " + command + " --region " + region
				+ " --cli-input-json " + quoted(ONE_LINE.writeValueAsString(input)));
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
