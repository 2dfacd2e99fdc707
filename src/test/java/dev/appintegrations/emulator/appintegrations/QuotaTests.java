package dev.appintegrations.emulator.appintegrations;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.appintegrations.AppIntegrationsClient;
import software.amazon.awssdk.services.appintegrations.model.ResourceQuotaExceededException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * AWS's default quotas, and raised ones.
 */
class QuotaTests {

	private final Caller caller = Caller.fresh();

	private final AppIntegrationsClient sdk = caller.sdk();

	private static void allows(int most, Runnable create) {
		IntStream.range(0, most).forEach((i) -> create.run());
		assertThatExceptionOfType(ResourceQuotaExceededException.class).isThrownBy(create::run)
			.satisfies((ex) -> assertThat(ex.statusCode()).isEqualTo(429));
	}

	@Test
	void allowsTwentyDataIntegrations() {
		allows(20, () -> sdk.createDataIntegration(Samples.dataIntegration()));
	}

	@Test
	void allowsTenEventIntegrations() {
		allows(10, () -> sdk.createEventIntegration(Samples.eventIntegration()));
	}

	@Test
	void allowsFiftyApplications() {
		allows(50, () -> sdk.createApplication(Samples.application()));
	}

	@Test
	void allowsTenAssociationsOfADataIntegration() {
		String export = sdk.createDataIntegration(Samples.bulkExport()).id();
		allows(10, () -> sdk.createDataIntegrationAssociation(Samples.export(export)));
		String other = sdk.createDataIntegration(Samples.bulkExport()).id();
		sdk.createDataIntegrationAssociation(Samples.export(other));
	}

	@Test
	void countsEachRegionByItself() {
		allows(10, () -> sdk.createEventIntegration(Samples.eventIntegration()));
		caller.in("us-east-1").sdk().createEventIntegration(Samples.eventIntegration());
	}

	@Test
	void countsWhatIsDeletedNoMore() {
		allows(10, () -> sdk.createEventIntegration(Samples.eventIntegration()));
		String name = sdk.listEventIntegrations((request) -> {
		}).eventIntegrations().getFirst().name();
		sdk.deleteEventIntegration((request) -> request.name(name));
		allows(1, () -> sdk.createEventIntegration(Samples.eventIntegration()));
	}

	@Test
	void obeysRaisedQuotas() {
		caller.quota("eventIntegrations", 12);
		allows(12, () -> sdk.createEventIntegration(Samples.eventIntegration()));
	}

	@Test
	void holdsAgainstManyAtOnce() {
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			IntStream.range(0, 40)
				.forEach((i) -> threads.submit(() -> sdk.createEventIntegration(Samples.eventIntegration())));
		}
		assertThat(sdk.listEventIntegrations((request) -> {
		}).eventIntegrations()).hasSize(10);
	}

}
