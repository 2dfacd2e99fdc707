package dev.appintegrations.console.deletion;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import dev.appintegrations.console.aws.AccountIdentity;
import dev.appintegrations.console.deletion.AuditReader.Entry;
import dev.appintegrations.console.deletion.DeletionHarness.Runs;
import dev.appintegrations.console.deletion.DeletionStep.Phase;
import dev.appintegrations.console.deletion.plan.PlanRequest;
import dev.appintegrations.console.deletion.plan.Target;
import dev.appintegrations.emulator.EmulatorServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.connect.model.Application;
import software.amazon.awssdk.services.connect.model.IntegrationType;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * What random schedules, and thinking about them, have brought to light, each by itself.
 */
@DeletionTest
class BadDaysTests {

	private static final String REGION = "eu-west-2";

	private final EmulatedWorld world = new EmulatedWorld(Runs.AWS);

	@Autowired
	private Runs runs;

	@Autowired
	private DeletionStore store;

	@Autowired
	private JdbcClient jdbc;

	@BeforeEach
	void startEmpty() {
		EmulatorServer.reset(Runs.AWS, "empty");
		Terrain.withoutLimits(Runs.AWS);
	}

	@Test
	void readsTheTasksStatusAgainWhenAProxyAnswersInItsPlace() {
		String role = role();
		UUID id = confirm(role);
		EmulatorServer.set(Runs.AWS, "lags", Map.of("roleDeletionMs", 9_000));
		fault("GetServiceLinkedRoleDeletionStatus", Map.of("action", "HTML", "times", 2));
		Deletion deletion = this.runs.finish(id);
		assertThat(deletion.state()).isEqualTo(DeletionState.DELETED);
		assertThat(Runs.changes()).containsExactly("DeleteServiceLinkedRole");
	}

	@Test
	void completesTheAuditTrailWhenALaterReadTellsWhatCameOfACall() {
		String arn = data("handbook");
		UUID id = confirm(arn);
		EmulatorServer.faults(Runs.AWS,
				List.of(Map.of("operation", "DeleteDataIntegration", "times", 1, "action", "DROP_AFTER_APPLY"),
						Map.of("operation", "GetDataIntegration", "skip", 1, "times", 1, "status", 403, "code",
								"AccessDeniedException", "message", "No.")));
		assertThat(this.runs.finish(id).state()).isEqualTo(DeletionState.UNKNOWN);
		assertThat(audit(id)).extracting(Entry::outcome).containsOnlyNulls();
		this.runs.retry(id);
		assertThat(this.runs.finish(id).state()).isEqualTo(DeletionState.DELETED);
		assertThat(audit(id)).extracting(Entry::outcome).containsExactly("DONE");
	}

	@Test
	void doesNotCallAlreadyGoneWhatItHasAskedFor() {
		String arn = data("handbook");
		UUID id = confirm(arn);
		fault("DeleteDataIntegration", Map.of("status", 500, "code", "InternalServiceError", "message", "Sorry."));
		this.runs.advance(id);
		this.world.integrations(REGION)
			.deleteDataIntegration((request) -> request.dataIntegrationIdentifier(arn.substring(arn.indexOf('/') + 1)));
		Deletion deletion = this.runs.finish(id);
		assertThat(deletion.state()).isEqualTo(DeletionState.DELETED);
		assertThat(deletion.step(1).detail()).isEqualTo("AWS had not said yes; a fresh read no longer shows it.");
	}

	@Test
	void doesNotRepeatAForcedDeletionThatWouldTakeMoreThanWasConfirmed() {
		String application = orphan("example.orphan");
		StoredPlan plan = this.runs
			.plan(new PlanRequest(List.of(Target.parse(application, Runs.AWS)), false, true, Map.of()));
		UUID id = this.runs.confirm(plan).id();
		fault("DeleteApplication", Map.of("action", "RESET"));
		this.runs.advance(id);
		associate(instance("late"), IntegrationType.APPLICATION, application);
		Deletion deletion = this.runs.finish(id);
		assertThat(deletion.state()).isEqualTo(DeletionState.UNKNOWN);
		assertThat(deletion.step(1).detail()).contains("was not there when this was confirmed");
		assertThat(Runs.changes()).containsExactly("DeleteInstance", "DeleteApplication");
	}

	@Test
	void asksNothingAgainOnceItIsCancelledAndSaysWhatIsNotKnown() {
		UUID id = confirm(data("handbook"));
		fault("DeleteDataIntegration", Map.of("action", "RESET"));
		this.runs.advance(id);
		this.runs.cancel(id);
		Deletion deletion = this.runs.finish(id);
		assertThat(deletion.state()).isEqualTo(DeletionState.UNKNOWN);
		assertThat(deletion.step(1).detail())
			.isEqualTo("AWS did not answer, and it is still there. It was cancelled before AWS was asked again.");
		assertThat(Runs.changes()).containsExactly("DeleteDataIntegration");
		assertThat(audit(id)).extracting(Entry::outcome).hasSize(1).containsOnlyNulls();
	}

	@Test
	void submitsTheRolesDeletionAgainOnRetryAfterIamHasGivenUp() {
		String role = role();
		UUID id = confirm(role);
		EmulatorServer.set(Runs.AWS, "behaviour", Map.of("applicationsBlockRole", true));
		String application = application("example.desk");
		Deletion failed = this.runs.finish(id);
		assertThat(failed.state()).isEqualTo(DeletionState.FAILED);
		assertThat(failed.step(1).usages()).extracting(DeletionStep.Usage::resource).contains(application);
		this.world.integrations(REGION).deleteApplication((request) -> request.arn(application));
		this.runs.retry(id);
		Deletion deleted = this.runs.finish(id);
		assertThat(deleted.state()).isEqualTo(DeletionState.DELETED);
		assertThat(deleted.step(1).usages()).isEmpty();
		assertThat(Runs.changes()).containsExactly("DeleteServiceLinkedRole", "DeleteApplication",
				"DeleteServiceLinkedRole");
	}

	@Test
	void doesNotCountTheTimeWithoutCredentialsAsTimeThatAwsWasWaitedFor() {
		UUID id = confirm(data("handbook"));
		fault("DeleteDataIntegration",
				Map.of("times", 1000, "status", 400, "code", "InvalidRequestException", "message", "In use."));
		this.runs.advance(id);
		fault("GetCallerIdentity",
				Map.of("times", 1000, "status", 403, "code", "ExpiredTokenException", "message", "Expired."));
		for (int i = 0; i < 100; i++) {
			this.runs.forward(Duration.ofSeconds(15));
			this.runs.advance(id);
		}
		assertThat(this.runs.find(id).state()).isEqualTo(DeletionState.PAUSED);
		assertThat(this.runs.find(id).pausedBecause()).contains("Expired");
		fault("DeleteDataIntegration",
				Map.of("times", 2, "status", 400, "code", "InvalidRequestException", "message", "In use."));
		assertThat(this.runs.finish(id).state()).isEqualTo(DeletionState.DELETED);
	}

	@Test
	void triesAgainWhatWasNotSentBecauseTheReadBeforeItFailed() {
		String application = application("example.desk");
		String instance = instance("centre");
		associate(instance, IntegrationType.APPLICATION, application);
		String profile = profile(instance, "example.desk", "example.other");
		UUID id = confirm(application);
		EmulatorServer.faults(Runs.AWS, List
			.of(Map.of("operation", "ListSecurityProfileApplications", "skip", 1, "times", 1, "action", "RESET")));
		this.runs.advance(id);
		assertThat(this.runs.find(id).step(1).phase()).isEqualTo(Phase.UNTOUCHED);
		assertThat(audit(id)).extracting(Entry::outcome).containsExactly("FAILED");
		assertThat(this.runs.finish(id).state()).isEqualTo(DeletionState.DELETED);
		assertThat(grants(instance, profile)).containsExactly("example.other");
	}

	@Test
	void sendsBackTheGrantsAsTheyAreJustBeforeTheCall() {
		String application = application("example.desk");
		String instance = instance("centre");
		associate(instance, IntegrationType.APPLICATION, application);
		String profile = profile(instance, "example.desk", "example.other");
		UUID id = confirm(application);
		grant(instance, profile, "example.late", "example.desk", "example.other");
		assertThat(this.runs.finish(id).state()).isEqualTo(DeletionState.DELETED);
		assertThat(grants(instance, profile)).containsExactly("example.late", "example.other");
	}

	@Test
	void letsNoSlowRunnerReopenOrEndWhatAnotherHasEnded() {
		UUID id = confirm(events("orders"));
		Deletion early = this.runs.find(id);
		this.runs.finish(id);
		Deletion ended = this.runs.find(id);
		assertThatExceptionOfType(DeletionStore.OvertakenException.class)
			.isThrownBy(() -> this.store.state(id, DeletionState.RUNNING, null));
		assertThat(this.store.finish(early, DeletionState.FAILED, ended.confirmedAt())).isFalse();
		assertThat(this.runs.find(id)).isEqualTo(ended);
	}

	@Test
	void doesNotEndWhatWasCancelledOrTriedAgainMeanwhile() {
		UUID id = confirm(events("orders"));
		Deletion seen = this.runs.find(id);
		this.runs.cancel(id);
		assertThat(this.store.finish(seen, DeletionState.DELETED, seen.confirmedAt())).isFalse();
		assertThat(this.runs.find(id).finishedAt()).isNull();
		assertThat(this.runs.finish(id).state()).isEqualTo(DeletionState.CANCELLED);
	}

	@Test
	void refusesTwoDeletionsThatWriteTheSameSecurityProfile() {
		String instance = instance("centre");
		String one = application("example.one");
		String other = application("example.other");
		associate(instance, IntegrationType.APPLICATION, one);
		associate(instance, IntegrationType.APPLICATION, other);
		profile(instance, "example.one", "example.other");
		StoredPlan second = this.runs.plan(other);
		confirm(one);
		assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> this.runs.confirm(second))
			.satisfies((ex) -> assertThat(ex.reason()).isEqualTo(RefusedException.Reason.ALREADY_RUNNING));
	}

	@Test
	void saysThatTheRoleWasCreatedAgainAndLeavesTheNewOne() {
		String role = role();
		EmulatorServer.set(Runs.AWS, "lags", Map.of("roleDeletionMs", 4_500));
		UUID id = confirm(role);
		this.runs.advance(id);
		this.world.passTime(60);
		role();
		String again = this.world.look().get(role);
		Deletion deletion = this.runs.finish(id);
		assertThat(deletion.state()).isEqualTo(DeletionState.DELETED);
		assertThat(deletion.step(1).detail()).startsWith("Deleted, then created again at ").contains(again);
		assertThat(this.world.look()).containsEntry(role, again);
		assertThat(Runs.changes()).containsExactly("DeleteServiceLinkedRole");
	}

	@Test
	void touchesNothingWithCredentialsOfAnotherAccountAndGoesOnWithTheRightOnes() {
		UUID id = confirm(data("handbook"));
		AccountIdentity other = mock();
		given(other.verifyNow(Runs.ALIAS)).willReturn("999999999999");
		EmulatorServer.forgetCalls(Runs.AWS);
		this.runs.advance(id, other);
		Deletion paused = this.runs.find(id);
		assertThat(paused.state()).isEqualTo(DeletionState.PAUSED);
		assertThat(paused.pausedBecause()).startsWith("WRONG_ACCOUNT: ").contains("999999999999", Runs.AWS);
		assertThat(EmulatorServer.calls(Runs.AWS)).isEmpty();
		assertThat(this.runs.finish(id).state()).isEqualTo(DeletionState.DELETED);
	}

	@Test
	void failsWhereMoreThanTheOneAmbiguousAssociationIsGone() {
		String twice = events("twice");
		String one = instance("one");
		String association = associate(one, IntegrationType.EVENT, twice);
		String other = instance("other");
		String late = associate(other, IntegrationType.EVENT, twice);
		PlanRequest request = PlanRequest.of(List.of(Target.parse(this.world.look()
			.keySet()
			.stream()
			.filter((key) -> key.contains(":event-integration-association/"))
			.findFirst()
			.orElseThrow(), Runs.AWS)));
		StoredPlan choice = this.runs.plan(request);
		UUID id = this.runs.confirm(this.runs.plan(Terrain.chosen(request, choice.plan()))).id();
		String untouched = choice.plan().blocked().getFirst().choices().getFirst().key().endsWith(association) ? late
				: association;
		this.world.connect(REGION)
			.deleteIntegrationAssociation((gone) -> gone.instanceId(untouched.equals(late) ? other : one)
				.integrationAssociationId(untouched));
		Deletion deletion = this.runs.finish(id);
		assertThat(deletion.state()).isEqualTo(DeletionState.FAILED);
		assertThat(deletion.step(2).detail()).startsWith("Exactly one association should be gone by now, and 2 are.");
	}

	@Test
	void saysThatWhatIsNoLongerHeldGoesThoughNobodyWaitsForIt() {
		String orders = events("orders");
		associate(instance("centre"), IntegrationType.EVENT, orders);
		UUID id = confirm(orders);
		EmulatorServer.set(Runs.AWS, "lags", Map.of("associationMs", 40_000));
		this.runs.advance(id);
		this.runs.cancel(id);
		Deletion deletion = this.runs.finish(id);
		assertThat(deletion.state()).isEqualTo(DeletionState.CANCELLED);
		assertThat(deletion.steps()).extracting(DeletionStep::detail)
			.containsExactly(null,
					"Not waited for: operator cancelled the deletion before. What held it is removed, so AWS will stop showing it.",
					"Not done: operator cancelled the deletion before.");
	}

	private UUID confirm(String... arns) {
		return this.runs.confirm(this.runs.plan(arns)).id();
	}

	private static void fault(String operation, Map<String, Object> fault) {
		Map<String, Object> whole = new HashMap<>(fault);
		whole.put("operation", operation);
		whole.putIfAbsent("times", 1);
		EmulatorServer.faults(Runs.AWS, List.of(whole));
	}

	private String role() {
		this.world.iam().createServiceLinkedRole((request) -> request.awsServiceName("app-integrations.amazonaws.com"));
		return this.world.role();
	}

	private String data(String name) {
		return this.world.integrations(REGION)
			.createDataIntegration((request) -> request.name(name)
				.kmsKey("arn:aws:kms:eu-west-2:" + Runs.AWS + ":key/1")
				.sourceURI("s3://bucket-of-handbooks"))
			.arn();
	}

	private String events(String name) {
		return this.world.integrations(REGION)
			.createEventIntegration((request) -> request.name(name)
				.description("Words")
				.eventBridgeBus("default")
				.eventFilter((filter) -> filter.source("aws.partner/example.com/orders")))
			.eventIntegrationArn();
	}

	private String application(String namespace) {
		return this.world.integrations(REGION)
			.createApplication((request) -> request.name(namespace)
				.namespace(namespace)
				.applicationSourceConfig(
						(source) -> source.externalUrlConfig((url) -> url.accessUrl("https://desk.example.com/")
							.approvedOrigins("https://agents.example.com"))))
			.arn();
	}

	private String instance(String alias) {
		return this.world.connect(REGION)
			.createInstance((request) -> request.instanceAlias(alias)
				.identityManagementType("CONNECT_MANAGED")
				.inboundCallsEnabled(true)
				.outboundCallsEnabled(true))
			.id();
	}

	private String associate(String instance, IntegrationType type, String arn) {
		return this.world.connect(REGION)
			.createIntegrationAssociation(
					(request) -> request.instanceId(instance).integrationType(type).integrationArn(arn))
			.integrationAssociationId();
	}

	private String profile(String instance, String... namespaces) {
		String profile = this.world.connect(REGION)
			.createSecurityProfile((request) -> request.instanceId(instance).securityProfileName("Agents"))
			.securityProfileId();
		grant(instance, profile, namespaces);
		return profile;
	}

	private void grant(String instance, String profile, String... namespaces) {
		this.world.connect(REGION)
			.updateSecurityProfile((request) -> request.instanceId(instance)
				.securityProfileId(profile)
				.applications(Stream.of(namespaces)
					.map((namespace) -> Application.builder()
						.namespace(namespace)
						.applicationPermissions("ACCESS")
						.build())
					.toList()));
	}

	private List<String> grants(String instance, String profile) {
		return this.world.connect(REGION)
			.listSecurityProfileApplications((request) -> request.instanceId(instance).securityProfileId(profile))
			.applications()
			.stream()
			.map(Application::namespace)
			.toList();
	}

	private String orphan(String namespace) {
		String application = application(namespace);
		String instance = instance("closed");
		associate(instance, IntegrationType.APPLICATION, application);
		this.world.connect(REGION).deleteInstance((request) -> request.instanceId(instance));
		return application;
	}

	private List<Entry> audit(UUID deletion) {
		return new AuditReader(this.jdbc).entries(deletion);
	}

}
