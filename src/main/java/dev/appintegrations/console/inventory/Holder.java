package dev.appintegrations.console.inventory;

import java.util.List;
import java.util.Map;

import dev.appintegrations.console.kernel.Arn;
import org.jspecify.annotations.Nullable;

/**
 * What another service keeps that makes an association exist, found by ARN from that
 * service's side. AppIntegrations has no call that deletes an association; its holder has
 * one.
 */
public sealed interface Holder {

	/**
	 * What identifies it, the same in every reading.
	 * @return such as the ARN of a knowledge base
	 */
	String key();

	/**
	 * An integration association of an Amazon Connect instance.
	 *
	 * @param instanceArn ARN of the instance
	 * @param instanceId its id
	 * @param instanceAlias its alias, or {@code null} if it has none
	 * @param associationId id of the integration association
	 * @param associationArn its ARN
	 * @param integrationType such as {@code EVENT}, {@code APPLICATION} or
	 * {@code WISDOM_KNOWLEDGE_BASE}
	 * @param useCases what must be deleted before it
	 * @param grants the security profiles that grant the application; empty for other
	 * types
	 * @param settings what else the call that creates it takes, as lists tell it, by
	 * AWS's names
	 */
	record ConnectAssociation(String instanceArn, String instanceId, @Nullable String instanceAlias,
			String associationId, String associationArn, String integrationType, List<UseCase> useCases,
			List<SecurityProfileGrant> grants, Map<String, Object> settings) implements Holder {

		public ConnectAssociation {
			settings = Map.copyOf(settings);
			useCases = List.copyOf(useCases);
			grants = List.copyOf(grants);
		}

		@Override
		public String key() {
			return this.associationArn;
		}

	}

	/**
	 * A use case under a Connect association.
	 *
	 * @param id its id
	 * @param arn its ARN
	 * @param type {@code RULES_EVALUATION} or {@code CONNECT_CAMPAIGNS}
	 */
	record UseCase(String id, String arn, String type) {

	}

	/**
	 * A security profile that grants an application.
	 *
	 * @param id the security profile's id
	 * @param arn its ARN
	 * @param name its name
	 * @param namespace the application's namespace
	 * @param permissions what is granted
	 */
	record SecurityProfileGrant(String id, String arn, String name, String namespace, List<String> permissions) {

		public SecurityProfileGrant {
			permissions = List.copyOf(permissions);
		}

	}

	/**
	 * An integration of a Customer Profiles domain.
	 *
	 * @param domain name of the domain
	 * @param uri the event integration's ARN
	 * @param settings what else the call that creates it takes, as lists tell it, by
	 * AWS's names
	 */
	record ProfilesIntegration(String domain, Arn uri, Map<String, Object> settings) implements Holder {

		public ProfilesIntegration {
			settings = Map.copyOf(settings);
		}

		@Override
		public String key() {
			return this.domain + " " + this.uri;
		}

	}

	/**
	 * A knowledge base of Amazon Q in Connect.
	 *
	 * @param id its id
	 * @param arn its ARN
	 * @param name its name
	 * @param status such as {@code ACTIVE} or {@code DELETE_IN_PROGRESS}
	 * @param assistants the assistants that use it
	 * @param connectAssociations the Connect instances that use it, type
	 * {@code WISDOM_KNOWLEDGE_BASE}
	 * @param settings what else the call that creates it takes, as lists tell it, by
	 * AWS's names
	 */
	record KnowledgeBase(String id, String arn, String name, String status, List<AssistantAssociation> assistants,
			List<ConnectAssociation> connectAssociations, Map<String, Object> settings) implements Holder {

		public KnowledgeBase {
			settings = Map.copyOf(settings);
			assistants = List.copyOf(assistants);
			connectAssociations = List.copyOf(connectAssociations);
		}

		@Override
		public String key() {
			return this.arn;
		}

	}

	/**
	 * An assistant's use of a knowledge base.
	 *
	 * @param assistantId id of the assistant
	 * @param assistantName its name
	 * @param associationId id of the assistant association
	 * @param associationArn its ARN
	 */
	record AssistantAssociation(String assistantId, String assistantName, String associationId, String associationArn) {

	}

}
