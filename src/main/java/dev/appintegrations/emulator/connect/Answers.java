package dev.appintegrations.emulator.connect;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Resources as answers name their members.
 */
final class Answers {

	private Answers() {
	}

	static Map<String, Object> instance(Entity instance, String account) {
		Map<String, Object> answer = new LinkedHashMap<>();
		answer.put("Id", instance.id());
		answer.put("Arn", instance.arn());
		copy(instance, answer, "IdentityManagementType", "InstanceAlias", "InboundCallsEnabled",
				"OutboundCallsEnabled");
		answer.put("CreatedTime", epochSeconds(instance.createdAt()));
		answer.put("ServiceRole", "arn:aws:iam::" + account
				+ ":role/aws-service-role/connect.amazonaws.com/AWSServiceRoleForAmazonConnect_emulated");
		answer.put("InstanceStatus", "ACTIVE");
		Object alias = instance.members().get("InstanceAlias");
		if (alias != null) {
			answer.put("InstanceAccessUrl", "https://" + alias + ".my.connect.aws");
		}
		return answer;
	}

	static Map<String, Object> association(Entity association, String instanceId, String region) {
		Map<String, Object> answer = new LinkedHashMap<>();
		answer.put("IntegrationAssociationId", association.id());
		answer.put("IntegrationAssociationArn", association.arn());
		answer.put("InstanceId", instanceId);
		copy(association, answer, "IntegrationType", "IntegrationArn", "SourceApplicationUrl", "SourceApplicationName",
				"SourceType");
		modified(association, answer, region);
		return answer;
	}

	static Map<String, Object> useCase(Entity useCase) {
		Map<String, Object> answer = new LinkedHashMap<>();
		answer.put("UseCaseId", useCase.id());
		answer.put("UseCaseArn", useCase.arn());
		copy(useCase, answer, "UseCaseType");
		return answer;
	}

	static Map<String, Object> securityProfile(Entity profile, String region) {
		Map<String, Object> answer = new LinkedHashMap<>();
		answer.put("Id", profile.id());
		answer.put("Arn", profile.arn());
		answer.put("Type", "CUSTOMER_MANAGED");
		modified(profile, answer, region);
		return answer;
	}

	static void modified(Entity entity, Map<String, Object> answer, String region) {
		answer.put("LastModifiedTime", epochSeconds(entity.modifiedAt()));
		answer.put("LastModifiedRegion", region);
	}

	static void copy(Entity from, Map<String, Object> to, String... members) {
		for (String member : members) {
			Object value = from.members().get(member);
			if (value != null) {
				to.put(member, value);
			}
		}
	}

	/** Seconds with milliseconds, as AWS writes them: never as {@code 1.7E9}. */
	private static BigDecimal epochSeconds(Instant instant) {
		return BigDecimal.valueOf(instant.toEpochMilli(), 3);
	}

}
