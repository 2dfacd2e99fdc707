package dev.appintegrations.emulator.appintegrations;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * An association, with its members as the list answer of its kind names them. Guarded by
 * its region.
 */
final class AssociationResource implements Tagged {

	private final long sequence;

	private final String id;

	private final String arn;

	private final Map<String, Object> members;

	private Map<String, String> tags = Map.of();

	private @Nullable Instant goneAt;

	AssociationResource(long sequence, String id, String arn, Map<String, Object> members) {
		this.sequence = sequence;
		this.id = id;
		this.arn = arn;
		this.members = new LinkedHashMap<>(members);
	}

	long sequence() {
		return this.sequence;
	}

	boolean identifiedBy(String identifier) {
		return identifier.equals(this.id) || identifier.equals(this.arn);
	}

	String id() {
		return this.id;
	}

	@Override
	public String arn() {
		return this.arn;
	}

	Map<String, Object> members() {
		return Collections.unmodifiableMap(this.members);
	}

	void goneAt(Instant at) {
		this.goneAt = at;
	}

	/** Whether nobody has removed it, whatever lists still show. */
	boolean exists() {
		return this.goneAt == null;
	}

	boolean listed(Instant now) {
		return this.goneAt == null || now.isBefore(this.goneAt);
	}

	void change(Map<String, Object> changes) {
		this.members.putAll(changes);
	}

	@Override
	public Map<String, String> tags() {
		return this.tags;
	}

	@Override
	public void tags(Map<String, String> tags) {
		this.tags = tags;
	}

}
