package dev.appintegrations.emulator.appintegrations;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;

import dev.appintegrations.emulator.EmulatorServer;
import dev.appintegrations.emulator.appintegrations.Bounds.Bound;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.appintegrations.AppIntegrationsClient;
import software.amazon.awssdk.services.appintegrations.model.AccessDeniedException;
import software.amazon.awssdk.services.appintegrations.model.CreateDataIntegrationAssociationRequest;
import software.amazon.awssdk.services.appintegrations.model.CreateDataIntegrationAssociationResponse;
import software.amazon.awssdk.services.appintegrations.model.CreateDataIntegrationResponse;
import software.amazon.awssdk.services.appintegrations.model.DataIntegrationAssociationSummary;
import software.amazon.awssdk.services.appintegrations.model.ExecutionConfiguration;
import software.amazon.awssdk.services.appintegrations.model.ExecutionMode;
import software.amazon.awssdk.services.appintegrations.model.ExecutionStatus;
import software.amazon.awssdk.services.appintegrations.model.InvalidRequestException;
import software.amazon.awssdk.services.appintegrations.model.ResourceNotFoundException;
import software.amazon.awssdk.services.appintegrations.model.UpdateDataIntegrationAssociationRequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The operations of data integration associations. Callers may write those of bulk
 * exports only.
 */
class DataIntegrationAssociationTests {

	private final Caller caller = Caller.unlimited().quota("associations", 10_000);

	private final AppIntegrationsClient sdk = caller.sdk();

	private final CreateDataIntegrationResponse export = sdk.createDataIntegration(Samples.bulkExport());

	private List<DataIntegrationAssociationSummary> associations(String dataIntegration) {
		return sdk.listDataIntegrationAssociations((request) -> request.dataIntegrationIdentifier(dataIntegration))
			.dataIntegrationAssociations();
	}

	@Nested
	class Create {

		@Test
		void startsABulkExport() {
			CreateDataIntegrationAssociationResponse created = sdk
				.createDataIntegrationAssociation(Samples.export(export.id()));
			assertThat(created.dataIntegrationArn()).isEqualTo(export.arn());
			assertThat(associations(export.name())).singleElement().satisfies((association) -> {
				assertThat(association.dataIntegrationAssociationArn()).isEqualTo(
						"arn:aws:app-integrations:eu-west-2:" + caller.account() + ":data-integration-association/"
								+ export.id() + "/" + created.dataIntegrationAssociationId());
				assertThat(association.dataIntegrationArn()).isEqualTo(export.arn());
				assertThat(association.destinationURI()).isEqualTo("s3://example-export");
				assertThat(association.executionConfiguration().executionMode()).isEqualTo(ExecutionMode.ON_DEMAND);
				assertThat(association.lastExecutionStatus().executionStatus()).isEqualTo(ExecutionStatus.IN_PROGRESS);
			});
		}

		@Test
		void isDeniedByAResourcePolicyForOtherSources() {
			CreateDataIntegrationResponse handbook = sdk.createDataIntegration(Samples.dataIntegration());
			assertThatExceptionOfType(AccessDeniedException.class)
				.isThrownBy(() -> sdk.createDataIntegrationAssociation(Samples.export(handbook.arn())))
				.satisfies((ex) -> {
					assertThat(ex.statusCode()).isEqualTo(403);
					assertThat(ex.awsErrorDetails().errorMessage()).isEqualTo("User: arn:aws:iam::" + caller.account()
							+ ":user/operator is not authorized to perform: app-integrations:CreateDataIntegrationAssociation on resource: "
							+ handbook.arn() + " with an explicit deny in a resource-based policy");
				});
			assertThat(associations(handbook.id())).isEmpty();
		}

		@Test
		void isDeniedByAResourcePolicyForOtherDestinations() {
			assertThatExceptionOfType(AccessDeniedException.class)
				.isThrownBy(() -> sdk.createDataIntegrationAssociation(Samples.export(export.id())
					.andThen((request) -> request.destinationURI("https://example.com/export"))));
			assertThatExceptionOfType(AccessDeniedException.class)
				.isThrownBy(() -> sdk.createDataIntegrationAssociation(
						Samples.export(export.id()).andThen((request) -> request.destinationURI(null))));
		}

		@Test
		void refusesDataIntegrationThatDoesNotExist() {
			assertThatExceptionOfType(ResourceNotFoundException.class)
				.isThrownBy(() -> sdk.createDataIntegrationAssociation(Samples.export("nothing")));
		}

		@Test
		void keepsTheDataIntegrationFromBeingDeleted() {
			sdk.createDataIntegrationAssociation(Samples.export(export.id()));
			assertThatExceptionOfType(InvalidRequestException.class).isThrownBy(
					() -> sdk.deleteDataIntegration((request) -> request.dataIntegrationIdentifier(export.id())));
		}

		static Stream<Bound<CreateDataIntegrationAssociationRequest.Builder>> bounds() {
			return new Bounds<CreateDataIntegrationAssociationRequest.Builder>()
				.refuses("dataIntegrationIdentifier",
						CreateDataIntegrationAssociationRequest.Builder::dataIntegrationIdentifier, " ",
						"x".repeat(256))
				.length("clientId", 1, 255, CreateDataIntegrationAssociationRequest.Builder::clientId)
				.length("destinationURI", "s3://", 1, 1000,
						CreateDataIntegrationAssociationRequest.Builder::destinationURI)
				.refuses("destinationURI", CreateDataIntegrationAssociationRequest.Builder::destinationURI, "",
						"bucket", "s3://a", "s3://a b")
				.length("clientAssociationMetadata", 1, 255,
						(request, key) -> request.clientAssociationMetadata(Map.of(key, "value")))
				.refuses("clientAssociationMetadata",
						(request, key) -> request.clientAssociationMetadata(Map.of(key, "value")), " ")
				.length("clientAssociationMetadata", 1, 255,
						(request, value) -> request.clientAssociationMetadata(Map.of("key", value)))
				.length("objectConfiguration", 1, 255,
						(request, value) -> request.objectConfiguration(Map.of("o", Map.of("f", List.of(value)))))
				.length("clientToken", 1, 2048, CreateDataIntegrationAssociationRequest.Builder::clientToken)
				.accepts("executionConfiguration.executionMode", mode(), "ON_DEMAND", "SCHEDULED")
				.refuses("executionConfiguration.executionMode", mode(), "", "NOW")
				.requires("executionConfiguration.executionMode",
						(request) -> request.executionConfiguration(ExecutionConfiguration.builder().build()))
				.length("executionConfiguration.onDemandConfiguration.startTime", 1, 255, (request,
						time) -> request.executionConfiguration((execution) -> execution.executionMode("ON_DEMAND")
							.onDemandConfiguration((run) -> run.startTime(time))))
				.length("executionConfiguration.onDemandConfiguration.endTime", 1, 255, (request,
						time) -> request.executionConfiguration((execution) -> execution.executionMode("ON_DEMAND")
							.onDemandConfiguration((run) -> run.startTime("1").endTime(time))))
				.requires("executionConfiguration.onDemandConfiguration.startTime",
						(request) -> request.executionConfiguration((execution) -> execution.executionMode("ON_DEMAND")
							.onDemandConfiguration((run) -> run.endTime("1"))))
				.requires("executionConfiguration.scheduleConfiguration.scheduleExpression",
						(request) -> request.executionConfiguration((execution) -> execution.executionMode("SCHEDULED")
							.scheduleConfiguration((schedule) -> schedule.object("o"))))
				.stream();
		}

		private static BiConsumer<CreateDataIntegrationAssociationRequest.Builder, String> mode() {
			return (request, mode) -> request.executionConfiguration((execution) -> execution.executionMode(mode));
		}

		@ParameterizedTest
		@MethodSource
		void bounds(Bound<CreateDataIntegrationAssociationRequest.Builder> bound) {
			bound.hold(() -> sdk.createDataIntegrationAssociation(Samples.export(export.id()).andThen(bound.change())));
		}

	}

	@Nested
	class Update {

		private final String association = sdk.createDataIntegrationAssociation(Samples.export(export.id()))
			.dataIntegrationAssociationId();

		private Consumer<UpdateDataIntegrationAssociationRequest.Builder> rerun(String identifier) {
			return (request) -> request.dataIntegrationIdentifier(export.id())
				.dataIntegrationAssociationIdentifier(identifier)
				.executionConfiguration((execution) -> execution.executionMode("ON_DEMAND")
					.onDemandConfiguration((run) -> run.startTime("1764547200000")));
		}

		@Test
		void runsTheExportAgainById() {
			sdk.updateDataIntegrationAssociation(rerun(association));
			assertThat(associations(export.id())).singleElement()
				.satisfies((each) -> assertThat(each.executionConfiguration().onDemandConfiguration().startTime())
					.isEqualTo("1764547200000"));
		}

		@Test
		void runsTheExportAgainByArn() {
			sdk.updateDataIntegrationAssociation(
					rerun(associations(export.id()).getFirst().dataIntegrationAssociationArn()));
			assertThat(associations(export.id())).singleElement()
				.satisfies((each) -> assertThat(each.destinationURI()).isEqualTo("s3://example-export"));
		}

		@Test
		void refusesAssociationThatDoesNotExist() {
			assertThatExceptionOfType(ResourceNotFoundException.class)
				.isThrownBy(() -> sdk.updateDataIntegrationAssociation(rerun("nothing")));
		}

		@Test
		void isDeniedByAResourcePolicyForOtherSources() {
			Caller sandbox = Caller.withScenario("sandbox", "us-east-1");
			String arn = sandbox.sdk()
				.listDataIntegrationAssociations((request) -> request.dataIntegrationIdentifier("handbook"))
				.dataIntegrationAssociations()
				.getFirst()
				.dataIntegrationAssociationArn();
			assertThatExceptionOfType(AccessDeniedException.class)
				.isThrownBy(() -> sandbox.sdk()
					.updateDataIntegrationAssociation(
							rerun(arn).andThen((request) -> request.dataIntegrationIdentifier("handbook"))))
				.satisfies((ex) -> assertThat(ex.awsErrorDetails().errorMessage())
					.contains("app-integrations:UpdateDataIntegrationAssociation")
					.endsWith("with an explicit deny in a resource-based policy"));
		}

		static Stream<Bound<UpdateDataIntegrationAssociationRequest.Builder>> bounds() {
			return new Bounds<UpdateDataIntegrationAssociationRequest.Builder>().refuses("dataIntegrationIdentifier",
					UpdateDataIntegrationAssociationRequest.Builder::dataIntegrationIdentifier, " ", "x".repeat(256))
				.refuses("dataIntegrationAssociationIdentifier",
						UpdateDataIntegrationAssociationRequest.Builder::dataIntegrationAssociationIdentifier, " ",
						"x".repeat(256))
				.requires("executionConfiguration",
						(request) -> request.executionConfiguration((ExecutionConfiguration) null))
				.refuses("executionConfiguration.executionMode",
						(request, mode) -> request.executionConfiguration((execution) -> execution.executionMode(mode)),
						"NOW")
				.stream();
		}

		@ParameterizedTest
		@MethodSource
		void bounds(Bound<UpdateDataIntegrationAssociationRequest.Builder> bound) {
			bound.hold(() -> sdk.updateDataIntegrationAssociation(rerun(association).andThen(bound.change())));
		}

	}

	@Nested
	class ListAll {

		@Test
		void showsWhoReadsTheDocuments() {
			Caller sandbox = Caller.withScenario("sandbox", "us-east-1");
			assertThat(sandbox.sdk()
				.listDataIntegrationAssociations((request) -> request.dataIntegrationIdentifier("handbook"))
				.dataIntegrationAssociations()).singleElement().satisfies((association) -> {
					assertThat(association.clientId()).isEqualTo("wisdom.amazonaws.com");
					assertThat(association.lastExecutionStatus().executionStatus())
						.isEqualTo(ExecutionStatus.COMPLETED);
				});
		}

		@Test
		void refusesDataIntegrationThatDoesNotExist() {
			assertThatExceptionOfType(ResourceNotFoundException.class).isThrownBy(() -> associations("nothing"));
		}

		@Test
		void isEmptyButThereWhenThereAreNone() {
			assertThat(caller.send("GET", "/dataIntegrations/" + export.id() + "/associations", null).text())
				.isEqualTo("{\"DataIntegrationAssociations\":[]}");
		}

	}

	@Nested
	class AssumedRole {

		@Test
		void isNamedWhenDenied() {
			CreateDataIntegrationResponse handbook = sdk.createDataIntegration(Samples.dataIntegration());
			var credentials = EmulatorServer.sts(EmulatorServer.key(caller.account()), "eu-west-2")
				.assumeRole((request) -> request.roleArn("arn:aws:iam::" + caller.account() + ":role/Auditor")
					.roleSessionName("console"))
				.credentials();
			AppIntegrationsClient assumed = EmulatorServer
				.client(software.amazon.awssdk.auth.credentials.AwsSessionCredentials.create(credentials.accessKeyId(),
						credentials.secretAccessKey(), credentials.sessionToken()), "eu-west-2");
			assertThatExceptionOfType(AccessDeniedException.class)
				.isThrownBy(() -> assumed.createDataIntegrationAssociation(Samples.export(handbook.id())))
				.satisfies((ex) -> assertThat(ex.awsErrorDetails().errorMessage()).startsWith(
						"User: arn:aws:sts::" + caller.account() + ":assumed-role/Auditor/console is not authorized"));
		}

	}

}
