package dev.appintegrations.console.deletion;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;

import dev.appintegrations.console.aws.AwsCalls;
import dev.appintegrations.console.aws.AwsClients;
import dev.appintegrations.console.aws.AwsFailedException;
import dev.appintegrations.console.aws.AwsFailure;
import dev.appintegrations.console.aws.CallMeter;
import dev.appintegrations.console.deletion.DeletionStep.Phase;
import dev.appintegrations.console.deletion.Observation.AtWork;
import dev.appintegrations.console.deletion.Observation.GivenUp;
import dev.appintegrations.console.deletion.Observation.Gone;
import dev.appintegrations.console.deletion.Observation.There;
import dev.appintegrations.console.deletion.plan.Expected;
import dev.appintegrations.console.deletion.plan.PlannedStep;
import dev.appintegrations.console.deletion.plan.PlannedStep.Parameter;
import dev.appintegrations.console.deletion.plan.StepKind;
import dev.appintegrations.console.kernel.AccountAlias;
import dev.appintegrations.console.kernel.OperatorTask;
import dev.appintegrations.console.kernel.Region;
import dev.appintegrations.console.kernel.RequiredActions;
import software.amazon.awssdk.services.qconnect.QConnectClient;
import software.amazon.awssdk.services.qconnect.model.AssistantAssociationSummary;
import software.amazon.awssdk.services.qconnect.model.AssistantSummary;
import software.amazon.awssdk.services.qconnect.model.KnowledgeBaseData;

import org.springframework.stereotype.Component;

/**
 * Takes knowledge bases from assistants and deletes them; Amazon Q in Connect deletes in
 * its own time.
 */
@Component
class QConnectStepGateway implements StepGateway {

	private static final int PAGE = 100;

	private final AwsClients clients;

	private final AwsCalls calls;

	QConnectStepGateway(AwsClients clients, AwsCalls calls) {
		this.clients = clients;
		this.calls = calls.within(Duration.ofSeconds(3));
	}

	@Override
	public Set<StepKind> kinds() {
		return Set.of(StepKind.DELETE_ASSISTANT_ASSOCIATION, StepKind.DELETE_KNOWLEDGE_BASE);
	}

	@Override
	public List<RequiredActions> requiredActions() {
		return List.of(
				RequiredActions.required("wisdom", "ListAssistants", "ListAssistantAssociations")
					.because("Finds the assistants that use a knowledge base. AWS knows no resources for these"
							+ " actions.", OperatorTask.DELETE_ITEMS),
				RequiredActions.required("wisdom", "GetKnowledgeBase", "DeleteKnowledgeBase")
					.on(arn("wisdom", "knowledge-base/*"))
					.because("Deletes a knowledge base, and watches it go.", OperatorTask.DELETE_ITEMS),
				RequiredActions.required("wisdom", "DeleteAssistantAssociation")
					.on(arn("wisdom", "association/*"))
					.because("Takes a knowledge base away from an assistant.", OperatorTask.DELETE_ITEMS),
				RequiredActions.permissionOnly("app-integrations", "DeleteDataIntegrationAssociation")
					.on(arn("app-integrations", "data-integration-association/*"))
					.because("Amazon Q in Connect deletes the association with the operator's permissions.",
							OperatorTask.DELETE_ITEMS),
				RequiredActions.permissionOnly("appflow", "DescribeFlow", "StopFlow", "DeleteFlow")
					.on(arn("appflow", "flow/*"))
					.because("Amazon Q in Connect stops and deletes the flow that fed the knowledge base.",
							OperatorTask.DELETE_ITEMS));
	}

	private static String arn(String service, String resource) {
		return "arn:aws:" + service + ":" + RequiredActions.REGION + ":" + RequiredActions.ACCOUNT + ":" + resource;
	}

	@Override
	public Observation observe(AccountAlias account, DeletionStep step) {
		PlannedStep planned = step.planned();
		Region region = Objects.requireNonNull(planned.region());
		try {
			return (planned.kind() == StepKind.DELETE_KNOWLEDGE_BASE) ? knowledgeBase(account, region, step)
					: associations(account, region, planned.parameter(Parameter.ASSISTANT)).stream()
						.filter((each) -> planned.parameter(Parameter.ASSOCIATION)
							.equals(each.assistantAssociationId()))
						.findFirst()
						.<Observation>map((each) -> new There(
								Expected.ids(each.assistantAssociationId(), knowledgeBaseId(each)), List.of()))
						.orElse(new Gone(null));
		}
		catch (AwsFailedException ex) {
			if (ex.failure() instanceof AwsFailure.NotFound) {
				return new Gone(null);
			}
			throw ex;
		}
	}

	private Observation knowledgeBase(AccountAlias account, Region region, DeletionStep step) {
		QConnectClient client = this.clients.qConnect(account, region);
		String id = step.planned().parameter(Parameter.KNOWLEDGE_BASE);
		KnowledgeBaseData found = read(account, region, "GetKnowledgeBase", () -> {
			KnowledgeBaseData data = client.getKnowledgeBase((request) -> request.knowledgeBaseId(id)).knowledgeBase();
			Objects.requireNonNull(data.statusAsString(), "An answer without its content is not Amazon Q's");
			return data;
		});
		return switch (found.statusAsString()) {
			case "DELETED" -> new Gone(null);
			case "DELETE_IN_PROGRESS" -> new AtWork("Amazon Q in Connect is deleting the knowledge base.");
			case "DELETE_FAILED" -> (step.phase() == Phase.UNTOUCHED) ? there(account, region, found) : new GivenUp(
					"Amazon Q in Connect could not delete the knowledge base (DELETE_FAILED).", List.of());
			default -> there(account, region, found);
		};
	}

	private Observation there(AccountAlias account, Region region, KnowledgeBaseData found) {
		QConnectClient client = this.clients.qConnect(account, region);
		List<String> users = new ArrayList<>();
		List<AssistantSummary> assistants = read(account, region, "ListAssistants",
				() -> client.listAssistantsPaginator((request) -> request.maxResults(PAGE))
					.assistantSummaries()
					.stream()
					.toList());
		for (AssistantSummary assistant : assistants) {
			associations(account, region, assistant.assistantId()).stream()
				.filter((each) -> found.knowledgeBaseId().equals(knowledgeBaseId(each)))
				.forEach((each) -> users.add(each.assistantAssociationArn()));
		}
		return new There(Expected.ids(found.knowledgeBaseId(), found.knowledgeBaseArn(), found.name()), users);
	}

	private List<AssistantAssociationSummary> associations(AccountAlias account, Region region, String assistant) {
		QConnectClient client = this.clients.qConnect(account, region);
		return read(account, region, "ListAssistantAssociations",
				() -> client
					.listAssistantAssociationsPaginator((request) -> request.assistantId(assistant).maxResults(PAGE))
					.assistantAssociationSummaries()
					.stream()
					.toList());
	}

	private static String knowledgeBaseId(AssistantAssociationSummary association) {
		var base = (association.associationData() != null) ? association.associationData().knowledgeBaseAssociation()
				: null;
		return (base != null) ? String.valueOf(base.knowledgeBaseId()) : "";
	}

	@Override
	public Accepted act(AccountAlias account, DeletionStep step) {
		PlannedStep planned = step.planned();
		Region region = Objects.requireNonNull(planned.region());
		QConnectClient client = this.clients.once().qConnect(account, region);
		AwsCalls.Target target = new AwsCalls.Target(account, region, "wisdom", planned.kind().operation());
		return new Accepted(
				this.calls.once(target,
						() -> (planned.kind() == StepKind.DELETE_KNOWLEDGE_BASE)
								? client
									.deleteKnowledgeBase((request) -> request
										.knowledgeBaseId(planned.parameter(Parameter.KNOWLEDGE_BASE)))
									.responseMetadata()
									.requestId()
								: client
									.deleteAssistantAssociation(
											(request) -> request.assistantId(planned.parameter(Parameter.ASSISTANT))
												.assistantAssociationId(planned.parameter(Parameter.ASSOCIATION)))
									.responseMetadata()
									.requestId()),
				null);
	}

	private <T> T read(AccountAlias account, Region region, String operation, Supplier<T> call) {
		return this.calls.call(new AwsCalls.Target(account, region, "wisdom", operation), new CallMeter(), call);
	}

}
