package dev.appintegrations.console.deletion;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.appintegrations.console.role.RoleNames;
import dev.appintegrations.emulator.EmulatorServer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
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

	private static final AwsCredentials CURRENT = new CurrentAccount();

	private static final Map<String, AppIntegrationsClient> INTEGRATIONS = each(EmulatorServer::client);

	private static final Map<String, ConnectClient> CONNECT = each(EmulatorServer::connect);

	private static final Map<String, CustomerProfilesClient> PROFILES = each(EmulatorServer::profiles);

	private static final Map<String, QConnectClient> ASSISTANTS = each(EmulatorServer::assistants);

	private static final IamClient IAM = EmulatorServer.iam(CURRENT, "us-east-1");

	private final String account;

	EmulatedWorld(String account) {
		this.account = account;
	}

	private static <T> Map<String, T> each(BiFunction<AwsCredentials, String, T> client) {
		return REGIONS.stream()
			.collect(Collectors.toMap(Function.identity(), (region) -> client.apply(CURRENT, region)));
	}

	AppIntegrationsClient integrations(String region) {
		return mine(INTEGRATIONS.get(region));
	}

	ConnectClient connect(String region) {
		return mine(CONNECT.get(region));
	}

	CustomerProfilesClient profiles(String region) {
		return mine(PROFILES.get(region));
	}

	QConnectClient assistants(String region) {
		return mine(ASSISTANTS.get(region));
	}

	IamClient iam() {
		return mine(IAM);
	}

	/** Clients take long to make, so all accounts share them. */
	private <T> T mine(@Nullable T client) {
		CurrentAccount.ACCOUNT.set(this.account);
		return Objects.requireNonNull(client);
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
			things.put(role(), iam().getRole((request) -> request.roleName(RoleNames.ROLE)).role().roleId());
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

	/**
	 * The keys of the account that this thread looks at.
	 */
	private static final class CurrentAccount implements AwsCredentials {

		private static final ThreadLocal<String> ACCOUNT = new ThreadLocal<>();

		@Override
		public String accessKeyId() {
			return ACCOUNT.get();
		}

		@Override
		public String secretAccessKey() {
			return "secret";
		}

	}

}
