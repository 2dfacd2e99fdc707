package dev.appintegrations.emulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Delays and rates, by the emulator's own clock and log.
 */
@Timeout(60)
class ConditionsTests {

	private final String account = EmulatorServer.freshAccount();

	@Test
	void callsOverTheRateAreThrottledUntilTheClockMovesOn() throws Exception {
		EmulatorServer.set(this.account, "rates", Map.of("app-integrations", Map.of("perSecond", 0.01, "burst", 2)));
		assertThat(list("eu-west-2").status()).isEqualTo(200);
		assertThat(list("eu-west-2").status()).isEqualTo(200);
		RawRequest.Answer throttled = list("eu-west-2");
		assertThat(throttled.status()).isEqualTo(429);
		assertThat(throttled.errorCode()).isEqualTo("ThrottlingException");
		assertThat(throttled.json().path("Message").asString()).isEqualTo("Rate exceeded");
		EmulatorServer.set(this.account, "clock", Map.of("advanceMs", 100_000));
		assertThat(list("eu-west-2").status()).isEqualTo(200);
		assertThat(list("eu-west-2").status()).isEqualTo(429);
		assertThat(EmulatorServer.calls(this.account)).extracting("status").containsExactly(200, 200, 429, 200, 429);
	}

	@Test
	void bucketHoldsNoMoreThanItsBurst() throws Exception {
		EmulatorServer.set(this.account, "rates", Map.of("app-integrations", Map.of("perSecond", 0.01, "burst", 2)));
		EmulatorServer.set(this.account, "clock", Map.of("advanceMs", 3_600_000));
		assertThat(List.of(list("eu-west-2").status(), list("eu-west-2").status(), list("eu-west-2").status()))
			.containsExactly(200, 200, 429);
	}

	@Test
	void everyAccountRegionAndOperationHasItsOwnBucket() throws Exception {
		Map<String, Object> one = Map.of("perSecond", 0.001, "burst", 1);
		EmulatorServer.set(this.account, "rates",
				Map.of("app-integrations", one, "app-integrations/ListEventIntegrations", one));
		assertThat(list("eu-west-2").status()).isEqualTo(200);
		assertThat(list("eu-west-2").status()).isEqualTo(429);
		assertThat(list("us-east-1").status()).isEqualTo(200);
		assertThat(get("/applications", "eu-west-2").status()).isEqualTo(200);
		assertThat(get("/dataIntegrations", "eu-west-2").status()).isEqualTo(429);
		String other = EmulatorServer.freshAccount();
		assertThat(RawRequest.signed("GET", "/eventIntegrations", other).send().status()).isEqualTo(200);
		assertThat(RawRequest.signed("GET", "/eventIntegrations", other).send().status()).isEqualTo(200);
	}

	@Test
	void holdsHundredsOfDelayedCallsAtOnce() {
		EmulatorServer.set(this.account, "rates", Map.of("app-integrations", Map.of("perSecond", 1000, "burst", 1000)));
		EmulatorServer.set(this.account, "network", Map.of("default", Map.of("latencyMs", 2_000, "serviceMs", 1_000)));
		List<CompletableFuture<RawRequest.Answer>> answers = new ArrayList<>();
		for (int i = 0; i < 300; i++) {
			answers.add(RawRequest.signed("GET", "/eventIntegrations", this.account).sendAsync());
		}
		boolean all = false;
		while (!all && answers.stream().noneMatch(CompletableFuture::isDone)) {
			all = EmulatorServer.calls(this.account).size() == 300;
		}
		assertThat(all).as("all calls are inside before the first has its answer").isTrue();
		answers.forEach((answer) -> assertThat(answer.join().status()).isEqualTo(200));
		assertThat(EmulatorServer.calls(this.account)).extracting("status").containsOnly(200);
	}

	@Test
	void delaysOnlyTheRegionsThatAreNamed() throws Exception {
		EmulatorServer.set(this.account, "network",
				Map.of("regions", Map.of("us-east-1", Map.of("latencyMs", 600_000))));
		CompletableFuture<RawRequest.Answer> slow = RawRequest
			.signed("GET", "/eventIntegrations", this.account, "app-integrations", "us-east-1")
			.sendAsync();
		assertThat(list("eu-west-2").status()).isEqualTo(200);
		assertThat(RawRequest
			.signed("GET", "/eventIntegrations", EmulatorServer.freshAccount(), "app-integrations", "us-east-1")
			.send()
			.status()).isEqualTo(200);
		assertThat(slow).isNotDone();
		slow.cancel(true);
	}

	private RawRequest.Answer list(String region) throws Exception {
		return get("/eventIntegrations", region);
	}

	private RawRequest.Answer get(String path, String region) throws Exception {
		return RawRequest.signed("GET", path, this.account, "app-integrations", region).send();
	}

}
