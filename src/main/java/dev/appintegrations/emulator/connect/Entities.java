package dev.appintegrations.emulator.connect;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import dev.appintegrations.emulator.wire.AwsError;

/**
 * What a region, an instance or an association has, in order of creation. Guarded by the
 * region.
 */
final class Entities {

	private final List<Entity> all = new ArrayList<>();

	void add(Entity entity) {
		this.all.add(entity);
	}

	/** Deletes what exists; what no read shows any more is forgotten. */
	void remove(Entity entity, Instant now, Instant shownUntil) {
		entity.goneAt(shownUntil);
		this.all.removeIf((each) -> !each.exists() && !each.visible(now));
	}

	/** What has not been deleted, whatever reads show. */
	Stream<Entity> existing(Kind kind) {
		return this.all.stream().filter((each) -> each.kind() == kind && each.exists());
	}

	/** What reads show. */
	Stream<Entity> visible(Kind kind, Instant now) {
		return this.all.stream().filter((each) -> each.kind() == kind && each.visible(now));
	}

	/**
	 * Finds what a change may address.
	 * @throws AwsError if there is none
	 */
	Entity existing(Kind kind, String id) {
		return only(kind, id, existing(kind));
	}

	/**
	 * Finds what a read shows.
	 * @throws AwsError if there is none
	 */
	Entity visible(Kind kind, String id, Instant now) {
		return only(kind, id, visible(kind, now));
	}

	private static Entity only(Kind kind, String id, Stream<Entity> among) {
		return among.filter((each) -> each.id().equals(id))
			.findFirst()
			.orElseThrow(() -> new AwsError(404, "ResourceNotFoundException",
					"The " + kind.words() + " " + id + " was not found"));
	}

}
