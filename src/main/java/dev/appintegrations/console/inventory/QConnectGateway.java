package dev.appintegrations.console.inventory;

import java.util.List;
import java.util.function.Supplier;

import dev.appintegrations.console.aws.AwsCalls;
import dev.appintegrations.console.aws.AwsClients;
import dev.appintegrations.console.aws.CallMeter;
import dev.appintegrations.console.inventory.Holder.AssistantAssociation;
import dev.appintegrations.console.kernel.AccountAlias;
import dev.appintegrations.console.kernel.OperatorTask;
import dev.appintegrations.console.kernel.Region;
import dev.appintegrations.console.kernel.RequiredActions;
import dev.appintegrations.console.kernel.RequiresActions;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.qconnect.QConnectClient;
import software.amazon.awssdk.services.qconnect.model.AssistantAssociationSummary;
import software.amazon.awssdk.services.qconnect.model.KnowledgeBaseSummary;

/**
 * Reads what Amazon Q in Connect holds: SDK types in, records out.
 */
class QConnectGateway implements RequiresActions {

	/** The most that AWS puts on a page. */
	private static final int PAGE = 100;

	private final AwsClients clients;

	private final AwsCalls calls;

	QConnectGateway(AwsClients clients, AwsCalls calls) {
		this.clients = clients;
		this.calls = calls;
	}

	@Override
	public List<RequiredActions> requiredActions() {
		return List
			.of(RequiredActions.required("wisdom", "ListKnowledgeBases", "ListAssistants", "ListAssistantAssociations")
				.because(
						"Finds the knowledge bases that read a data integration, and their assistants. AWS knows no"
								+ " resources for these actions.",
						OperatorTask.VIEW_INTEGRATION, OperatorTask.DELETE_ITEMS));
	}

	/**
	 * The knowledge bases that read a data integration.
	 */
	List<Base> knowledgeBases(AccountAlias account, Region region, CallMeter meter) {
		QConnectClient client = this.clients.qConnect(account, region);
		return call(account, region, "ListKnowledgeBases", meter,
				() -> client.listKnowledgeBasesPaginator((request) -> request.maxResults(PAGE))
					.knowledgeBaseSummaries()
					.stream()
					.map((each) -> new Base(each.knowledgeBaseId(), each.knowledgeBaseArn(), each.name(),
							each.statusAsString(), source(each)))
					.toList());
	}

	private static @Nullable String source(KnowledgeBaseSummary base) {
		return (base.sourceConfiguration() != null && base.sourceConfiguration().appIntegrations() != null)
				? base.sourceConfiguration().appIntegrations().appIntegrationArn() : null;
	}

	/**
	 * Which assistants use which knowledge base.
	 */
	List<Use> uses(AccountAlias account, Region region, CallMeter meter) {
		QConnectClient client = this.clients.qConnect(account, region);
		var assistants = call(account, region, "ListAssistants", meter,
				() -> client.listAssistantsPaginator((request) -> request.maxResults(PAGE))
					.assistantSummaries()
					.stream()
					.toList());
		return assistants.stream()
			.flatMap((assistant) -> call(account, region, "ListAssistantAssociations", meter,
					() -> client
						.listAssistantAssociationsPaginator(
								(request) -> request.assistantId(assistant.assistantId()).maxResults(PAGE))
						.assistantAssociationSummaries()
						.stream()
						.map((each) -> new Use(knowledgeBaseId(each),
								new AssistantAssociation(assistant.assistantId(), assistant.name(),
										each.assistantAssociationId(), each.assistantAssociationArn())))
						.toList())
				.stream())
			.toList();
	}

	private static String knowledgeBaseId(AssistantAssociationSummary association) {
		var base = (association.associationData() != null) ? association.associationData().knowledgeBaseAssociation()
				: null;
		return (base != null) ? String.valueOf(base.knowledgeBaseId()) : "";
	}

	private <T> T call(AccountAlias account, Region region, String operation, CallMeter meter, Supplier<T> call) {
		return this.calls.call(new AwsCalls.Target(account, region, "wisdom", operation), meter, call);
	}

	/**
	 * A knowledge base.
	 *
	 * @param source the data integration's ARN, or {@code null} if it reads none
	 */
	record Base(String id, String arn, String name, String status, @Nullable String source) {

	}

	/**
	 * An assistant's use of a knowledge base.
	 */
	record Use(String knowledgeBaseId, AssistantAssociation association) {

	}

}
