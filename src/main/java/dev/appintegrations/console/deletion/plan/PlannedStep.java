package dev.appintegrations.console.deletion.plan;

import java.util.List;
import java.util.Map;

import dev.appintegrations.console.kernel.Region;
import org.jspecify.annotations.Nullable;

/**
 * One step of a plan.
 *
 * @param number counts from 1, in an order in which the steps can be done
 * @param kind what it does
 * @param region where, or {@code null} for the role
 * @param key what it is done to: an ARN, or what else identifies it
 * @param subject what it is done to, for people
 * @param parameters what its AWS calls need, by the names in {@link Parameter}
 * @param children keys of what may still hang on it when it is its turn: things that
 * other steps of the plan remove
 * @param after numbers of the steps that come before it
 * @param reason why it is in the plan, a sentence
 * @param waitsFor what it waits for before and after its call, a sentence, or
 * {@code null}
 * @param expected what a fresh read must show just before, as {@link Expected} tells
 */
public record PlannedStep(int number, StepKind kind, @Nullable Region region, String key, String subject,
		Map<String, String> parameters, List<String> children, List<Integer> after, String reason,
		@Nullable String waitsFor, String expected) {

	public PlannedStep {
		parameters = Map.copyOf(parameters);
		children = List.copyOf(children);
		after = List.copyOf(after);
	}

	/**
	 * A parameter that the step must have.
	 * @param name one of {@link Parameter}'s
	 * @return its value
	 * @throws IllegalStateException if it has none
	 */
	public String parameter(String name) {
		String value = this.parameters.get(name);
		if (value == null) {
			throw new IllegalStateException("Step " + this.number + " has no " + name);
		}
		return value;
	}

	/**
	 * What no two running deletions may touch: of a grant, the whole security profile,
	 * since its grants are written all at once.
	 */
	String claim() {
		return (this.kind == StepKind.REVOKE_GRANT) ? this.key.substring(0, this.key.indexOf(' ')) : this.key;
	}

	/**
	 * Names of parameters.
	 */
	public static final class Parameter {

		/** ARN of the integration or application that the step serves. */
		public static final String ITEM = "item";

		/** Name of that item. */
		public static final String NAME = "name";

		/** Id of a Connect instance. */
		public static final String INSTANCE = "instanceId";

		/** Id of a Connect integration association or an assistant association. */
		public static final String ASSOCIATION = "associationId";

		/** Type of a Connect integration association. */
		public static final String TYPE = "integrationType";

		/** ARN that a Connect integration association points to. */
		public static final String INTEGRATION_ARN = "integrationArn";

		/** Id of a use case. */
		public static final String USE_CASE = "useCaseId";

		/** Id of a security profile. */
		public static final String SECURITY_PROFILE = "securityProfileId";

		/** Namespace of an application. */
		public static final String NAMESPACE = "namespace";

		/** Name of a Customer Profiles domain. */
		public static final String DOMAIN = "domain";

		/** Id of a knowledge base. */
		public static final String KNOWLEDGE_BASE = "knowledgeBaseId";

		/** Id of an assistant. */
		public static final String ASSISTANT = "assistantId";

		/** How many of the children must be gone: {@code all} or {@code one}. */
		public static final String GONE = "gone";

		/** The role's unique id. */
		public static final String ROLE_ID = "roleId";

		private Parameter() {
		}

	}

}
