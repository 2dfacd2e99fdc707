package dev.appintegrations.emulator.qconnect;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import dev.appintegrations.emulator.EmulatorServer;
import dev.appintegrations.emulator.Operator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.appintegrations.model.InvalidRequestException;
import software.amazon.awssdk.services.qconnect.model.ConflictException;
import software.amazon.awssdk.services.qconnect.model.CreateKnowledgeBaseRequest;
import software.amazon.awssdk.services.qconnect.model.KnowledgeBaseData;
import software.amazon.awssdk.services.qconnect.model.KnowledgeBaseStatus;
import software.amazon.awssdk.services.qconnect.model.KnowledgeBaseSummary;
import software.amazon.awssdk.services.qconnect.model.QConnectException;
import software.amazon.awssdk.services.qconnect.model.ResourceNotFoundException;
import software.amazon.awssdk.services.qconnect.model.SeedUrl;
import software.amazon.awssdk.services.qconnect.model.ServiceQuotaExceededException;
import software.amazon.awssdk.services.qconnect.model.ValidationException;

import static dev.appintegrations.emulator.Operator.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What knowledge bases are, and what they do to data integrations.
 */
class KnowledgeBaseTests {

	private final Operator operator = Operator.fresh();

	private KnowledgeBaseData create(Consumer<CreateKnowledgeBaseRequest.Builder> request) {
		return this.operator.assistants().createKnowledgeBase(request).knowledgeBase();
	}

	private KnowledgeBaseData custom(String name) {
		return create((request) -> request.name(name).knowledgeBaseType("CUSTOM"));
	}

	private KnowledgeBaseData external(String name, String dataIntegration) {
		return create((request) -> request.name(name)
			.knowledgeBaseType("EXTERNAL")
			.sourceConfiguration((source) -> source
				.appIntegrations((integration) -> integration.appIntegrationArn(dataIntegration).objectFields("Id"))));
	}

	@Test
	void readsADataIntegrationAndSoHoldsIt() {
		String handbook = this.operator.dataIntegration("handbook");
		KnowledgeBaseData created = external("kb", handbook);
		assertThat(created.knowledgeBaseArn()).isEqualTo(
				"arn:aws:wisdom:eu-west-2:" + this.operator.account() + ":knowledge-base/" + created.knowledgeBaseId());
		assertThat(created.status()).isEqualTo(KnowledgeBaseStatus.ACTIVE);
		assertThat(created.sourceConfiguration().appIntegrations().appIntegrationArn()).isEqualTo(handbook);
		assertThat(created.sourceConfiguration().appIntegrations().objectFields()).containsExactly("Id");
		assertThat(this.operator.associationsOfData("handbook")).singleElement().satisfies((association) -> {
			assertThat(association.clientId()).isEqualTo("wisdom.amazonaws.com");
			assertThat(association.dataIntegrationArn()).isEqualTo(handbook);
			assertThat(association.destinationURI()).isNull();
		});
		assertRefused(
				() -> this.operator.integrations()
					.deleteDataIntegration((request) -> request.dataIntegrationIdentifier("handbook")),
				InvalidRequestException.class, 400, "still associated");
	}

	@Test
	void isReadByIdAndByArn() {
		KnowledgeBaseData created = create((request) -> request.name("kb")
			.knowledgeBaseType("CUSTOM")
			.description("Articles")
			.renderingConfiguration((rendering) -> rendering.templateUri("https://example.com/{id}"))
			.serverSideEncryptionConfiguration((encryption) -> encryption.kmsKeyId("key"))
			.tags(Map.of("team", "contact-centre")));
		for (String identifier : List.of(created.knowledgeBaseId(), created.knowledgeBaseArn())) {
			assertThat(this.operator.assistants()
				.getKnowledgeBase((request) -> request.knowledgeBaseId(identifier))
				.knowledgeBase()).isEqualTo(created);
		}
		assertThat(created.description()).isEqualTo("Articles");
		assertThat(created.renderingConfiguration().templateUri()).isEqualTo("https://example.com/{id}");
		assertThat(created.serverSideEncryptionConfiguration().kmsKeyId()).isEqualTo("key");
		assertThat(created.tags()).containsEntry("team", "contact-centre");
		assertThat(created.lastContentModificationTime()).isNotNull();
	}

	@Test
	void isListedWithItsSource() {
		String handbook = this.operator.dataIntegration("handbook");
		custom("first");
		external("second", handbook);
		assertThat(this.operator.assistants().listKnowledgeBases((request) -> {
		}).knowledgeBaseSummaries()).satisfiesExactly((first) -> {
			assertThat(first.name()).isEqualTo("first");
			assertThat(first.sourceConfiguration()).isNull();
		}, (second) -> {
			assertThat(second.name()).isEqualTo("second");
			assertThat(second.sourceConfiguration().appIntegrations().appIntegrationArn()).isEqualTo(handbook);
			assertThat(second.status()).isEqualTo(KnowledgeBaseStatus.ACTIVE);
		});
	}

	@Test
	void refusesADataIntegrationThatAnotherOneReads() {
		String handbook = this.operator.dataIntegration("handbook");
		external("first", handbook);
		assertReuseRefused(handbook);
		assertThat(this.operator.associationsOfData("handbook")).hasSize(1);
	}

	@Test
	void refusesADataIntegrationThatWasReadOnce() {
		String handbook = this.operator.dataIntegration("handbook");
		KnowledgeBaseData first = external("first", handbook);
		this.operator.assistants().deleteKnowledgeBase((request) -> request.knowledgeBaseId(first.knowledgeBaseId()));
		assertReuseRefused(handbook);
		this.operator.integrations().deleteDataIntegration((request) -> request.dataIntegrationIdentifier("handbook"));
		external("second", this.operator.dataIntegration("handbook"));
	}

	/** With the code that AWS documents, which the model of this service has not. */
	private void assertReuseRefused(String dataIntegration) {
		assertThatExceptionOfType(QConnectException.class).isThrownBy(() -> external("second", dataIntegration))
			.satisfies((ex) -> {
				assertThat(ex.statusCode()).isEqualTo(400);
				assertThat(ex.awsErrorDetails().errorCode()).isEqualTo("InvalidRequestException");
				assertThat(ex.awsErrorDetails().errorMessage()).contains("can't be associated again");
			});
		assertThat(this.operator.assistants().listKnowledgeBases((request) -> {
		}).knowledgeBaseSummaries()).extracting(KnowledgeBaseSummary::name).doesNotContain("second");
	}

	@Test
	void refusesDataIntegrationsThatDoNotExistHere() {
		String handbook = this.operator.dataIntegration("handbook");
		for (String other : List.of(handbook + "0", handbook.replace("eu-west-2", "us-east-1"),
				handbook.replace(this.operator.account(), "999999999999"))) {
			assertRefused(() -> external("kb", other), ValidationException.class, 400, "does not exist");
		}
		String orders = this.operator.eventIntegration("orders");
		assertRefused(() -> external("kb", orders), ValidationException.class, 400, "no data integration");
		assertThat(this.operator.associationsOfEvents("orders")).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "EXTERNAL, none, false", "EXTERNAL, managed, false", "CUSTOM, none, true", "CUSTOM, external, false",
			"CUSTOM, managed, false", "QUICK_RESPONSES, none, true", "QUICK_RESPONSES, external, false",
			"MESSAGE_TEMPLATES, none, true", "MESSAGE_TEMPLATES, managed, false", "MANAGED, managed, true",
			"MANAGED, external, false" })
	void hasTheSourceOfItsType(String type, String source, boolean taken) {
		String handbook = this.operator.dataIntegration("handbook");
		Consumer<CreateKnowledgeBaseRequest.Builder> request = (builder) -> {
			builder.name("kb").knowledgeBaseType(type);
			switch (source) {
				case "external" -> builder.sourceConfiguration((configuration) -> configuration
					.appIntegrations((integration) -> integration.appIntegrationArn(handbook)));
				case "managed" ->
					builder.sourceConfiguration((configuration) -> configuration.managedSourceConfiguration(
							(managed) -> managed.webCrawlerConfiguration((crawler) -> crawler.urlConfiguration(
									(urls) -> urls.seedUrls(SeedUrl.builder().url("https://example.com").build())))));
				default -> {
					// No source.
				}
			}
		};
		if (taken) {
			assertThat(create(request).knowledgeBaseTypeAsString()).isEqualTo(type);
		}
		else {
			assertRefused(() -> create(request), ValidationException.class, 400, "source configuration");
		}
	}

	@Test
	void refusesNameThatIsTaken() {
		custom("kb");
		assertRefused(() -> custom("kb"), ConflictException.class, 409, "kb");
	}

	@Test
	void refusesMoreThanTheQuota() {
		this.operator.quota("knowledgeBases", 1);
		custom("one");
		assertRefused(() -> custom("two"), ServiceQuotaExceededException.class, 402, "knowledge bases");
	}

	@Test
	void isCreatedOncePerClientToken() {
		KnowledgeBaseData first = create(
				(request) -> request.name("kb").knowledgeBaseType("CUSTOM").clientToken("token"));
		assertThat(create((request) -> request.name("kb").knowledgeBaseType("CUSTOM").clientToken("token")))
			.isEqualTo(first);
		assertRefused(() -> create((request) -> request.name("other").knowledgeBaseType("CUSTOM").clientToken("token")),
				ConflictException.class, 409, "client token");
	}

	@Test
	void isNotFoundWhereThereIsNone() {
		String id = "11111111-2222-3333-4444-555555555555";
		assertRefused(() -> this.operator.assistants().getKnowledgeBase((request) -> request.knowledgeBaseId(id)),
				ResourceNotFoundException.class, 404, id);
		assertRefused(() -> this.operator.assistants().deleteKnowledgeBase((request) -> request.knowledgeBaseId(id)),
				ResourceNotFoundException.class, 404, id);
	}

	@Test
	void isKeptByAccountAndRegionAndForgottenWithTheAccount() {
		String id = custom("kb").knowledgeBaseId();
		assertRefused(
				() -> this.operator.in("us-east-1")
					.assistants()
					.getKnowledgeBase((request) -> request.knowledgeBaseId(id)),
				ResourceNotFoundException.class, 404, id);
		EmulatorServer.reset(Operator.fresh().account(), "empty");
		assertThat(this.operator.assistants()
			.getKnowledgeBase((request) -> request.knowledgeBaseId(id))
			.knowledgeBase()
			.name()).isEqualTo("kb");
		EmulatorServer.reset(this.operator.account(), "empty");
		assertRefused(() -> this.operator.assistants().getKnowledgeBase((request) -> request.knowledgeBaseId(id)),
				ResourceNotFoundException.class, 404, id);
	}

}
