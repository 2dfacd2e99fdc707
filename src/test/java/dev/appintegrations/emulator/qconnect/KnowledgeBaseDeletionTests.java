package dev.appintegrations.emulator.qconnect;

import dev.appintegrations.emulator.Operator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.appintegrations.model.InvalidRequestException;
import software.amazon.awssdk.services.qconnect.model.ConflictException;
import software.amazon.awssdk.services.qconnect.model.KnowledgeBaseStatus;
import software.amazon.awssdk.services.qconnect.model.KnowledgeBaseSummary;
import software.amazon.awssdk.services.qconnect.model.ResourceNotFoundException;

import static dev.appintegrations.emulator.Operator.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * How knowledge bases go, and the associations of their data integrations with them.
 */
class KnowledgeBaseDeletionTests {

	private final Operator operator = Operator.fresh();

	private final String knowledgeBase = create();

	private String create() {
		String handbook = this.operator.dataIntegration("handbook");
		return this.operator.assistants()
			.createKnowledgeBase((request) -> request.name("kb")
				.knowledgeBaseType("EXTERNAL")
				.sourceConfiguration(
						(source) -> source.appIntegrations((integration) -> integration.appIntegrationArn(handbook))))
			.knowledgeBase()
			.knowledgeBaseId();
	}

	@BeforeEach
	void takeTime() {
		this.operator.lag("knowledgeBaseMs", 60_000);
		this.operator.lag("associationMs", 30_000);
	}

	private int delete() {
		return this.operator.assistants()
			.deleteKnowledgeBase((request) -> request.knowledgeBaseId(this.knowledgeBase))
			.sdkHttpResponse()
			.statusCode();
	}

	private KnowledgeBaseStatus status() {
		return this.operator.assistants()
			.getKnowledgeBase((request) -> request.knowledgeBaseId(this.knowledgeBase))
			.knowledgeBase()
			.status();
	}

	private void assertGone() {
		assertRefused(this::status, ResourceNotFoundException.class, 404, this.knowledgeBase);
	}

	private String assistant() {
		String assistant = this.operator.assistants()
			.createAssistant((request) -> request.name("helper").type("AGENT"))
			.assistant()
			.assistantId();
		this.operator.assistants()
			.createAssistantAssociation((request) -> request.assistantId(assistant)
				.associationType("KNOWLEDGE_BASE")
				.association((association) -> association.knowledgeBaseId(this.knowledgeBase)));
		return assistant;
	}

	@Test
	void takesTimeDuringWhichTheKnowledgeBaseIsStillShown() {
		assertThat(delete()).isEqualTo(204);
		assertThat(status()).isEqualTo(KnowledgeBaseStatus.DELETE_IN_PROGRESS);
		this.operator.advance(59_000);
		assertThat(this.operator.assistants().listKnowledgeBases((request) -> {
		}).knowledgeBaseSummaries()).extracting(KnowledgeBaseSummary::statusAsString)
			.containsExactly("DELETE_IN_PROGRESS");
		this.operator.advance(1_000);
		assertGone();
		assertThat(this.operator.assistants().listKnowledgeBases((request) -> {
		}).knowledgeBaseSummaries()).isEmpty();
	}

	@Test
	void endsAtOnceWithoutLags() {
		this.operator.lag("knowledgeBaseMs", 0);
		this.operator.lag("associationMs", 0);
		delete();
		assertGone();
		assertThat(this.operator.associationsOfData("handbook")).isEmpty();
	}

	@Test
	void lagsBehindWithTheAssociation() {
		delete();
		this.operator.advance(60_000);
		assertGone();
		this.operator.advance(29_000);
		assertThat(this.operator.associationsOfData("handbook")).hasSize(1);
		assertRefused(
				() -> this.operator.integrations()
					.deleteDataIntegration((request) -> request.dataIntegrationIdentifier("handbook")),
				InvalidRequestException.class, 400, "still associated");
		this.operator.advance(1_000);
		assertThat(this.operator.associationsOfData("handbook")).isEmpty();
		this.operator.integrations().deleteDataIntegration((request) -> request.dataIntegrationIdentifier("handbook"));
	}

	@Test
	void isAskedForOnce() {
		delete();
		assertRefused(this::delete, ConflictException.class, 409, "being deleted");
		this.operator.advance(60_000);
		assertRefused(this::delete, ResourceNotFoundException.class, 404, this.knowledgeBase);
	}

	@Test
	void keepsTheNameUntilItIsOver() {
		delete();
		assertRefused(
				() -> this.operator.assistants()
					.createKnowledgeBase((request) -> request.name("kb").knowledgeBaseType("CUSTOM")),
				ConflictException.class, 409, "kb");
		this.operator.advance(60_000);
		this.operator.assistants().createKnowledgeBase((request) -> request.name("kb").knowledgeBaseType("CUSTOM"));
	}

	@Test
	void failsWhereSwitchedAndKeepsTheAssociation() {
		this.operator.behave("knowledgeBaseDeletionFails", true);
		delete();
		assertThat(status()).isEqualTo(KnowledgeBaseStatus.DELETE_IN_PROGRESS);
		this.operator.advance(60_000);
		assertThat(status()).isEqualTo(KnowledgeBaseStatus.DELETE_FAILED);
		this.operator.advance(30_000);
		assertThat(this.operator.associationsOfData("handbook")).hasSize(1);
		assertThat(this.operator.assistants().listKnowledgeBases((request) -> {
		}).knowledgeBaseSummaries()).extracting(KnowledgeBaseSummary::statusAsString).containsExactly("DELETE_FAILED");
	}

	@Test
	void canBeTriedAgainAfterItFailed() {
		this.operator.behave("knowledgeBaseDeletionFails", true);
		delete();
		this.operator.advance(60_000);
		this.operator.behave("knowledgeBaseDeletionFails", false);
		delete();
		assertThat(status()).isEqualTo(KnowledgeBaseStatus.DELETE_IN_PROGRESS);
		this.operator.advance(90_000);
		assertGone();
		assertThat(this.operator.associationsOfData("handbook")).isEmpty();
	}

	@Test
	void isRefusedWhileAnAssistantHasTheKnowledgeBase() {
		String assistant = assistant();
		assertRefused(this::delete, ConflictException.class, 409, "associated with an assistant");
		assertThat(status()).isEqualTo(KnowledgeBaseStatus.ACTIVE);
		String association = this.operator.assistants()
			.listAssistantAssociations((request) -> request.assistantId(assistant))
			.assistantAssociationSummaries()
			.getFirst()
			.assistantAssociationId();
		this.operator.assistants()
			.deleteAssistantAssociation(
					(request) -> request.assistantId(assistant).assistantAssociationId(association));
		delete();
	}

	@Test
	void takesTheAssistantsAssociationAlongWhereSwitched() {
		this.operator.behave("assistantsBlockKnowledgeBase", false);
		String assistant = assistant();
		delete();
		assertThat(this.operator.assistants()
			.listAssistantAssociations((request) -> request.assistantId(assistant))
			.assistantAssociationSummaries()).hasSize(1);
		this.operator.advance(60_000);
		assertGone();
		assertThat(this.operator.assistants()
			.listAssistantAssociations((request) -> request.assistantId(assistant))
			.assistantAssociationSummaries()).isEmpty();
	}

	@Test
	void keepsNewAssistantsAway() {
		delete();
		assertRefused(this::assistant, ConflictException.class, 409, "being deleted");
	}

}
