package dev.appintegrations.emulator.scenario;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * The scenarios, by name, and which of them each account has. Since every twelve digits
 * are an account, a scenario for all accounts is loaded when an account is first seen.
 */
@Component
public class Scenarios {

	private static final String AT_FIRST = "empty";

	private final Map<String, Scenario> scenarios = new TreeMap<>();

	private final Map<String, Scenario> accounts = new ConcurrentHashMap<>();

	private volatile Scenario everyone;

	Scenarios(List<Scenario> scenarios) {
		scenarios.forEach((scenario) -> this.scenarios.put(scenario.name(), scenario));
		this.everyone = named(AT_FIRST);
	}

	/**
	 * The names that can be loaded.
	 * @return in alphabetical order
	 */
	public List<String> names() {
		return List.copyOf(this.scenarios.keySet());
	}

	/**
	 * Fills accounts that have been emptied.
	 * @param name one of {@link #names()}
	 * @param account twelve digits, or {@code null} for all accounts
	 */
	public void load(String name, @Nullable String account) {
		Scenario scenario = named(name);
		if (account != null) {
			this.accounts.compute(account, (key, before) -> loaded(scenario, key));
		}
		else {
			this.everyone = scenario;
			this.accounts.clear();
		}
	}

	/**
	 * Sees to it that an account has its scenario.
	 * @param account twelve digits
	 */
	public void prepare(String account) {
		this.accounts.computeIfAbsent(account, (key) -> loaded(this.everyone, key));
	}

	private static Scenario loaded(Scenario scenario, String account) {
		scenario.load(account);
		return scenario;
	}

	private Scenario named(String name) {
		Scenario scenario = this.scenarios.get(name);
		if (scenario == null) {
			throw new IllegalArgumentException("No such scenario: " + name);
		}
		return scenario;
	}

}
