package dev.appintegrations.console.deletion;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What deletions need that has no other place.
 */
@Configuration(proxyBeanMethods = false)
class DeletionConfiguration {

	private static final Logger LOG = LoggerFactory.getLogger(DeletionConfiguration.class);

	/**
	 * How soon one is tried again that failed for our own reasons, such as the database.
	 */
	private static final Duration AFTER_FAILURE = Duration.ofSeconds(2);

	@Bean
	Backoff backoff() {
		return new Backoff(new SecureRandom());
	}

	@Bean
	CustomTask<Void> deletionTask(DeletionRunner runner) {
		return Tasks.custom("deletion", Void.class)
			.onFailureReschedule(FixedDelay.of(AFTER_FAILURE))
			.onDeadExecutionRevive()
			.execute((instance, context) -> run(runner, UUID.fromString(instance.getId())));
	}

	private static CompletionHandler<Void> run(DeletionRunner runner, UUID deletion) {
		try {
			Optional<Instant> next = runner.advance(deletion);
			return (complete, operations) -> next.ifPresentOrElse((at) -> operations.reschedule(complete, at),
					operations::remove);
		}
		catch (DeletionStore.OvertakenException ex) {
			LOG.warn("{}", ex.getMessage());
			throw ex;
		}
	}

}
