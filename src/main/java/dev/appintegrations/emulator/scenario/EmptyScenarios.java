package dev.appintegrations.emulator.scenario;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Accounts that have nothing: {@code empty} to be filled by tests, {@code fresh} as the
 * demo's new account.
 */
@Configuration(proxyBeanMethods = false)
class EmptyScenarios {

	@Bean
	Scenario empty() {
		return new Nothing("empty");
	}

	@Bean
	Scenario fresh() {
		return new Nothing("fresh");
	}

	private record Nothing(String name) implements Scenario {

		@Override
		public void load(String account) {
			// Nothing is what it has.
		}

	}

}
