package dev.appintegrations.console.aws;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import dev.appintegrations.console.kernel.AccountAlias;
import dev.appintegrations.console.kernel.Region;
import io.micrometer.observation.ObservationRegistry;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.iam.model.IamException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Mockito.mock;

/**
 * How long calls wait for AWS and for each other.
 */
class AwsCallsTests {

	private static final AwsCalls.Target TARGET = new AwsCalls.Target(new AccountAlias("demo"), new Region("us-east-1"),
			"iam", "GetRole");

	private final RegionPaces paces = new RegionPaces();

	private final AwsCalls calls = new AwsCalls(this.paces, new AwsFailures(mock()), ObservationRegistry.NOOP);

	private final AtomicInteger sent = new AtomicInteger();

	@Test
	void aPageDoesNotWaitForATurnThatDoesNotCome() throws InterruptedException {
		while (this.paces.of(TARGET).await(Duration.ZERO)) {
			this.sent.incrementAndGet();
		}
		int before = this.sent.get();
		assertThatExceptionOfType(AwsFailedException.class)
			.isThrownBy(() -> call(this.calls.forPages(Duration.ofMillis(1))))
			.satisfies((ex) -> assertThat(ex.failure()).isInstanceOf(AwsFailure.Throttled.class)
				.extracting(AwsFailure::message)
				.asString()
				.contains("iam in us-east-1", "was not sent"));
		assertThat(this.sent).hasValue(before);
	}

	@Test
	void aPageRepeatsWhatAwsSaidWhenItRefusedTheCall() {
		assertThatExceptionOfType(AwsFailedException.class)
			.isThrownBy(() -> refused(this.calls.forPages(Duration.ofMillis(1))))
			.satisfies((ex) -> assertThat(ex.failure()).isInstanceOf(AwsFailure.Throttled.class)
				.extracting(AwsFailure::message)
				.isEqualTo("Rate exceeded"));
		assertThat(this.sent).hasValue(1);
	}

	@Test
	void aStepWaitsForItsTurn() throws InterruptedException {
		RegionPaces.Pace pace = this.paces.of(TARGET);
		while (pace.await(Duration.ZERO)) {
			this.sent.incrementAndGet();
		}
		int before = this.sent.get();
		Thread other = Thread.startVirtualThread(() -> call(this.calls.within(Duration.ZERO)));
		assertThat(other.join(Duration.ofMillis(50))).isFalse();
		pace.answered();
		assertThat(other.join(Duration.ofSeconds(10))).isTrue();
		assertThat(this.sent).hasValue(before + 1);
	}

	private void call(AwsCalls calls) {
		calls.call(TARGET, new CallMeter(), this.sent::incrementAndGet);
	}

	private void refused(AwsCalls calls) {
		calls.call(TARGET, new CallMeter(), () -> {
			this.sent.incrementAndGet();
			throw IamException.builder()
				.awsErrorDetails(
						AwsErrorDetails.builder().errorCode("Throttling").errorMessage("Rate exceeded").build())
				.build();
		});
	}

}
