package dev.appintegrations.emulator.qconnect;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import dev.appintegrations.emulator.Operator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.qconnect.model.AssistantAssociationData;
import software.amazon.awssdk.services.qconnect.model.AssistantAssociationSummary;
import software.amazon.awssdk.services.qconnect.model.AssistantData;
import software.amazon.awssdk.services.qconnect.model.AssistantSummary;
import software.amazon.awssdk.services.qconnect.model.ConflictException;
import software.amazon.awssdk.services.qconnect.model.CreateAssistantAssociationRequest;
import software.amazon.awssdk.services.qconnect.model.ResourceNotFoundException;
import software.amazon.awssdk.services.qconnect.model.ServiceQuotaExceededException;
import software.amazon.awssdk.services.qconnect.model.ValidationException;

import static dev.appintegrations.emulator.Operator.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Assistants and their associations with knowledge bases.
 */
class AssistantTests {

	private static final String NONE = "11111111-2222-3333-4444-555555555555";

	private final Operator operator = Operator.fresh();

	private AssistantData create(String name) {
		return this.operator.assistants().createAssistant((request) -> request.name(name).type("AGENT")).assistant();
	}

	private List<AssistantSummary> assistants() {
		return this.operator.assistants().listAssistants((request) -> {
		}).assistantSummaries();
	}

	private String knowledgeBase(String name) {
		return this.operator.assistants()
			.createKnowledgeBase((request) -> request.name(name).knowledgeBaseType("CUSTOM"))
			.knowledgeBase()
			.knowledgeBaseId();
	}

	private AssistantAssociationData associate(Consumer<CreateAssistantAssociationRequest.Builder> request) {
		return this.operator.assistants().createAssistantAssociation(request).assistantAssociation();
	}

	private AssistantAssociationData associate(String assistant, String knowledgeBase) {
		return associate((request) -> request.assistantId(assistant)
			.associationType("KNOWLEDGE_BASE")
			.association((other) -> other.knowledgeBaseId(knowledgeBase)));
	}

	private List<AssistantAssociationSummary> associations(String assistant) {
		return this.operator.assistants()
			.listAssistantAssociations((request) -> request.assistantId(assistant))
			.assistantAssociationSummaries();
	}

	@Test
	void answersWithWhatWasSent() {
		AssistantData created = this.operator.assistants()
			.createAssistant((request) -> request.name("helper")
				.type("AGENT")
				.description("Helps")
				.serverSideEncryptionConfiguration((encryption) -> encryption.kmsKeyId("key"))
				.tags(Map.of("team", "contact-centre")))
			.assistant();
		assertThat(created.assistantArn())
			.isEqualTo("arn:aws:wisdom:eu-west-2:" + this.operator.account() + ":assistant/" + created.assistantId());
		assertThat(created.statusAsString()).isEqualTo("ACTIVE");
		assertThat(assistants()).singleElement().satisfies((listed) -> {
			assertThat(listed.assistantArn()).isEqualTo(created.assistantArn());
			assertThat(listed.name()).isEqualTo("helper");
			assertThat(listed.typeAsString()).isEqualTo("AGENT");
			assertThat(listed.description()).isEqualTo("Helps");
			assertThat(listed.serverSideEncryptionConfiguration().kmsKeyId()).isEqualTo("key");
			assertThat(listed.tags()).containsEntry("team", "contact-centre");
		});
	}

	@Test
	void refusesNameThatIsTaken() {
		create("helper");
		assertRefused(() -> create("helper"), ConflictException.class, 409, "helper");
	}

	@Test
	void refusesMoreThanTheQuota() {
		for (int i = 1; i <= 5; i++) {
			create("helper-" + i);
		}
		assertRefused(() -> create("helper-6"), ServiceQuotaExceededException.class, 402, "assistants");
	}

	@Test
	void isCreatedOncePerClientToken() {
		AssistantData first = this.operator.assistants()
			.createAssistant((request) -> request.name("helper").type("AGENT").clientToken("token"))
			.assistant();
		assertThat(this.operator.assistants()
			.createAssistant((request) -> request.name("helper").type("AGENT").clientToken("token"))
			.assistant()).isEqualTo(first);
		assertThat(assistants()).hasSize(1);
	}

	@Test
	void isDeletedByIdAndByArnWithItsAssociations() {
		AssistantData first = create("first");
		AssistantData second = create("second");
		String knowledgeBase = knowledgeBase("kb");
		associate(first.assistantId(), knowledgeBase);
		assertThat(this.operator.assistants()
			.deleteAssistant((request) -> request.assistantId(first.assistantId()))
			.sdkHttpResponse()
			.statusCode()).isEqualTo(204);
		assertThat(assistants()).extracting(AssistantSummary::name).containsExactly("second");
		this.operator.assistants().deleteAssistant((request) -> request.assistantId(second.assistantArn()));
		assertThat(assistants()).isEmpty();
		this.operator.assistants().deleteKnowledgeBase((request) -> request.knowledgeBaseId(knowledgeBase));
		assertRefused(() -> associations(first.assistantId()), ResourceNotFoundException.class, 404,
				first.assistantId());
		assertRefused(
				() -> this.operator.assistants().deleteAssistant((request) -> request.assistantId(first.assistantId())),
				ResourceNotFoundException.class, 404, first.assistantId());
	}

	@Nested
	class Associations {

		private final String assistant = create("helper").assistantId();

		@Test
		void showTheKnowledgeBase() {
			String knowledgeBase = knowledgeBase("kb");
			AssistantAssociationData created = associate(this.assistant, knowledgeBase);
			assertThat(created.assistantAssociationArn()).isEqualTo("arn:aws:wisdom:eu-west-2:" + operator.account()
					+ ":association/" + this.assistant + "/" + created.assistantAssociationId());
			assertThat(created.assistantArn()).endsWith(":assistant/" + this.assistant);
			assertThat(associations(this.assistant)).singleElement().satisfies((listed) -> {
				assertThat(listed.assistantAssociationArn()).isEqualTo(created.assistantAssociationArn());
				assertThat(listed.assistantId()).isEqualTo(this.assistant);
				assertThat(listed.associationTypeAsString()).isEqualTo("KNOWLEDGE_BASE");
				assertThat(listed.associationData().knowledgeBaseAssociation().knowledgeBaseId())
					.isEqualTo(knowledgeBase);
				assertThat(listed.associationData().knowledgeBaseAssociation().knowledgeBaseArn())
					.endsWith(":knowledge-base/" + knowledgeBase);
			});
			assertThat(associations(created.assistantArn())).hasSize(1);
		}

		@Test
		void showKnowledgeBasesOfBedrock() {
			associate((request) -> request.assistantId(this.assistant)
				.associationType("EXTERNAL_BEDROCK_KNOWLEDGE_BASE")
				.association((other) -> other.externalBedrockKnowledgeBaseConfig((bedrock) -> bedrock
					.bedrockKnowledgeBaseArn("arn:aws:bedrock:eu-west-2:111122223333:knowledge-base/abc")
					.accessRoleArn("arn:aws:iam::111122223333:role/bedrock"))));
			assertThat(associations(this.assistant)).singleElement()
				.satisfies((listed) -> assertThat(
						listed.associationData().externalBedrockKnowledgeBaseConfig().bedrockKnowledgeBaseArn())
					.endsWith(":knowledge-base/abc"));
		}

		@Test
		void areDeletedByIdAndByArn() {
			String knowledgeBase = knowledgeBase("kb");
			AssistantAssociationData first = associate(this.assistant, knowledgeBase);
			assertThat(operator.assistants()
				.deleteAssistantAssociation((request) -> request.assistantId(this.assistant)
					.assistantAssociationId(first.assistantAssociationId()))
				.sdkHttpResponse()
				.statusCode()).isEqualTo(204);
			AssistantAssociationData second = associate(this.assistant, knowledgeBase);
			operator.assistants()
				.deleteAssistantAssociation((request) -> request.assistantId(second.assistantArn())
					.assistantAssociationId(second.assistantAssociationArn()));
			assertThat(associations(this.assistant)).isEmpty();
			assertRefused(
					() -> operator.assistants()
						.deleteAssistantAssociation((request) -> request.assistantId(this.assistant)
							.assistantAssociationId(second.assistantAssociationId())),
					ResourceNotFoundException.class, 404, second.assistantAssociationId());
		}

		@Test
		void areFoundUnderTheirOwnAssistantOnly() {
			AssistantAssociationData association = associate(this.assistant, knowledgeBase("kb"));
			String other = create("other").assistantId();
			assertThat(associations(other)).isEmpty();
			assertRefused(
					() -> operator.assistants()
						.deleteAssistantAssociation((request) -> request.assistantId(other)
							.assistantAssociationId(association.assistantAssociationId())),
					ResourceNotFoundException.class, 404, association.assistantAssociationId());
			assertThat(associations(this.assistant)).hasSize(1);
		}

		@Test
		void wantBothSidesToExist() {
			String knowledgeBase = knowledgeBase("kb");
			assertRefused(() -> associate(NONE, knowledgeBase), ResourceNotFoundException.class, 404, "assistant");
			assertRefused(() -> associate(this.assistant, NONE), ResourceNotFoundException.class, 404,
					"knowledge base");
			assertRefused(() -> associations(NONE), ResourceNotFoundException.class, 404, NONE);
		}

		@Test
		void wantWhatTheirTypeSays() {
			String knowledgeBase = knowledgeBase("kb");
			assertRefused(
					() -> associate((request) -> request.assistantId(this.assistant)
						.associationType("EXTERNAL_BEDROCK_KNOWLEDGE_BASE")
						.association((other) -> other.knowledgeBaseId(knowledgeBase))),
					ValidationException.class, 400, "externalBedrockKnowledgeBaseConfig");
			assertRefused(() -> associate((request) -> request.assistantId(this.assistant)
				.associationType("KNOWLEDGE_BASE")
				.association((other) -> {
				})), ValidationException.class, 400, "knowledgeBaseId");
		}

		@Test
		void areOnePerAssistant() {
			associate(this.assistant, knowledgeBase("one"));
			String two = knowledgeBase("two");
			assertRefused(() -> associate(this.assistant, two), ServiceQuotaExceededException.class, 402,
					"associations of an assistant");
			operator.quota("associationsPerAssistant", 2);
			associate(this.assistant, two);
			assertThat(associations(this.assistant)).hasSize(2);
		}

		@Test
		void areLimitedAcrossAssistants() {
			operator.quota("assistantAssociations", 1);
			String knowledgeBase = knowledgeBase("kb");
			associate(this.assistant, knowledgeBase);
			String other = create("other").assistantId();
			assertRefused(() -> associate(other, knowledgeBase), ServiceQuotaExceededException.class, 402,
					"assistant associations");
		}

		@Test
		void areCreatedOncePerClientToken() {
			String knowledgeBase = knowledgeBase("kb");
			Consumer<CreateAssistantAssociationRequest.Builder> request = (builder) -> builder
				.assistantId(this.assistant)
				.associationType("KNOWLEDGE_BASE")
				.association((other) -> other.knowledgeBaseId(knowledgeBase))
				.clientToken("token");
			assertThat(associate(request)).isEqualTo(associate(request));
			assertThat(associations(this.assistant)).hasSize(1);
		}

	}

}
