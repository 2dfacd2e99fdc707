package dev.appintegrations.console.deletion;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import javax.sql.DataSource;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceNotFoundException;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;

/**
 * Runs deletions from the database: whichever replica is free picks one up, and when a
 * runner is silent for four heartbeats, another one takes over.
 */
@Component
class DeletionScheduler implements SmartLifecycle {

	private static final Logger LOG = LoggerFactory.getLogger(DeletionScheduler.class);

	private static final int THREADS = 8;

	private static final int SILENT_HEARTBEATS = 4;

	/**
	 * How soon one is tried again that failed for our own reasons, such as the database.
	 */
	private static final Duration AFTER_FAILURE = Duration.ofSeconds(2);

	/**
	 * How long a step that runs may take to reach a safe point when the console stops.
	 */
	private static final Duration STOP = Duration.ofSeconds(10);

	private final DeletionRunner runner;

	private final DeletionStore store;

	private final Clock clock;

	private final CustomTask<Void> task;

	private final SchedulerBuilder builder;

	private final SchedulerClient client;

	/** One that was stopped can't be started again. */
	private volatile @Nullable Scheduler scheduler;

	DeletionScheduler(DeletionRunner runner, DeletionStore store, DataSource dataSource, DeletionProperties properties,
			Clock clock) {
		this.runner = runner;
		this.store = store;
		this.clock = clock;
		this.task = Tasks.custom("deletion", Void.class)
			.onFailureReschedule(FixedDelay.of(AFTER_FAILURE))
			.onDeadExecutionRevive()
			.execute((instance, context) -> run(UUID.fromString(instance.getId())));
		DataSource joining = new TransactionAwareDataSourceProxy(dataSource);
		this.client = SchedulerClient.Builder.create(joining, this.task).build();
		this.builder = Scheduler.create(joining, this.task)
			.threads(THREADS)
			.pollingInterval(properties.poll())
			.heartbeatInterval(properties.heartbeat())
			.missedHeartbeatsLimit(SILENT_HEARTBEATS)
			.shutdownMaxWait(STOP);
	}

	/**
	 * Schedules a deletion, in the caller's transaction if there is one.
	 */
	void schedule(UUID deletion) {
		this.client.scheduleIfNotExists(this.task.instance(deletion.toString()), this.clock.instant());
	}

	/**
	 * Has a waiting deletion looked at soon.
	 */
	void wake(UUID deletion) {
		try {
			this.client.reschedule(this.task.instance(deletion.toString()), this.clock.instant());
		}
		catch (TaskInstanceCurrentlyExecutingException | TaskInstanceNotFoundException ex) {
			LOG.debug("Deletion {} is being looked at, or has ended", deletion, ex);
		}
	}

	private CompletionHandler<Void> run(UUID deletion) {
		try {
			Optional<Instant> next = this.runner.advance(deletion);
			return (complete, operations) -> next.ifPresentOrElse((at) -> operations.reschedule(complete, at),
					operations::remove);
		}
		catch (DeletionStore.OvertakenException ex) {
			LOG.warn("{}", ex.getMessage());
			throw ex;
		}
	}

	/** A deletion that has lost its task is taken up again. */
	@Override
	public void start() {
		Scheduler started = this.builder.build();
		started.start();
		this.scheduler = started;
		try {
			this.store.open().forEach(this::schedule);
		}
		catch (DataAccessException ex) {
			LOG.warn("Open deletions could not be looked for", ex);
		}
	}

	@Override
	public void stop() {
		Scheduler started = this.scheduler;
		this.scheduler = null;
		if (started != null) {
			started.stop();
		}
	}

	@Override
	public boolean isRunning() {
		return this.scheduler != null;
	}

}
