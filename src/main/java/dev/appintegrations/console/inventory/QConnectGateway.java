package dev.appintegrations.console.inventory;

import java.util.List;
import java.util.Set;
import java.util.Map;
import java.util.function.Function;

import dev.appintegrations.console.aws.AwsCalls;
import dev.appintegrations.console.aws.AwsClients;
import dev.appintegrations.console.aws.CallMeter;
import dev.appintegrations.console.aws.SdkMembers;
import dev.appintegrations.console.inventory.Holder.AssistantAssociation;
import dev.appintegrations.console.inventory.ListChain.Page;
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

	private static final Set<String> READ_ONLY = Set.of("knowledgeBaseId", "knowledgeBaseArn", "status");

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
		return List.of(RequiredActions.optional("wisdom", "ListKnowledgeBases")
			.because("Finds the knowledge bases that read a data integration. AWS knows no resources for this action.",
					OperatorTask.SCAN, OperatorTask.VIEW_INTEGRATION, OperatorTask.DELETE_ROLE),
				RequiredActions.optional("wisdom", "ListAssistants", "ListAssistantAssociations")
					.because(
							"Finds the assistants that use a knowledge base. AWS knows no resources for these actions.",
							OperatorTask.VIEW_INTEGRATION),
				RequiredActions.required("wisdom", "ListKnowledgeBases", "ListAssistants", "ListAssistantAssociations")
					.because(
							"Finds the knowledge bases that read a data integration, and their assistants. AWS knows no"
									+ " resources for these actions.",
							OperatorTask.DELETE_ITEMS));
	}

	/**
	 * The knowledge bases of a region, whatever they read.
	 */
	ListChain<Base> knowledgeBases(AccountAlias account, Region region, CallMeter meter) {
		QConnectClient client = this.clients.qConnect(account, region);
		return list(account, region, "ListKnowledgeBases", meter, (token) -> {
			var answer = client.listKnowledgeBases((request) -> request.maxResults(PAGE).nextToken(token));
			return new Page<>(answer.knowledgeBaseSummaries()
				.stream()
				.map((each) -> new Base(each.knowledgeBaseId(), each.knowledgeBaseArn(), each.name(),
						each.statusAsString(), source(each), SdkMembers.of(each, READ_ONLY)))
				.toList(), answer.nextToken());
		});
	}

	private static @Nullable String source(KnowledgeBaseSummary base) {
		return (base.sourceConfiguration() != null && base.sourceConfiguration().appIntegrations() != null)
				? base.sourceConfiguration().appIntegrations().appIntegrationArn() : null;
	}

	ListChain<Assistant> assistants(AccountAlias account, Region region, CallMeter meter) {
		QConnectClient client = this.clients.qConnect(account, region);
		return list(account, region, "ListAssistants", meter, (token) -> {
			var answer = client.listAssistants((request) -> request.maxResults(PAGE).nextToken(token));
			return new Page<>(answer.assistantSummaries()
				.stream()
				.map((each) -> new Assistant(each.assistantId(), each.name()))
				.toList(), answer.nextToken());
		});
	}

	/**
	 * Which knowledge bases an assistant uses.
	 */
	ListChain<Use> uses(AccountAlias account, Region region, Assistant assistant, CallMeter meter) {
		QConnectClient client = this.clients.qConnect(account, region);
		return list(account, region, "ListAssistantAssociations", meter, (token) -> {
			var answer = client.listAssistantAssociations(
					(request) -> request.assistantId(assistant.id()).maxResults(PAGE).nextToken(token));
			return new Page<>(answer.assistantAssociationSummaries()
				.stream()
				.map((each) -> new Use(knowledgeBaseId(each),
						new AssistantAssociation(assistant.id(), assistant.name(), each.assistantAssociationId(),
								each.assistantAssociationArn())))
				.toList(), answer.nextToken());
		});
	}

	private static String knowledgeBaseId(AssistantAssociationSummary association) {
		var base = (association.associationData() != null) ? association.associationData().knowledgeBaseAssociation()
				: null;
		return (base != null) ? String.valueOf(base.knowledgeBaseId()) : "";
	}

	private <T> ListChain<T> list(AccountAlias account, Region region, String operation, CallMeter meter,
			Function<@Nullable String, Page<T>> read) {
		return ListChain.follow(this.calls, new AwsCalls.Target(account, region, "wisdom", operation), meter, read);
	}

	/**
	 * An assistant.
	 */
	record Assistant(String id, String name) {

	}

	/**
	 * A knowledge base.
	 *
	 * @param source the data integration's ARN, or {@code null} if it reads none
	 * @param settings what the call that creates it takes
	 */
	record Base(String id, String arn, String name, String status, @Nullable String source,
			Map<String, Object> settings) {

	}

	/**
	 * An assistant's use of a knowledge base.
	 */
	record Use(String knowledgeBaseId, AssistantAssociation association) {

	}

}
