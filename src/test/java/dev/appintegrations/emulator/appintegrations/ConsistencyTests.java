package dev.appintegrations.emulator.appintegrations;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.appintegrations.AppIntegrationsClient;
import software.amazon.awssdk.services.appintegrations.model.DuplicateResourceException;
import software.amazon.awssdk.services.appintegrations.model.ResourceNotFoundException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Reads that lag behind writes, as AWS's do; the emulator's clock makes them agree.
 */
class ConsistencyTests {

	private final Caller caller = Caller.fresh();

	private final AppIntegrationsClient sdk = caller.sdk();

	@BeforeEach
	void lag() {
		caller.lag("readAfterWriteMs", 60_000);
		create();
	}

	private void create() {
		sdk.createEventIntegration(Samples.eventIntegration().andThen((request) -> request.name("orders")));
	}

	private boolean listed() {
		return !sdk.listEventIntegrations((request) -> {
		}).eventIntegrations().isEmpty();
	}

	@Test
	void showsWhatWasCreatedLater() {
		assertThat(listed()).isFalse();
		assertThatExceptionOfType(ResourceNotFoundException.class)
			.isThrownBy(() -> sdk.getEventIntegration((request) -> request.name("orders")));
		caller.advance(59_000);
		assertThat(listed()).isFalse();
		caller.advance(1_000);
		assertThat(listed()).isTrue();
		assertThat(sdk.getEventIntegration((request) -> request.name("orders")).name()).isEqualTo("orders");
	}

	@Test
	void knowsTheNameIsTakenAtOnce() {
		assertThatExceptionOfType(DuplicateResourceException.class).isThrownBy(this::create);
	}

	@Test
	void showsWhatWasDeletedForLonger() {
		caller.advance(60_000);
		sdk.deleteEventIntegration((request) -> request.name("orders"));
		assertThat(listed()).isTrue();
		assertThat(sdk.getEventIntegration((request) -> request.name("orders")).name()).isEqualTo("orders");
		caller.advance(60_000);
		assertThat(listed()).isFalse();
	}

	@Test
	void refusesToDeleteTwiceWhateverReadsShow() {
		caller.advance(60_000);
		sdk.deleteEventIntegration((request) -> request.name("orders"));
		assertThatExceptionOfType(ResourceNotFoundException.class)
			.isThrownBy(() -> sdk.deleteEventIntegration((request) -> request.name("orders")));
	}

}
