package dev.appintegrations.console;

import java.time.Clock;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The one clock; nothing else asks for the time.
 */
@Configuration(proxyBeanMethods = false)
class TimeSource {

	@Bean
	Clock clock() {
		return Clock.systemUTC();
	}

}
