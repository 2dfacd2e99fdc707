package dev.appintegrations.console.aws;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How calls to AWS behave.
 *
 * @param connectTimeout how long a connection may take
 * @param callTimeout how long one call may take, connection included
 * @param maxConnections connections to AWS that may be open at once; more than all
 * regions use together, so that a hanging region takes none from the others
 */
@ConfigurationProperties("console.aws")
record AwsProperties(@DefaultValue("3s") Duration connectTimeout, @DefaultValue("10s") Duration callTimeout,
		@DefaultValue("4000") int maxConnections) {

}
