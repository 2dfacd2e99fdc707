package dev.appintegrations.console.role;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The role as IAM shows it.
 *
 * @param arn its ARN
 * @param roleId its unique id, another one after each creation
 * @param path its path
 * @param createdAt when it was created
 * @param description its description, or {@code null}
 * @param maxSessionSeconds how long a session may last
 * @param lastUsed its last use in the trailing 400 days, or {@code null} if there was
 * none
 * @param trustDocument its trust policy, decoded
 * @param tags its tags
 * @param attachedPolicies ARNs of managed policies attached to it, or {@code null} if
 * they could not be listed
 * @param inlinePolicies names of inline policies, or {@code null} if they could not be
 * listed
 * @param policy the managed policy with its document, or {@code null} if it could not be
 * read
 */
public record ServiceLinkedRole(String arn, String roleId, String path, Instant createdAt, @Nullable String description,
		int maxSessionSeconds, @Nullable LastUse lastUsed, String trustDocument, Map<String, String> tags,
		@Nullable List<String> attachedPolicies, @Nullable List<String> inlinePolicies,
		@Nullable ManagedPolicy policy) {

	/**
	 * A last use; IAM takes up to four hours to show one.
	 *
	 * @param at when
	 * @param region where, or {@code null}
	 */
	public record LastUse(Instant at, @Nullable String region) {

	}

	/**
	 * A managed policy at its default version.
	 *
	 * @param arn its ARN
	 * @param versionId its default version, such as {@code v1}
	 * @param createdAt when the policy was created
	 * @param changedAt when the default version was created
	 * @param attachable whether it can be attached to something; {@code false} for
	 * policies of service-linked roles
	 * @param document its document, decoded
	 */
	public record ManagedPolicy(String arn, String versionId, Instant createdAt, Instant changedAt, boolean attachable,
			String document) {

	}

}
