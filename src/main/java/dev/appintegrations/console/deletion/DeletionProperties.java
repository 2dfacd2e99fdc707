package dev.appintegrations.console.deletion;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How deletions are planned and run.
 *
 * @param planValidity how long a plan can be confirmed
 * @param patience how long a step waits for AWS without progress
 * @param lag how long AWS may go on showing what is gone, before a call whose answer is
 * not known counts as not done
 * @param retryWithin how long after its confirmation a deletion may be tried again
 * @param keepTag key of the tag that keeps an item from being deleted
 * @param poll how often the database is asked for steps that are due
 * @param heartbeat how often a runner says that it lives; four silent ones and another
 * takes over
 */
@ConfigurationProperties("console.deletion")
record DeletionProperties(@DefaultValue("15m") Duration planValidity, @DefaultValue("15m") Duration patience,
		@DefaultValue("20s") Duration lag, @DefaultValue("60m") Duration retryWithin,
		@DefaultValue("do-not-delete") String keepTag, @DefaultValue("1s") Duration poll,
		@DefaultValue("2s") Duration heartbeat) {

}
