package dev.appintegrations.console.aws;

import java.time.Duration;

import dev.appintegrations.console.kernel.AccountAlias;
import dev.appintegrations.console.kernel.Region;
import io.micrometer.observation.ObservationRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
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

	@Test
	@Timeout(10)
	void aPageAsksAwsThoughItsTurnDoesNotCome() throws InterruptedException {
		fill();
		assertThat(call(this.calls.forPages(Duration.ZERO))).isEqualTo("answer");
	}

	@Test
	@Timeout(10)
	void aPageGivesUpOnAwsSoonAndRepeatsWhatItSaid() throws InterruptedException {
		fill();
		assertThatExceptionOfType(AwsFailedException.class)
			.isThrownBy(() -> refused(this.calls.forPages(Duration.ofMillis(1))))
			.satisfies((ex) -> assertThat(ex.failure()).isInstanceOf(AwsFailure.Throttled.class)
				.extracting(AwsFailure::message)
				.isEqualTo("Rate exceeded"));
	}

	@Test
	void aStepWaitsForItsTurn() throws InterruptedException {
		fill();
		Thread step = Thread.startVirtualThread(() -> call(this.calls.within(Duration.ZERO)));
		assertThat(step.join(Duration.ofMillis(1500))).isFalse();
		this.paces.of(TARGET).answered();
		assertThat(step.join(Duration.ofSeconds(10))).isTrue();
	}

	private void fill() throws InterruptedException {
		for (int i = 0; i < CallPace.FIRST_WINDOW; i++) {
			this.paces.of(TARGET).await(Duration.ofDays(1));
		}
	}

	private String call(AwsCalls calls) {
		return calls.call(TARGET, new CallMeter(), () -> "answer");
	}

	private void refused(AwsCalls calls) {
		calls.call(TARGET, new CallMeter(), () -> {
			throw IamException.builder()
				.awsErrorDetails(
						AwsErrorDetails.builder().errorCode("Throttling").errorMessage("Rate exceeded").build())
				.build();
		});
	}

}
