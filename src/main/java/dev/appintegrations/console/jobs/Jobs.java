package dev.appintegrations.console.jobs;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import javax.sql.DataSource;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceNotFoundException;
import com.github.kagkarlsson.scheduler.task.OnStartup;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;

/**
 * Runs jobs from the database: whichever replica is free picks one up, and when its
 * runner is silent for four heartbeats, another one takes over. Every bean that is a
 * {@link Task} is a kind of job.
 */
@Component
public class Jobs implements SmartLifecycle {

	private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);

	private static final int MOST_NAME = 50;

	private static final int SILENT_HEARTBEATS = 4;

	/**
	 * How long a job that runs may take to reach a safe point when the console stops.
	 */
	private static final Duration STOP = Duration.ofSeconds(10);

	private final SchedulerBuilder builder;

	private final SchedulerClient client;

	/** One that was stopped can't be started again. */
	private volatile @Nullable Scheduler scheduler;

	Jobs(DataSource dataSource, List<Task<?>> tasks, JobsProperties properties) {
		DataSource joining = new TransactionAwareDataSourceProxy(dataSource);
		this.client = SchedulerClient.Builder.create(joining, tasks).build();
		this.builder = Scheduler.create(joining, tasks.stream().filter((task) -> !(task instanceof OnStartup)).toList())
			.schedulerName(new SchedulerName.Fixed(name()))
			.threads(properties.threads())
			.pollingInterval(properties.poll())
			.heartbeatInterval(properties.heartbeat())
			.missedHeartbeatsLimit(SILENT_HEARTBEATS)
			.shutdownMaxWait(STOP);
		tasks.forEach(this::recur);
	}

	/** Of the replica, for people who look into the database: its host and process. */
	private static String name() {
		String process = "/" + ProcessHandle.current().pid();
		String host = new SchedulerName.Hostname().getName();
		return host.substring(0, Math.min(host.length(), MOST_NAME - process.length())) + process;
	}

	@SuppressWarnings("unchecked")
	private <T extends Task<?> & OnStartup> void recur(Task<?> task) {
		if (task instanceof OnStartup) {
			this.builder.startTasks((T) task);
		}
	}

	/**
	 * Schedules a job unless it is scheduled, in the caller's transaction if there is
	 * one.
	 * @param job which
	 * @param at when
	 */
	public void schedule(TaskInstance<?> job, Instant at) {
		this.client.scheduleIfNotExists(job, at);
	}

	/**
	 * Has a waiting job run at another time. One that runs, or has ended, is left alone.
	 * @param job which
	 * @param at when
	 */
	public void reschedule(TaskInstance<?> job, Instant at) {
		try {
			this.client.reschedule(job, at);
		}
		catch (TaskInstanceCurrentlyExecutingException | TaskInstanceNotFoundException ex) {
			LOG.debug("Job {} runs, or has ended", job, ex);
		}
	}

	@Override
	public void start() {
		Scheduler started = this.builder.build();
		started.start();
		this.scheduler = started;
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
