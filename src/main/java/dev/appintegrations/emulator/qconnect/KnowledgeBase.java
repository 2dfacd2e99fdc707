package dev.appintegrations.emulator.qconnect;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A knowledge base, with its members as the answers name them. Guarded by its region.
 */
final class KnowledgeBase {

	private final long sequence;

	private final String id;

	private final String arn;

	private final Map<String, Object> members;

	private final @Nullable String association;

	private final Instant createdAt;

	private @Nullable Deletion deletion;

	KnowledgeBase(long sequence, String id, String arn, Map<String, Object> members, @Nullable String association,
			Instant createdAt) {
		this.sequence = sequence;
		this.id = id;
		this.arn = arn;
		this.members = new LinkedHashMap<>(members);
		this.association = association;
		this.createdAt = createdAt;
	}

	long sequence() {
		return this.sequence;
	}

	String id() {
		return this.id;
	}

	String arn() {
		return this.arn;
	}

	String name() {
		return String.valueOf(this.members.get("name"));
	}

	/** ARN of the data integration association, if it reads one. */
	@Nullable String association() {
		return this.association;
	}

	boolean identifiedBy(String identifier) {
		return identifier.equals(this.id) || identifier.equals(this.arn);
	}

	void delete(Instant until, boolean fails) {
		this.deletion = new Deletion(until, fails);
	}

	boolean exists(Instant now) {
		return this.deletion == null || this.deletion.fails() || now.isBefore(this.deletion.until());
	}

	boolean inDeletion(Instant now) {
		return this.deletion != null && now.isBefore(this.deletion.until());
	}

	Map<String, Object> summary(Instant now) {
		Map<String, Object> summary = new LinkedHashMap<>();
		summary.put("knowledgeBaseId", this.id);
		summary.put("knowledgeBaseArn", this.arn);
		summary.put("status", status(now));
		summary.putAll(this.members);
		return summary;
	}

	Map<String, Object> data(Instant now) {
		Map<String, Object> data = summary(now);
		data.put("lastContentModificationTime", BigDecimal.valueOf(this.createdAt.toEpochMilli(), 3));
		return data;
	}

	private String status(Instant now) {
		if (this.deletion == null) {
			return "ACTIVE";
		}
		return now.isBefore(this.deletion.until()) ? "DELETE_IN_PROGRESS" : "DELETE_FAILED";
	}

	/**
	 * A deletion that was asked for.
	 *
	 * @param until when it ends
	 * @param fails whether it ends in vain
	 */
	private record Deletion(Instant until, boolean fails) {

	}

}
