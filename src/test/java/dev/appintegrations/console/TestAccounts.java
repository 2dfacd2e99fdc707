package dev.appintegrations.console;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.appintegrations.emulator.EmulatorServer;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * The accounts of tests, each its own in the test run's emulator.
 */
public final class TestAccounts implements ApplicationContextInitializer<ConfigurableApplicationContext> {

	/** Scanned by tests that look at pages; loaded with the demo's scenario. */
	public static final String DEMO = EmulatorServer.freshAccount();

	/** For tests of trouble, which each reset it. */
	public static final String TROUBLE = EmulatorServer.freshAccount();

	/** Nothing in it. */
	public static final String FRESH = EmulatorServer.freshAccount();

	private static final List<String> ALIASES = List.of("demo", "trouble", "fresh");

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		EmulatorServer.reset(DEMO, "demo");
		Map<String, Object> properties = new HashMap<>();
		List<String> ids = List.of(DEMO, TROUBLE, FRESH);
		for (int i = 0; i < ALIASES.size(); i++) {
			String account = "console.accounts[" + i + "].";
			properties.put(account + "alias", ALIASES.get(i));
			properties.put(account + "label", "Account " + ALIASES.get(i));
			properties.put(account + "endpoint", EmulatorServer.endpoint().toString());
			properties.put(account + "access-key-id", ids.get(i));
			properties.put(account + "secret-access-key", "secret");
		}
		context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("testAccounts", properties));
	}

}
