package dev.appintegrations.emulator.iam;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import dev.appintegrations.emulator.wire.AwsQuery;
import org.jspecify.annotations.Nullable;

/**
 * IAM's XML. What a role's elements are in each answer is as AWS was recorded to answer
 * for roles of customers (LocalStack's snapshots, February 2026).
 */
final class IamXml {

	private IamXml() {
	}

	static String element(String name, @Nullable Object value) {
		return (value != null) ? "<" + name + ">" + AwsQuery.escape(value.toString()) + "</" + name + ">" : "";
	}

	static String wrap(String name, String xml) {
		return "<" + name + ">" + xml + "</" + name + ">";
	}

	static String list(String name, List<String> members) {
		return wrap(name, String.join("", members.stream().map((xml) -> wrap("member", xml)).toList()));
	}

	/** Documents are percent-encoded as RFC 3986 has it. */
	static String document(String name, String json) {
		return element(name,
				URLEncoder.encode(json, StandardCharsets.UTF_8)
					.replace("+", "%20")
					.replace("*", "%2A")
					.replace("%7E", "~"));
	}

	/** A role as its creation answers: without description and session. */
	static String created(IamRole role) {
		return element("Path", IamRole.PATH) + element("RoleName", IamRole.NAME) + element("RoleId", role.id())
				+ element("Arn", role.arn()) + element("CreateDate", role.createdAt())
				+ document("AssumeRolePolicyDocument", IamRole.TRUST);
	}

	/** A role as a change of its description answers: without session. */
	static String described(IamRole role) {
		return created(role) + element("Description", role.description());
	}

	/** A role as lists have it: without tags and last use. */
	static String listed(IamRole role) {
		return described(role) + element("MaxSessionDuration", role.maxSessionSeconds());
	}

	/** A role as GetRole answers. */
	static String whole(IamRole role) {
		return listed(role) + (role.tags().isEmpty() ? "" : list("Tags", tags(role.tags())))
				+ lastUse(role.lastUsedAt(), role.lastUsedRegion());
	}

	/** A role of which STS alone knows; every role was created when IAM began. */
	static String assumed(String arn, String sessionId) {
		String path = arn.substring(arn.indexOf(":role/") + ":role".length(), arn.lastIndexOf('/') + 1);
		return element("Path", path) + element("RoleName", arn.substring(arn.lastIndexOf('/') + 1))
				+ element("RoleId", sessionId.substring(0, sessionId.indexOf(':'))) + element("Arn", arn)
				+ element("CreateDate", "2011-05-03T00:00:00Z") + wrap("RoleLastUsed", "");
	}

	static List<String> tags(Map<String, String> tags) {
		return tags.entrySet()
			.stream()
			.map((tag) -> element("Key", tag.getKey()) + element("Value", tag.getValue()))
			.toList();
	}

	/** Present but empty for a role that was not used in the tracked period. */
	private static String lastUse(@Nullable Instant at, @Nullable String region) {
		return wrap("RoleLastUsed", element("LastUsedDate", at) + element("Region", region));
	}

}
