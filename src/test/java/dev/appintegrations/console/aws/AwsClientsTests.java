package dev.appintegrations.console.aws;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import dev.appintegrations.console.aws.AccountsProperties.AccountProperties;
import dev.appintegrations.console.kernel.AccountAlias;
import dev.appintegrations.console.kernel.Region;
import dev.appintegrations.emulator.EmulatorServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

class AwsClientsTests {

	private static final AccountAlias ACCOUNT = new AccountAlias("a");

	private static final List<String> REGIONS = List.of("us-east-1", "us-west-2", "eu-west-2", "eu-central-1");

	private static final int CALLS = 5;

	private final AwsClients clients = new AwsClients(new ConfiguredAccounts(
			new AccountsProperties(List.of(new AccountProperties("a", null, null, null, null, EmulatorServer.endpoint(),
					Map.of(), EmulatorServer.freshAccount(), "secret", null, null, false, List.of(), List.of()))),
			new MockEnvironment()), new AwsProperties(Duration.ofSeconds(10), Duration.ofSeconds(10), 10));

	@AfterEach
	void close() {
		this.clients.close();
	}

	@Test
	void shareTheThreadsThatWatchTheTimeOfCalls() {
		Set<Thread> before = threads();
		for (String region : REGIONS) {
			for (int i = 0; i < CALLS; i++) {
				this.clients.appIntegrations(ACCOUNT, new Region(region)).listApplications((request) -> {
				});
				this.clients.once().connect(ACCOUNT, new Region(region)).listInstances((request) -> {
				});
			}
		}
		Set<Thread> after = threads();
		after.removeAll(before);
		assertThat(after).extracting(Thread::getName)
			.hasSizeBetween(1, AwsClients.TIMER_THREADS)
			.allMatch((name) -> name.startsWith(AwsClients.TIMER_NAME));
	}

	/** Those of the SDK's clients, and of ours. */
	private static Set<Thread> threads() {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.filter((thread) -> thread.getName().startsWith(AwsClients.TIMER_NAME)
					|| thread.getName().startsWith("sdk-ScheduledExecutor"))
			.collect(Collectors.toSet());
	}

}
