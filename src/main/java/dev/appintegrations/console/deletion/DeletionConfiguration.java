package dev.appintegrations.console.deletion;

import java.security.SecureRandom;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What deletions need that has no other place.
 */
@Configuration(proxyBeanMethods = false)
class DeletionConfiguration {

	@Bean
	Backoff backoff() {
		return new Backoff(new SecureRandom());
	}

}
