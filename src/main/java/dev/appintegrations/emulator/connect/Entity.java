package dev.appintegrations.emulator.connect;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * An instance or what belongs to one, with its members as requests name them. Guarded by
 * its region.
 */
final class Entity {

	private final Kind kind;

	private final long sequence;

	private final String id;

	private final String arn;

	private final Instant createdAt;

	private final Instant visibleFrom;

	private final Map<String, Object> members;

	private final Entities children = new Entities();

	private Instant modifiedAt;

	private @Nullable Instant goneAt;

	Entity(Kind kind, long sequence, String id, String arn, Map<String, Object> members, Instant createdAt,
			Instant visibleFrom) {
		this.kind = kind;
		this.sequence = sequence;
		this.id = id;
		this.arn = arn;
		this.members = new LinkedHashMap<>(members);
		this.createdAt = createdAt;
		this.modifiedAt = createdAt;
		this.visibleFrom = visibleFrom;
	}

	Kind kind() {
		return this.kind;
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

	Instant createdAt() {
		return this.createdAt;
	}

	Instant modifiedAt() {
		return this.modifiedAt;
	}

	Map<String, Object> members() {
		return Collections.unmodifiableMap(this.members);
	}

	boolean has(String member, @Nullable Object value) {
		return value != null && value.equals(this.members.get(member));
	}

	/** What belongs to it: use cases to an association, all others to an instance. */
	Entities children() {
		return this.children;
	}

	void change(Map<String, Object> changes, Instant now) {
		this.members.putAll(changes);
		this.modifiedAt = now;
	}

	void goneAt(Instant at) {
		this.goneAt = at;
	}

	/** Whether it has not been deleted, whatever reads still show. */
	boolean exists() {
		return this.goneAt == null;
	}

	/** Whether a read shows it: later than created, longer than deleted, by the lag. */
	boolean visible(Instant now) {
		return !now.isBefore(this.visibleFrom) && (this.goneAt == null || now.isBefore(this.goneAt));
	}

}
