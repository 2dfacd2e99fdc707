package dev.appintegrations.emulator.qconnect;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * An association of an assistant with a knowledge base, of this service or of Amazon
 * Bedrock.
 *
 * @param sequence its place in lists
 * @param id its id
 * @param arn its ARN
 * @param assistant the assistant
 * @param knowledgeBase the knowledge base, or {@code null} if it is Amazon Bedrock's
 * @param members its members as the answers name them
 */
record AssistantAssociation(long sequence, String id, String arn, Assistant assistant,
		@Nullable KnowledgeBase knowledgeBase, Map<String, Object> members) {

	boolean identifiedBy(String identifier) {
		return identifier.equals(this.id) || identifier.equals(this.arn);
	}

	/** It goes with its knowledge base (unverified). */
	boolean exists(Instant now) {
		return this.knowledgeBase == null || this.knowledgeBase.exists(now);
	}

	Map<String, Object> data() {
		Map<String, Object> data = new LinkedHashMap<>();
		data.put("assistantAssociationId", this.id);
		data.put("assistantAssociationArn", this.arn);
		data.put("assistantId", this.assistant.id());
		data.put("assistantArn", this.assistant.arn());
		data.putAll(this.members);
		if (this.knowledgeBase != null) {
			data.put("associationData", Map.of("knowledgeBaseAssociation",
					Map.of("knowledgeBaseId", this.knowledgeBase.id(), "knowledgeBaseArn", this.knowledgeBase.arn())));
		}
		return data;
	}

}
