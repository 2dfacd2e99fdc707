package dev.appintegrations.console.jobs;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How jobs are run.
 *
 * @param poll how often the database is asked for jobs that are due
 * @param heartbeat how often a replica says that it lives; four silent ones and another
 * takes its jobs over
 * @param threads how many jobs a replica runs side by side
 * @param trim how often what is older than its retention is removed
 */
@ConfigurationProperties("console.jobs")
record JobsProperties(@DefaultValue("1s") Duration poll, @DefaultValue("2s") Duration heartbeat,
		@DefaultValue("8") int threads, @DefaultValue("1h") Duration trim) {

}
