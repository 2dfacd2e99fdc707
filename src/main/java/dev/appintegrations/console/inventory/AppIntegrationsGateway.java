package dev.appintegrations.console.inventory;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.Map;

import dev.appintegrations.console.aws.AwsCalls;
import dev.appintegrations.console.aws.AwsClients;
import dev.appintegrations.console.aws.CallMeter;
import dev.appintegrations.console.aws.SdkMembers;
import dev.appintegrations.console.inventory.ListChain.Page;
import dev.appintegrations.console.kernel.AccountAlias;
import dev.appintegrations.console.kernel.Arn;
import dev.appintegrations.console.kernel.OperatorTask;
import dev.appintegrations.console.kernel.Region;
import dev.appintegrations.console.kernel.RequiredActions;
import dev.appintegrations.console.kernel.RequiresActions;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.appintegrations.AppIntegrationsClient;
import software.amazon.awssdk.services.appintegrations.model.ApplicationAssociationSummary;
import software.amazon.awssdk.services.appintegrations.model.ApplicationSummary;
import software.amazon.awssdk.services.appintegrations.model.DataIntegrationAssociationSummary;
import software.amazon.awssdk.services.appintegrations.model.DataIntegrationSummary;
import software.amazon.awssdk.services.appintegrations.model.EventIntegration;
import software.amazon.awssdk.services.appintegrations.model.EventIntegrationAssociation;
import software.amazon.awssdk.services.appintegrations.model.GetApplicationResponse;
import software.amazon.awssdk.services.appintegrations.model.GetDataIntegrationResponse;
import software.amazon.awssdk.services.appintegrations.model.GetEventIntegrationResponse;

import org.springframework.stereotype.Component;

/**
 * Reads AppIntegrations: SDK types in, records out.
 */
@Component
class AppIntegrationsGateway implements RequiresActions {

	static final String SERVICE = "app-integrations";

	/** The most that AWS puts on a page. */
	static final int PAGE = 50;

	private final AwsClients clients;

	private final AwsCalls calls;

	private final Clock clock;

	AppIntegrationsGateway(AwsClients clients, AwsCalls calls, Clock clock) {
		this.clients = clients;
		this.calls = calls;
		this.clock = clock;
	}

	@Override
	public List<RequiredActions> requiredActions() {
		return List.of(
				RequiredActions.required(SERVICE, "ListDataIntegrations", "ListEventIntegrations", "ListApplications")
					.because("Lists what is in each region. AWS knows no resources for these actions.",
							OperatorTask.SCAN, OperatorTask.DELETE_ROLE),
				RequiredActions
					.required(SERVICE, "ListDataIntegrationAssociations", "ListEventIntegrationAssociations",
							"ListApplicationAssociations")
					.because("Lists who uses an integration. AWS knows no resources for these actions.",
							OperatorTask.SCAN, OperatorTask.VIEW_INTEGRATION, OperatorTask.DELETE_ITEMS,
							OperatorTask.DELETE_ROLE),
				get("GetDataIntegration", "data-integration"), get("GetEventIntegration", "event-integration"),
				get("GetApplication", "application"));
	}

	private static RequiredActions get(String action, String type) {
		return RequiredActions.required(SERVICE, action)
			.on("arn:aws:app-integrations:" + RequiredActions.REGION + ":" + RequiredActions.ACCOUNT + ":" + type
					+ "/*")
			.because("Reads one of them with its tags.", OperatorTask.VIEW_INTEGRATION, OperatorTask.DELETE_ITEMS);
	}

	static String listOperation(Kind kind) {
		return switch (kind) {
			case DATA_INTEGRATION -> "ListDataIntegrations";
			case EVENT_INTEGRATION -> "ListEventIntegrations";
			case APPLICATION -> "ListApplications";
		};
	}

	static String associationsOperation(Kind kind) {
		return switch (kind) {
			case DATA_INTEGRATION -> "ListDataIntegrationAssociations";
			case EVENT_INTEGRATION -> "ListEventIntegrationAssociations";
			case APPLICATION -> "ListApplicationAssociations";
		};
	}

	/**
	 * Reads one page of a kind. The items have no associations yet.
	 */
	Page<Integration> list(AccountAlias account, Region region, Kind kind, @Nullable String token, CallMeter meter) {
		AppIntegrationsClient client = this.clients.appIntegrations(account, region);
		AwsCalls.Target target = target(account, region, listOperation(kind));
		return switch (kind) {
			case DATA_INTEGRATION -> this.calls.call(target, meter, () -> {
				var answer = client.listDataIntegrations((request) -> request.maxResults(PAGE).nextToken(token));
				return new Page<>(answer.dataIntegrations().stream().map((each) -> data(region, each)).toList(),
						answer.nextToken());
			});
			case EVENT_INTEGRATION -> this.calls.call(target, meter, () -> {
				var answer = client.listEventIntegrations((request) -> request.maxResults(PAGE).nextToken(token));
				return new Page<>(answer.eventIntegrations().stream().map((each) -> event(region, each)).toList(),
						answer.nextToken());
			});
			case APPLICATION -> this.calls.call(target, meter, () -> {
				var answer = client.listApplications((request) -> request.maxResults(PAGE).nextToken(token));
				return new Page<>(answer.applications().stream().map((each) -> application(region, each)).toList(),
						answer.nextToken());
			});
		};
	}

	/**
	 * Reads the associations of an item, all pages of them.
	 */
	ListChain<Association> associations(AccountAlias account, Region region, Kind kind, Arn arn, CallMeter meter) {
		return ListChain.follow(SERVICE, associationsOperation(kind),
				(token) -> associations(account, region, kind, arn, token, meter));
	}

	private Page<Association> associations(AccountAlias account, Region region, Kind kind, Arn arn,
			@Nullable String token, CallMeter meter) {
		AppIntegrationsClient client = this.clients.appIntegrations(account, region);
		AwsCalls.Target target = target(account, region, associationsOperation(kind));
		String id = arn.resourceId();
		return switch (kind) {
			case DATA_INTEGRATION -> this.calls.call(target, meter, () -> {
				var answer = client.listDataIntegrationAssociations(
						(request) -> request.dataIntegrationIdentifier(id).maxResults(PAGE).nextToken(token));
				return new Page<>(
						answer.dataIntegrationAssociations().stream().map(AppIntegrationsGateway::association).toList(),
						answer.nextToken());
			});
			case EVENT_INTEGRATION -> this.calls.call(target, meter, () -> {
				var answer = client.listEventIntegrationAssociations(
						(request) -> request.eventIntegrationName(id).maxResults(PAGE).nextToken(token));
				return new Page<>(answer.eventIntegrationAssociations()
					.stream()
					.map(AppIntegrationsGateway::association)
					.toList(), answer.nextToken());
			});
			case APPLICATION -> this.calls.call(target, meter, () -> {
				var answer = client.listApplicationAssociations(
						(request) -> request.applicationId(id).maxResults(PAGE).nextToken(token));
				return new Page<>(
						answer.applicationAssociations().stream().map(AppIntegrationsGateway::association).toList(),
						answer.nextToken());
			});
		};
	}

	/**
	 * Reads every field of an item, without its associations.
	 */
	IntegrationDetails get(AccountAlias account, Region region, Kind kind, Arn arn, CallMeter meter) {
		AppIntegrationsClient client = this.clients.appIntegrations(account, region);
		String id = arn.resourceId();
		return switch (kind) {
			case DATA_INTEGRATION -> this.calls.call(target(account, region, "GetDataIntegration"), meter,
					() -> details(region, client.getDataIntegration((request) -> request.identifier(id))));
			case EVENT_INTEGRATION -> this.calls.call(target(account, region, "GetEventIntegration"), meter,
					() -> details(region, client.getEventIntegration((request) -> request.name(id))));
			case APPLICATION -> this.calls.call(target(account, region, "GetApplication"), meter,
					() -> details(region, client.getApplication((request) -> request.arn(id))));
		};
	}

	private IntegrationDetails details(Region region, GetDataIntegrationResponse data) {
		return new IntegrationDetails(region, Kind.DATA_INTEGRATION, Arn.parse(data.arn()), data.id(), data.name(),
				data.description(), fields(data), data.tags(), null, null, null, List.of(), this.clock.instant());
	}

	private IntegrationDetails details(Region region, GetEventIntegrationResponse event) {
		return new IntegrationDetails(region, Kind.EVENT_INTEGRATION, Arn.parse(event.eventIntegrationArn()), null,
				event.name(), event.description(), fields(event), event.tags(), null, null, null, List.of(),
				this.clock.instant());
	}

	private IntegrationDetails details(Region region, GetApplicationResponse application) {
		return new IntegrationDetails(region, Kind.APPLICATION, Arn.parse(application.arn()), application.id(),
				application.name(), application.description(), fields(application), application.tags(),
				application.createdTime(), application.lastModifiedTime(), null, List.of(), this.clock.instant());
	}

	private static Integration data(Region region, DataIntegrationSummary data) {
		return new Integration(region, Kind.DATA_INTEGRATION, Arn.parse(data.arn()), data.name(), data.sourceURI(),
				null, null, null, null, null, null, null);
	}

	private static Integration event(Region region, EventIntegration event) {
		return new Integration(region, Kind.EVENT_INTEGRATION, Arn.parse(event.eventIntegrationArn()), event.name(),
				(event.eventFilter() != null) ? event.eventFilter().source() : null, event.eventBridgeBus(), null,
				event.description(), event.tags(), null, null, null);
	}

	private static Integration application(Region region, ApplicationSummary application) {
		return new Integration(region, Kind.APPLICATION, Arn.parse(application.arn()), application.name(),
				application.namespace(), null, application.applicationTypeAsString(), null, null,
				application.createdTime(), application.lastModifiedTime(), null);
	}

	private static Association association(DataIntegrationAssociationSummary each) {
		var execution = each.lastExecutionStatus();
		return new Association(Arn.parse(each.dataIntegrationAssociationArn()), each.clientId(), each.destinationURI(),
				null,
				(each.executionConfiguration() != null) ? each.executionConfiguration().executionModeAsString() : null,
				(execution != null) ? execution.executionStatusAsString() : null,
				(execution != null) ? execution.statusMessage() : null, Map.of());
	}

	private static Association association(EventIntegrationAssociation each) {
		return new Association(Arn.parse(each.eventIntegrationAssociationArn()), each.clientId(), null,
				each.eventBridgeRuleName(), null, null, null, each.clientAssociationMetadata());
	}

	private static Association association(ApplicationAssociationSummary each) {
		return new Association(Arn.parse(each.applicationAssociationArn()), each.clientId(), null, null, null, null,
				null, Map.of());
	}

	/**
	 * The members of an answer that its kind alone has, by AWS's names.
	 */
	private static Map<String, Object> fields(SdkPojo answer) {
		return SdkMembers.of(answer, COMMON_FIELDS);
	}

	private static final Set<String> COMMON_FIELDS = Set.of("Arn", "EventIntegrationArn", "Id", "Name", "Description",
			"Tags", "CreatedTime", "LastModifiedTime");

	private static AwsCalls.Target target(AccountAlias account, Region region, String operation) {
		return new AwsCalls.Target(account, region, SERVICE, operation);
	}

}
