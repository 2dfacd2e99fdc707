package dev.appintegrations.emulator.scenario;

import org.springframework.stereotype.Component;

/**
 * The three accounts that the emulator starts with; the demo's console looks at them.
 */
@Component
public class SampleAccounts {

	private final Scenarios scenarios;

	SampleAccounts(Scenarios scenarios) {
		this.scenarios = scenarios;
	}

	/**
	 * Fills them.
	 */
	public void load() {
		this.scenarios.load("demo", "111122223333");
		this.scenarios.load("sandbox", "444455556666");
		this.scenarios.load("fresh", "777788889999");
	}

}
