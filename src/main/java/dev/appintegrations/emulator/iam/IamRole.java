package dev.appintegrations.emulator.iam;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The service-linked role of an account.
 *
 * @param account twelve digits
 * @param id its unique id
 * @param createdAt when it was created
 * @param description its description, or {@code null}
 * @param maxSessionSeconds how long a session may last
 * @param tags its tags
 * @param lastUsedAt its last use, or {@code null}
 * @param lastUsedRegion where that was, or {@code null}
 */
public record IamRole(String account, String id, Instant createdAt, @Nullable String description, int maxSessionSeconds,
		Map<String, String> tags, @Nullable Instant lastUsedAt, @Nullable String lastUsedRegion) {

	static final String NAME = "AWSServiceRoleForAppIntegrations";

	static final String PRINCIPAL = "app-integrations.amazonaws.com";

	static final String PATH = "/aws-service-role/" + PRINCIPAL + "/";

	static final int HOUR = 3600;

	static final String TRUST = "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{\"Service\":\""
			+ PRINCIPAL + "\"},\"Action\":\"sts:AssumeRole\"}]}";

	String arn() {
		return "arn:aws:iam::" + this.account + ":role" + PATH + NAME;
	}

	/**
	 * The role with another description.
	 * @param description the description
	 * @return the other role
	 */
	public IamRole describedAs(@Nullable String description) {
		return new IamRole(this.account, this.id, this.createdAt, description, this.maxSessionSeconds, this.tags,
				this.lastUsedAt, this.lastUsedRegion);
	}

	/**
	 * The role with other tags.
	 * @param tags all its tags
	 * @return the other role
	 */
	public IamRole tagged(Map<String, String> tags) {
		return new IamRole(this.account, this.id, this.createdAt, this.description, this.maxSessionSeconds, tags,
				this.lastUsedAt, this.lastUsedRegion);
	}

	/**
	 * The role with a last use.
	 * @param at when
	 * @param region where
	 * @return the other role
	 */
	public IamRole used(Instant at, String region) {
		return new IamRole(this.account, this.id, this.createdAt, this.description, this.maxSessionSeconds, this.tags,
				at, region);
	}

}
