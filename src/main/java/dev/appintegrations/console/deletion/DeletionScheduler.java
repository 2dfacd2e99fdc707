package dev.appintegrations.console.deletion;

import java.time.Clock;
import java.util.UUID;

import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import dev.appintegrations.console.jobs.Jobs;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Has deletions run, on whichever replica is free.
 */
@Component
class DeletionScheduler {

	private static final Logger LOG = LoggerFactory.getLogger(DeletionScheduler.class);

	private final Jobs jobs;

	private final CustomTask<Void> task;

	private final DeletionStore store;

	private final Clock clock;

	DeletionScheduler(Jobs jobs, CustomTask<Void> deletionTask, DeletionStore store, Clock clock) {
		this.jobs = jobs;
		this.task = deletionTask;
		this.store = store;
		this.clock = clock;
	}

	/**
	 * Schedules a deletion, in the caller's transaction if there is one.
	 */
	void schedule(UUID deletion) {
		this.jobs.schedule(this.task.instance(deletion.toString()), this.clock.instant());
	}

	/**
	 * Has a waiting deletion looked at soon.
	 */
	void wake(UUID deletion) {
		this.jobs.reschedule(this.task.instance(deletion.toString()), this.clock.instant());
	}

	/** A deletion that has lost its job is taken up again. */
	@EventListener(ApplicationReadyEvent.class)
	void takeUp() {
		try {
			this.store.open().forEach(this::schedule);
		}
		catch (DataAccessException ex) {
			LOG.warn("Open deletions could not be looked for", ex);
		}
	}

}
