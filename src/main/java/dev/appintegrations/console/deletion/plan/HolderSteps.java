package dev.appintegrations.console.deletion.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import dev.appintegrations.console.deletion.plan.DeletionPlan.Definition;
import dev.appintegrations.console.deletion.plan.PlannedStep.Parameter;
import dev.appintegrations.console.deletion.plan.StepList.Draft;
import dev.appintegrations.console.inventory.Holder;
import dev.appintegrations.console.inventory.IntegrationDetails;
import dev.appintegrations.console.kernel.Region;

/**
 * The steps by which a holder lets go of an item.
 */
final class HolderSteps {

	private final StepList steps;

	private final Region region;

	private final String item;

	private final String name;

	private final List<String> within;

	private final Consumer<Definition> definitions;

	/**
	 * @param within keys that the steps serve: the item, its associations
	 * @param definitions takes how what the steps delete is defined
	 */
	HolderSteps(StepList steps, IntegrationDetails item, List<String> within, Consumer<Definition> definitions) {
		this.steps = steps;
		this.region = item.region();
		this.item = item.arn().toString();
		this.name = item.name();
		this.within = List.copyOf(within);
		this.definitions = definitions;
	}

	void add(Holder holder) {
		switch (holder) {
			case Holder.ConnectAssociation connect -> connect(connect, this.item, this.within,
					"Its association in Amazon Connect keeps the one in AppIntegrations.");
			case Holder.ProfilesIntegration profiles -> profiles(profiles);
			case Holder.KnowledgeBase base -> knowledgeBase(base);
		}
	}

	private void connect(Holder.ConnectAssociation connect, String integrationArn, List<String> within, String reason) {
		String instance = instance(connect);
		List<String> children = new ArrayList<>();
		List<String> inside = with(within, connect.associationArn());
		for (Holder.SecurityProfileGrant grant : connect.grants()) {
			String key = grant.arn() + " " + grant.namespace();
			this.definitions.accept(Definitions.of(this.region, connect, grant));
			this.steps.add(
					new Draft(StepKind.REVOKE_GRANT, this.region, key, key, grant.name() + " of " + instance, this.item,
							parameters(Parameter.INSTANCE, connect.instanceId(), Parameter.SECURITY_PROFILE, grant.id(),
									Parameter.NAMESPACE, grant.namespace()),
							List.of(), "Agents with this security profile may use the application.", null,
							Expected.grant(grant.namespace(), grant.permissions())),
					inside);
		}
		for (Holder.UseCase useCase : connect.useCases()) {
			children.add(useCase.arn());
			this.definitions.accept(Definitions.of(this.region, connect, useCase));
			this.steps.add(new Draft(StepKind.DELETE_USE_CASE, this.region, useCase.arn(), useCase.arn(),
					useCase.type() + " of " + instance, this.item,
					parameters(Parameter.INSTANCE, connect.instanceId(), Parameter.ASSOCIATION, connect.associationId(),
							Parameter.USE_CASE, useCase.id()),
					List.of(), "Amazon Connect removes an association only when it has no use case.", null,
					Expected.ids(useCase.id(), useCase.type())), inside);
		}
		this.definitions.accept(Definitions.of(this.region, connect, integrationArn));
		this.steps.add(new Draft(StepKind.DELETE_CONNECT_ASSOCIATION, this.region, connect.associationArn(),
				connect.associationArn(), instance, this.item,
				parameters(Parameter.INSTANCE, connect.instanceId(), Parameter.ASSOCIATION, connect.associationId(),
						Parameter.TYPE, connect.integrationType(), Parameter.INTEGRATION_ARN, integrationArn),
				children, reason, null,
				Expected.ids(connect.associationId(), connect.integrationType(), integrationArn)), within);
	}

	private void profiles(Holder.ProfilesIntegration profiles) {
		this.definitions.accept(Definitions.of(this.region, profiles));
		this.steps.add(new Draft(StepKind.DELETE_PROFILES_INTEGRATION, this.region, profiles.key(), profiles.key(),
				profiles.domain(), this.item, parameters(Parameter.DOMAIN, profiles.domain()), List.of(),
				"Its integration in Customer Profiles keeps the association. Profiles that are stored already stay.",
				null, Expected.ids(profiles.domain(), profiles.uri().toString())), this.within);
	}

	private void knowledgeBase(Holder.KnowledgeBase base) {
		List<String> children = new ArrayList<>();
		List<String> inside = with(this.within, base.arn());
		for (Holder.AssistantAssociation assistant : base.assistants()) {
			children.add(assistant.associationArn());
			this.definitions.accept(Definitions.of(this.region, base, assistant));
			this.steps.add(new Draft(StepKind.DELETE_ASSISTANT_ASSOCIATION, this.region, assistant.associationArn(),
					assistant.associationArn(), assistant.assistantName(), this.item,
					parameters(Parameter.ASSISTANT, assistant.assistantId(), Parameter.ASSOCIATION,
							assistant.associationId(), Parameter.KNOWLEDGE_BASE, base.id()),
					List.of(), "An assistant answers from this knowledge base.", null,
					Expected.ids(assistant.associationId(), base.id())), inside);
		}
		for (Holder.ConnectAssociation connect : base.connectAssociations()) {
			children.add(connect.associationArn());
			connect(connect, base.arn(), inside, "Amazon Connect uses the knowledge base.");
		}
		this.definitions.accept(Definitions.of(this.region, base));
		this.steps.add(new Draft(StepKind.DELETE_KNOWLEDGE_BASE, this.region, base.arn(), base.arn(), base.name(),
				this.item, parameters(Parameter.KNOWLEDGE_BASE, base.id()), children,
				"Only this knowledge base keeps the association, and AWS offers no other way to remove it.",
				"AWS deletes knowledge bases in its own time; that may take minutes.",
				Expected.ids(base.id(), base.arn(), base.name())), this.within);
	}

	private Map<String, String> parameters(String... namesAndValues) {
		Map<String, String> parameters = new java.util.LinkedHashMap<>();
		parameters.put(Parameter.ITEM, this.item);
		parameters.put(Parameter.NAME, this.name);
		for (int i = 0; i < namesAndValues.length; i += 2) {
			parameters.put(namesAndValues[i], namesAndValues[i + 1]);
		}
		return parameters;
	}

	private static String instance(Holder.ConnectAssociation connect) {
		return (connect.instanceAlias() != null) ? connect.instanceAlias() : connect.instanceId();
	}

	private static List<String> with(List<String> keys, String key) {
		List<String> all = new ArrayList<>(keys);
		all.add(key);
		return all;
	}

}
