package dev.appintegrations.emulator.profiles;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A domain with its integrations. Guarded by its region.
 */
final class Domain {

	private final long sequence;

	private final String name;

	private final Map<String, Object> members;

	private final Instant createdAt;

	private final Map<String, Integration> integrations = new LinkedHashMap<>();

	Domain(long sequence, String name, Map<String, Object> members, Instant createdAt) {
		this.sequence = sequence;
		this.name = name;
		this.members = new LinkedHashMap<>(members);
		this.createdAt = createdAt;
	}

	long sequence() {
		return this.sequence;
	}

	String name() {
		return this.name;
	}

	Map<String, Object> members() {
		return Collections.unmodifiableMap(this.members);
	}

	Instant createdAt() {
		return this.createdAt;
	}

	Collection<Integration> integrations() {
		return this.integrations.values();
	}

	@Nullable Integration integration(String uri) {
		return this.integrations.get(uri);
	}

	void add(Integration integration) {
		this.integrations.put(integration.uri(), integration);
	}

	void remove(Integration integration) {
		this.integrations.remove(integration.uri());
	}

}
