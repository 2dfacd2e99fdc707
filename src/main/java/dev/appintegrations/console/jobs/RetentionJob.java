package dev.appintegrations.console.jobs;

import java.time.Clock;
import java.util.List;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Removes what is older than its retention, on one replica at a time.
 */
@Configuration(proxyBeanMethods = false)
class RetentionJob {

	private static final Logger LOG = LoggerFactory.getLogger(RetentionJob.class);

	@Bean
	Task<Void> trimming(List<Retention> retentions, JobsProperties properties, Clock clock) {
		return Tasks.recurring("retention", FixedDelay.of(properties.trim()))
			.execute((instance, context) -> retentions.forEach((retention) -> trim(retention, clock)));
	}

	/** One that fails keeps no other from being trimmed. */
	private static void trim(Retention retention, Clock clock) {
		try {
			LOG.info("Retention: {}", retention.trim(clock.instant()));
		}
		catch (RuntimeException ex) {
			LOG.warn("What is older than its retention could not be removed", ex);
		}
	}

}
