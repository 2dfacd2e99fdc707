package dev.appintegrations.console.deletion;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

import dev.appintegrations.console.role.RoleNames;
import dev.appintegrations.emulator.EmulatorServer;
import software.amazon.awssdk.services.appintegrations.AppIntegrationsClient;
import software.amazon.awssdk.services.connect.ConnectClient;
import software.amazon.awssdk.services.customerprofiles.CustomerProfilesClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.NoSuchEntityException;
import software.amazon.awssdk.services.qconnect.QConnectClient;

/**
 * Everything that an emulated account has, seen past the console, by keys as plans have
 * them, each with what tells it from another of the same key.
 */
final class EmulatedWorld {

	static final List<String> REGIONS = List.of("us-east-1", "eu-west-2");

	private final String account;

	private final Function<String, AppIntegrationsClient> integrations;

	private final Function<String, ConnectClient> connect;

	private final Function<String, CustomerProfilesClient> profiles;

	private final Function<String, QConnectClient> assistants;

	private final IamClient iam;

	EmulatedWorld(String account) {
		this.account = account;
		this.integrations = kept((region) -> EmulatorServer.client(account, region));
		this.connect = kept((region) -> EmulatorServer.connect(account, region));
		this.profiles = kept((region) -> EmulatorServer.profiles(account, region));
		this.assistants = kept((region) -> EmulatorServer.assistants(account, region));
		this.iam = EmulatorServer.iam(account);
	}

	private static <T> Function<String, T> kept(Function<String, T> make) {
		Map<String, T> made = new TreeMap<>();
		return (region) -> made.computeIfAbsent(region, make);
	}

	AppIntegrationsClient integrations(String region) {
		return this.integrations.apply(region);
	}

	ConnectClient connect(String region) {
		return this.connect.apply(region);
	}

	CustomerProfilesClient profiles(String region) {
		return this.profiles.apply(region);
	}

	QConnectClient assistants(String region) {
		return this.assistants.apply(region);
	}

	IamClient iam() {
		return this.iam;
	}

	/** Moves the account's clock on. */
	void passTime(long seconds) {
		EmulatorServer.set(this.account, "clock", Map.of("advanceMs", seconds * 1000));
	}

	String role() {
		return RoleNames.arn(this.account);
	}

	/**
	 * Looks.
	 * @return what there is, by key
	 */
	Map<String, String> look() {
		Map<String, String> things = new TreeMap<>();
		for (String region : REGIONS) {
			integrations(things, integrations(region));
			instances(things, connect(region));
			domains(things, profiles(region));
			knowledge(things, assistants(region));
		}
		try {
			things.put(role(), this.iam.getRole((request) -> request.roleName(RoleNames.ROLE)).role().roleId());
		}
		catch (NoSuchEntityException ex) {
			// There is none.
		}
		return things;
	}

	private static void integrations(Map<String, String> things, AppIntegrationsClient aws) {
		aws.listEventIntegrations((request) -> request.maxResults(50)).eventIntegrations().forEach((each) -> {
			things.put(each.eventIntegrationArn(), each.description());
			aws.listEventIntegrationAssociations((request) -> request.eventIntegrationName(each.name()))
				.eventIntegrationAssociations()
				.forEach((association) -> things.put(association.eventIntegrationAssociationArn(), ""));
		});
		aws.listDataIntegrations((request) -> request.maxResults(50)).dataIntegrations().forEach((each) -> {
			String id = each.arn().substring(each.arn().indexOf('/') + 1);
			things.put(each.arn(), aws.getDataIntegration((request) -> request.identifier(id)).description());
			aws.listDataIntegrationAssociations((request) -> request.dataIntegrationIdentifier(id))
				.dataIntegrationAssociations()
				.forEach((association) -> things.put(association.dataIntegrationAssociationArn(), ""));
		});
		aws.listApplications((request) -> request.maxResults(50)).applications().forEach((each) -> {
			things.put(each.arn(), aws.getApplication((request) -> request.arn(each.arn())).description());
			aws.listApplicationAssociations((request) -> request.applicationId(each.arn()))
				.applicationAssociations()
				.forEach((association) -> things.put(association.applicationAssociationArn(), ""));
		});
	}

	private static void instances(Map<String, String> things, ConnectClient aws) {
		aws.listInstances((request) -> request.maxResults(10)).instanceSummaryList().forEach((instance) -> {
			aws.listIntegrationAssociations((request) -> request.instanceId(instance.id()))
				.integrationAssociationSummaryList()
				.forEach((association) -> {
					things.put(association.integrationAssociationArn(), association.integrationArn());
					aws.listUseCases((request) -> request.instanceId(instance.id())
						.integrationAssociationId(association.integrationAssociationId()))
						.useCaseSummaryList()
						.forEach((useCase) -> things.put(useCase.useCaseArn(), useCase.useCaseTypeAsString()));
				});
			aws.listSecurityProfiles((request) -> request.instanceId(instance.id()))
				.securityProfileSummaryList()
				.forEach((profile) -> aws
					.listSecurityProfileApplications(
							(request) -> request.instanceId(instance.id()).securityProfileId(profile.id()))
					.applications()
					.forEach((grant) -> things.put(profile.arn() + " " + grant.namespace(),
							grant.typeAsString() + new TreeSet<>(grant.applicationPermissions()))));
		});
	}

	private static void domains(Map<String, String> things, CustomerProfilesClient aws) {
		aws.listDomains((request) -> request.maxResults(50))
			.items()
			.forEach((domain) -> aws.listIntegrations((request) -> request.domainName(domain.domainName()))
				.items()
				.forEach((each) -> things.put(each.domainName() + " " + each.uri(), "")));
	}

	private static void knowledge(Map<String, String> things, QConnectClient aws) {
		aws.listKnowledgeBases((request) -> request.maxResults(50))
			.knowledgeBaseSummaries()
			.forEach((each) -> things.put(each.knowledgeBaseArn(), each.name()));
		aws.listAssistants((request) -> request.maxResults(50))
			.assistantSummaries()
			.forEach((assistant) -> aws
				.listAssistantAssociations((request) -> request.assistantId(assistant.assistantId()))
				.assistantAssociationSummaries()
				.forEach((each) -> things.put(each.assistantAssociationArn(), "")));
	}

}
