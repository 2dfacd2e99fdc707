package dev.appintegrations.console.deletion;

import java.util.List;

import dev.appintegrations.console.api.EventStreams;

/**
 * Something that happened to a deletion.
 *
 * @param number how many changes there were so far
 * @param changed the steps that have changed since the event before
 * @param deletion the deletion as it stands now
 */
public record DeletionEvent(int number, List<DeletionStep> changed, Deletion deletion) implements EventStreams.Event {

	public DeletionEvent {
		changed = List.copyOf(changed);
	}

	@Override
	public boolean finished() {
		return this.deletion.state().ended();
	}

}
