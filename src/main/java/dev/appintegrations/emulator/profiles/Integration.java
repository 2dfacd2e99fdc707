package dev.appintegrations.emulator.profiles;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * An integration of a domain, with its members as the answers name them. Guarded by its
 * region.
 */
final class Integration {

	private final long sequence;

	private final String domain;

	private final String uri;

	private final boolean hidden;

	private final @Nullable String association;

	private final Map<String, Object> members;

	private final Instant createdAt;

	private Instant updatedAt;

	Integration(long sequence, String domain, String uri, boolean hidden, @Nullable String association,
			Map<String, Object> members, Instant createdAt) {
		this.sequence = sequence;
		this.domain = domain;
		this.uri = uri;
		this.hidden = hidden;
		this.association = association;
		this.members = new LinkedHashMap<>(members);
		this.createdAt = createdAt;
		this.updatedAt = createdAt;
	}

	long sequence() {
		return this.sequence;
	}

	String uri() {
		return this.uri;
	}

	/** Whether lists leave it out unless they are asked for hidden ones. */
	boolean hidden() {
		return this.hidden;
	}

	/** ARN of the event integration association, if it listens to one. */
	@Nullable String association() {
		return this.association;
	}

	void change(Map<String, Object> changes, Instant now) {
		this.members.putAll(changes);
		this.updatedAt = now;
	}

	Map<String, Object> answer() {
		Map<String, Object> answer = new LinkedHashMap<>();
		answer.put("DomainName", this.domain);
		answer.put("Uri", this.uri);
		answer.putAll(this.members);
		answer.put("CreatedAt", epochSeconds(this.createdAt));
		answer.put("LastUpdatedAt", epochSeconds(this.updatedAt));
		return answer;
	}

	static BigDecimal epochSeconds(Instant instant) {
		return BigDecimal.valueOf(instant.toEpochMilli(), 3);
	}

}
