package dev.appintegrations.console.activity;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Component;

/**
 * Reads the audit trail.
 */
@Component
public class ActivityHistory {

	private final ActivityStore store;

	ActivityHistory(ActivityStore store) {
		this.store = store;
	}

	/**
	 * Entries, the newest first.
	 * @param query which
	 * @param offset how many to leave out
	 * @param size at most so many
	 * @return entries
	 */
	public List<ActivityEntry> find(ActivityQuery query, long offset, int size) {
		return this.store.find(query, offset, size);
	}

	/**
	 * How many entries there are.
	 * @param query which
	 * @return a number
	 */
	public long count(ActivityQuery query) {
		return this.store.count(query);
	}

	/**
	 * One entry.
	 * @param id its id
	 * @return the entry, or empty if there is none
	 */
	public Optional<ActivityEntry> find(UUID id) {
		return this.store.find(id);
	}

	/**
	 * The operations of all entries.
	 * @return sorted names in upper snake case
	 */
	public List<String> operations() {
		return this.store.operations();
	}

}
