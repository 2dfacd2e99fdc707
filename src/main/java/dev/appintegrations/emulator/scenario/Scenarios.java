package dev.appintegrations.emulator.scenario;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.appintegrations.emulator.wire.Credentials;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * The scenarios, by name.
 */
@Component
public class Scenarios {

	private final Map<String, Scenario> scenarios = new TreeMap<>();

	Scenarios(List<Scenario> scenarios) {
		scenarios.forEach((scenario) -> this.scenarios.put(scenario.name(), scenario));
	}

	/**
	 * The names that can be loaded.
	 * @return in alphabetical order
	 */
	public List<String> names() {
		return List.copyOf(this.scenarios.keySet());
	}

	/**
	 * Fills an account that has been emptied.
	 * @param name one of {@link #names()}
	 * @param account twelve digits, or {@code null} for the account of keys that name
	 * none
	 */
	public void load(String name, @Nullable String account) {
		Scenario scenario = this.scenarios.get(name);
		if (scenario == null) {
			throw new IllegalArgumentException("No such scenario: " + name);
		}
		scenario.load((account != null) ? account : Credentials.UNKNOWN_ACCOUNT);
	}

}
