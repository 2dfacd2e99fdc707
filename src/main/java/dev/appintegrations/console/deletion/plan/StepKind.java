package dev.appintegrations.console.deletion.plan;

import java.util.EnumSet;
import java.util.Set;

/**
 * The kinds of steps, each with the one call of AWS that it makes. A kind is declared
 * after those that it depends on, and says which they are.
 */
public enum StepKind {

	/** Takes an application out of a security profile; the other grants stay. */
	REVOKE_GRANT("Revoke the grant in security profile", "connect", "UpdateSecurityProfile"),

	/** Deletes a use case of a Connect association. */
	DELETE_USE_CASE("Delete use case", "connect", "DeleteUseCase"),

	/** Deletes an integration association of a Connect instance. */
	DELETE_CONNECT_ASSOCIATION("Remove the association from Amazon Connect instance", "connect",
			"DeleteIntegrationAssociation", REVOKE_GRANT, DELETE_USE_CASE),

	/** Deletes an integration of a Customer Profiles domain. */
	DELETE_PROFILES_INTEGRATION("Delete the integration of Customer Profiles domain", "profile", "DeleteIntegration"),

	/** Takes a knowledge base away from an assistant. */
	DELETE_ASSISTANT_ASSOCIATION("Take the knowledge base from assistant", "wisdom", "DeleteAssistantAssociation"),

	/** Deletes a knowledge base with its content; AWS takes minutes. */
	DELETE_KNOWLEDGE_BASE("Delete knowledge base", "wisdom", "DeleteKnowledgeBase", DELETE_CONNECT_ASSOCIATION,
			DELETE_ASSISTANT_ASSOCIATION),

	/** Waits until AppIntegrations no longer lists associations. Changes nothing. */
	AWAIT_DISSOCIATION("Wait until AppIntegrations shows it no longer", "app-integrations", "",
			DELETE_CONNECT_ASSOCIATION, DELETE_PROFILES_INTEGRATION, DELETE_KNOWLEDGE_BASE),

	/** Deletes a data integration. */
	DELETE_DATA_INTEGRATION("Delete data integration", "app-integrations", "DeleteDataIntegration", AWAIT_DISSOCIATION),

	/** Deletes an event integration. */
	DELETE_EVENT_INTEGRATION("Delete event integration", "app-integrations", "DeleteEventIntegration",
			AWAIT_DISSOCIATION),

	/** Deletes an application. */
	DELETE_APPLICATION("Delete application", "app-integrations", "DeleteApplication", AWAIT_DISSOCIATION),

	/** Deletes an application together with associations that nobody holds any more. */
	FORCE_DELETE_APPLICATION("Force the deletion of application", "app-integrations", "DeleteApplication"),

	/** Deletes the service-linked role, and watches IAM's task. */
	DELETE_ROLE("Delete role", "iam", "DeleteServiceLinkedRole", DELETE_DATA_INTEGRATION, DELETE_EVENT_INTEGRATION,
			DELETE_APPLICATION, FORCE_DELETE_APPLICATION, AWAIT_DISSOCIATION);

	private final String words;

	private final String service;

	private final String operation;

	private final Set<StepKind> after;

	StepKind(String words, String service, String operation, StepKind... after) {
		this.words = words;
		this.service = service;
		this.operation = operation;
		this.after = Set.of(after);
	}

	/**
	 * What it does, for people; the name of what it is done to follows.
	 * @return such as {@code Delete use case}
	 */
	public String words() {
		return this.words;
	}

	/**
	 * The service that it calls.
	 * @return its IAM prefix, such as {@code connect}
	 */
	public String service() {
		return this.service;
	}

	/**
	 * The call that changes something.
	 * @return such as {@code DeleteUseCase}, or empty if it only waits
	 */
	public String operation() {
		return this.operation;
	}

	/**
	 * The kinds that come before this one where they serve the same thing.
	 * @return never contains this kind
	 */
	public Set<StepKind> after() {
		return this.after;
	}

	/**
	 * Whether it deletes an integration or application.
	 * @return false for steps at holders, waiting and the role
	 */
	public boolean item() {
		return EnumSet
			.of(DELETE_DATA_INTEGRATION, DELETE_EVENT_INTEGRATION, DELETE_APPLICATION, FORCE_DELETE_APPLICATION)
			.contains(this);
	}

}
