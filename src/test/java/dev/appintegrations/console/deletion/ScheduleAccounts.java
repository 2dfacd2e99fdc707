package dev.appintegrations.console.deletion;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;

import dev.appintegrations.console.kernel.AccountAlias;
import dev.appintegrations.emulator.EmulatorServer;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * Many accounts of two regions, each for one schedule: nothing that one has learned of
 * its account, such as its rates, reaches another.
 */
final class ScheduleAccounts implements ApplicationContextInitializer<ConfigurableApplicationContext> {

	/** Schedules of the usual run; more are asked for by a system property. */
	static final int SCHEDULES = Integer.getInteger("deletion.schedules", 200);

	/** For schedules that are run once more by broken runners. */
	private static final int MORE = 60;

	private static final ConcurrentLinkedQueue<Lane> FREE = new ConcurrentLinkedQueue<>(
			IntStream.range(0, SCHEDULES + MORE)
				.mapToObj((number) -> new Lane(new AccountAlias("lane-" + number), EmulatorServer.freshAccount()))
				.toList());

	private static final List<Lane> ALL = List.copyOf(FREE);

	static Lane next() {
		Lane lane = FREE.poll();
		if (lane == null) {
			throw new IllegalStateException("More schedules than accounts");
		}
		return lane;
	}

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		Map<String, Object> properties = new HashMap<>();
		for (int i = 0; i < ALL.size(); i++) {
			String account = "console.accounts[" + i + "].";
			properties.put(account + "alias", ALL.get(i).alias().value());
			properties.put(account + "endpoint", EmulatorServer.endpoint().toString());
			properties.put(account + "access-key-id", ALL.get(i).account());
			properties.put(account + "secret-access-key", "secret");
			for (int region = 0; region < EmulatedWorld.REGIONS.size(); region++) {
				properties.put(account + "regions[" + region + "]", EmulatedWorld.REGIONS.get(region));
			}
		}
		context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("scheduleAccounts", properties));
	}

	/**
	 * An account as the console knows it.
	 *
	 * @param alias its alias
	 * @param account its twelve digits
	 */
	record Lane(AccountAlias alias, String account) {

	}

}
