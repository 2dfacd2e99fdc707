package dev.appintegrations.emulator.appintegrations;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.appintegrations.emulator.appintegrations.AppIntegrationsService.Call;
import dev.appintegrations.emulator.wire.AwsError;
import dev.appintegrations.emulator.wire.Conditions;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What the services that hold associations do to AppIntegrations.
 */
class AppIntegrationsStoreTests {

	private static final String ACCOUNT = "111122223333";

	private static final String REGION = "eu-west-2";

	private final Settings settings = new Settings();

	private final AppIntegrationsStore store = new AppIntegrationsStore(this.settings);

	private final Readings readings = new Readings(this.store, this.settings);

	private final Changes changes = new Changes(this.store, this.settings, List.of());

	private final Creations creations = new Creations(this.store, this.settings, List.of());

	private final String parent = this.store.add(ACCOUNT, REGION, Kind.DATA_INTEGRATION, "id",
			Map.of("Name", "handbook", "SourceURI", "AmazonConnect://AppIntegrations"));

	private final String association = this.store.associate(ACCOUNT, REGION, this.parent, "association",
			Map.of("ClientId", "wisdom.amazonaws.com"));

	private static Call call(String operation, Map<String, Object> input) {
		return new Call(operation, ACCOUNT, REGION, "arn:aws:iam::111122223333:user/operator", input);
	}

	private List<?> associations() {
		return (List<?>) this.readings
			.listDataIntegrationAssociations(
					call("ListDataIntegrationAssociations", Map.of("DataIntegrationIdentifier", "handbook")))
			.getOrDefault("DataIntegrationAssociations", List.of());
	}

	private void delete() {
		this.changes
			.deleteDataIntegration(call("DeleteDataIntegration", Map.of("DataIntegrationIdentifier", "handbook")));
	}

	private void associate() {
		this.creations.createDataIntegrationAssociation(call("CreateDataIntegrationAssociation",
				Map.of("DataIntegrationIdentifier", "handbook", "DestinationURI", "s3://export")));
	}

	@Test
	void letsADataIntegrationGoWhenItsLastAssociationIsGone() {
		assertThatExceptionOfType(AwsError.class).isThrownBy(this::delete);
		assertThat(this.store.dissociate(ACCOUNT, REGION, this.association)).isTrue();
		assertThat(associations()).isEmpty();
		delete();
		assertThatExceptionOfType(AwsError.class).isThrownBy(this::associations)
			.satisfies((ex) -> assertThat(ex.code()).isEqualTo("ResourceNotFoundException"));
	}

	@Test
	void dissociatesOnce() {
		this.store.dissociate(ACCOUNT, REGION, this.association);
		assertThat(this.store.dissociate(ACCOUNT, REGION, this.association)).isFalse();
		assertThat(this.store.dissociate(ACCOUNT, "us-east-1", this.association)).isFalse();
	}

	@Test
	void listsARemovedAssociationForAsLongAsTheLagIs() {
		this.settings.lags.put("associationMs", 30_000L);
		this.store.dissociate(ACCOUNT, REGION, this.association);
		assertThat(associations()).hasSize(1);
		assertThatExceptionOfType(AwsError.class).isThrownBy(this::delete);
		this.settings.now = this.settings.now.plusMillis(29_999);
		assertThat(associations()).hasSize(1);
		this.settings.now = this.settings.now.plusMillis(1);
		assertThat(associations()).isEmpty();
		delete();
	}

	@Test
	void isInUseForAWhileAfterTheAssociationIsGone() {
		this.settings.lags.put("associationMs", 30_000L);
		this.settings.lags.put("inUseMs", 10_000L);
		this.store.dissociate(ACCOUNT, REGION, this.association);
		this.settings.now = this.settings.now.plusMillis(39_999);
		assertThat(associations()).isEmpty();
		assertThatExceptionOfType(AwsError.class).isThrownBy(this::delete)
			.satisfies((ex) -> assertThat(ex.code()).isEqualTo("InvalidRequestException"));
		this.settings.now = this.settings.now.plusMillis(1);
		delete();
	}

	@Test
	void refusesToAssociateADataIntegrationAgain() {
		associate();
		this.store.dissociate(ACCOUNT, REGION, this.association);
		assertThatExceptionOfType(AwsError.class).isThrownBy(this::associate)
			.satisfies((ex) -> assertThat(ex.code()).isEqualTo("InvalidRequestException"))
			.withMessageContaining("associated before");
	}

	@Test
	void takesOneConsumerPerDataIntegration() {
		assertConsumerRefused();
		this.store.dissociate(ACCOUNT, REGION, this.association);
		assertConsumerRefused();
	}

	private void assertConsumerRefused() {
		assertThatExceptionOfType(AwsError.class)
			.isThrownBy(() -> this.store.associate(ACCOUNT, REGION, this.parent, "second",
					Map.of("ClientId", "wisdom.amazonaws.com")))
			.satisfies((ex) -> assertThat(ex.code()).isEqualTo("InvalidRequestException"));
	}

	@Test
	void takesManyExportsPerDataIntegrationAndManyConsumersOfEvents() {
		Map<String, Object> export = Map.of("ClientId", "connect.amazonaws.com", "DestinationURI", "s3://export");
		this.store.associate(ACCOUNT, REGION, this.parent, "second", export);
		this.store.associate(ACCOUNT, REGION, this.parent, "third", export);
		assertThat(associations()).hasSize(3);
		String events = this.store.add(ACCOUNT, REGION, Kind.EVENT_INTEGRATION, "orders", Map.of("Name", "orders"));
		String first = this.store.associate(ACCOUNT, REGION, events, "first", Map.of());
		this.store.dissociate(ACCOUNT, REGION, first);
		this.store.associate(ACCOUNT, REGION, events, "second", Map.of());
		assertThat(this.store.existing(ACCOUNT, Kind.EVENT_INTEGRATION).getFirst().associations()).hasSize(1);
	}

	@Test
	void takesAConsumerBesideExports() {
		String exported = this.store.add(ACCOUNT, REGION, Kind.DATA_INTEGRATION, "other", Map.of("Name", "other"));
		this.store.associate(ACCOUNT, REGION, exported, "export", Map.of("DestinationURI", "s3://export"));
		assertThat(this.store.associate(ACCOUNT, REGION, exported, "consumer", Map.of())).endsWith("/consumer");
	}

	@Test
	void dissociatesAsOfAMomentToCome() {
		this.settings.lags.put("associationMs", 30_000L);
		assertThat(this.store.dissociate(ACCOUNT, REGION, this.association, this.settings.now.plusMillis(60_000)))
			.isTrue();
		this.settings.now = this.settings.now.plusMillis(89_999);
		assertThat(associations()).hasSize(1);
		assertThatExceptionOfType(AwsError.class).isThrownBy(this::delete);
		this.settings.now = this.settings.now.plusMillis(1);
		assertThat(associations()).isEmpty();
		delete();
	}

	@Test
	void refusesParentThatDoesNotExist() {
		assertThatExceptionOfType(IllegalArgumentException.class)
			.isThrownBy(() -> this.store.associate(ACCOUNT, REGION, this.parent + "x", "id", Map.of()));
	}

	@Test
	void forgetsOneAccountAndKeepsTheOthers() {
		this.store.add("444455556666", REGION, Kind.DATA_INTEGRATION, "id", Map.of("Name", "other"));
		this.store.forget("444455556666");
		assertThat(associations()).hasSize(1);
		this.store.forget(null);
		assertThatExceptionOfType(AwsError.class).isThrownBy(this::associations);
	}

	/**
	 * Conditions that the test sets.
	 */
	private static final class Settings implements Conditions {

		private final Map<String, Long> lags = new HashMap<>();

		private Instant now = Instant.parse("2026-11-23T12:00:00Z");

		@Override
		public Instant now(String account) {
			return this.now;
		}

		@Override
		public int quota(String account, String name) {
			return 10;
		}

		@Override
		public Duration lag(String account, String name) {
			return Duration.ofMillis(this.lags.getOrDefault(name, 0L));
		}

		@Override
		public boolean behaviour(String account, String name) {
			return false;
		}

	}

}
