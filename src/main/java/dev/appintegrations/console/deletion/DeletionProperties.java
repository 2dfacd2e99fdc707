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
 * @param keepFor how long a deletion that has ended is kept; the audit trail keeps what
 * it did
 */
@ConfigurationProperties("console.deletion")
record DeletionProperties(@DefaultValue("15m") Duration planValidity, @DefaultValue("15m") Duration patience,
		@DefaultValue("20s") Duration lag, @DefaultValue("60m") Duration retryWithin,
		@DefaultValue("do-not-delete") String keepTag, @DefaultValue("365d") Duration keepFor) {

}
