package dev.appintegrations.emulator.iam;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import dev.appintegrations.emulator.wire.AwsQuery;
import org.jspecify.annotations.Nullable;

/**
 * IAM's XML.
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

	/**
	 * A role.
	 * @param whole whether it is GetRole's answer; lists leave out tags and last use
	 */
	static String role(IamRole role, boolean whole) {
		return element("Path", IamRole.PATH) + element("RoleName", IamRole.NAME) + element("RoleId", role.id())
				+ element("Arn", role.arn()) + element("CreateDate", role.createdAt())
				+ document("AssumeRolePolicyDocument", IamRole.TRUST) + element("Description", role.description())
				+ element("MaxSessionDuration", role.maxSessionSeconds())
				+ (whole ? tags(role.tags()) + lastUse(role.lastUsedAt(), role.lastUsedRegion()) : "");
	}

	static String tags(Map<String, String> tags) {
		return tags.isEmpty() ? ""
				: list("Tags",
						tags.entrySet()
							.stream()
							.map((tag) -> element("Key", tag.getKey()) + element("Value", tag.getValue()))
							.toList());
	}

	/** Present but empty for a role that was not used in the tracked period. */
	private static String lastUse(@Nullable Instant at, @Nullable String region) {
		return wrap("RoleLastUsed", element("LastUsedDate", at) + element("Region", region));
	}

}
