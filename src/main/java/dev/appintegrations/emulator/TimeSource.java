package dev.appintegrations.emulator;

import java.time.Clock;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The emulator's real clock; the control API moves each account's time on from it.
 */
@Configuration(proxyBeanMethods = false)
class TimeSource {

	@Bean
	Clock clock() {
		return Clock.systemUTC();
	}

}
