package dev.appintegrations.emulator.iam;

import java.net.URI;
import java.util.List;
import java.util.Objects;

import dev.appintegrations.containers.LocalStack;
import dev.appintegrations.emulator.EmulatorApplication;
import dev.appintegrations.emulator.EmulatorServer;
import dev.appintegrations.emulator.RawRequest;
import dev.appintegrations.emulator.RoleTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.AttachedPolicy;
import software.amazon.awssdk.services.iam.model.DeletionTaskStatusType;
import software.amazon.awssdk.services.iam.model.NoSuchEntityException;
import software.amazon.awssdk.services.iam.model.Role;
import software.amazon.awssdk.services.iam.model.Tag;

import org.springframework.context.ConfigurableApplicationContext;

import static dev.appintegrations.emulator.iam.IamCaller.NAME;
import static dev.appintegrations.emulator.iam.IamCaller.PATH;
import static dev.appintegrations.emulator.iam.IamCaller.POLICY;
import static dev.appintegrations.emulator.iam.IamCaller.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * An emulator that keeps its roles in LocalStack's IAM, or one like it.
 */
@RoleTest
class OtherIamGatewayTests {

	private static LocalStackLikeIam like;

	private static URI other;

	private static ConfigurableApplicationContext emulator;

	private static URI server;

	private final IamCaller caller = IamCaller.at(server);

	private final IamClient there = EmulatorServer.iam(this.caller.account(), other);

	@BeforeAll
	static void start() throws Exception {
		like = LocalStackLikeIam.start();
		other = Objects.requireNonNullElseGet(LocalStack.wantedForRoles(), like::endpoint);
		emulator = startWith(other);
		server = uri(emulator);
	}

	@AfterAll
	static void stop() {
		emulator.close();
		like.close();
	}

	private static ConfigurableApplicationContext startWith(URI iam) {
		return EmulatorApplication.start("--server.port=0", "--emulator.iam.endpoint=" + iam);
	}

	private static URI uri(ConfigurableApplicationContext emulator) {
		return URI.create("http://127.0.0.1:" + emulator.getEnvironment().getRequiredProperty("local.server.port"));
	}

	@Test
	void showsTheRightRoleToWhoeverLooksThere() {
		this.caller.create();
		Role role = this.there.getRole((request) -> request.roleName(NAME)).role();
		assertThat(role.path()).isEqualTo(PATH);
		assertThat(role.arn()).isEqualTo(this.caller.get().arn());
		assertThat(IamCaller.decoded(role.assumeRolePolicyDocument()))
			.isEqualTo(IamCaller.decoded(this.caller.get().assumeRolePolicyDocument()));
		assertThat(this.there.listAttachedRolePolicies((request) -> request.roleName(NAME)).attachedPolicies())
			.extracting(AttachedPolicy::policyArn)
			.containsExactly(POLICY);
	}

	@Test
	void answersWithTheIdAndDateFromThere() {
		Role created = this.caller.create();
		Role there = this.there.getRole((request) -> request.roleName(NAME)).role();
		assertThat(there.roleId()).isEqualTo(created.roleId()).isEqualTo(this.caller.get().roleId());
		assertThat(there.createDate()).isEqualTo(created.createDate()).isEqualTo(this.caller.get().createDate());
	}

	@Test
	void encodesDocumentsEvenIfTheyAreNotEncodedThere() {
		this.caller.create();
		assertThat(this.caller.get().assumeRolePolicyDocument()).startsWith("%7B%22Version%22");
	}

	@Test
	void keepsDescriptionAndTagsThere() {
		this.caller.create();
		this.caller.sdk().updateRole((request) -> request.roleName(NAME).description("R&D's"));
		this.caller.sdk().tagRole((request) -> request.roleName(NAME).tags(of("Team", "one"), of("stage", "test")));
		this.caller.sdk().tagRole((request) -> request.roleName(NAME).tags(of("team", "two")));
		this.caller.sdk().untagRole((request) -> request.roleName(NAME).tagKeys("stage"));
		Role role = this.there.getRole((request) -> request.roleName(NAME)).role();
		assertThat(role.description()).isEqualTo("R&D's");
		assertThat(role.tags()).containsExactly(of("team", "two"));
		assertThat(this.caller.get().description()).isEqualTo("R&D's");
		assertThat(this.caller.get().tags()).containsExactly(of("team", "two"));
	}

	@Test
	void deletesThereWhenItsTaskIsDone() throws Exception {
		this.caller.create();
		control("PUT", "lags", "{\"roleDeletionMs\":60000}");
		String task = this.caller.delete();
		assertThat(this.caller.status(task).status()).isEqualTo(DeletionTaskStatusType.NOT_STARTED);
		assertThat(this.there.getRole((request) -> request.roleName(NAME)).role().roleName()).isEqualTo(NAME);
		control("PUT", "clock", "{\"advanceMs\":60000}");
		assertThat(this.caller.status(task).status()).isEqualTo(DeletionTaskStatusType.SUCCEEDED);
		assertGone();
	}

	@Test
	void keepsThereWhatIsInUse() throws Exception {
		createEventIntegration();
		String task = this.caller.delete();
		assertThat(this.caller.status(task).status()).isEqualTo(DeletionTaskStatusType.FAILED);
		assertThat(this.there.getRole((request) -> request.roleName(NAME)).role().roleName()).isEqualTo(NAME);
	}

	@Test
	void createsItThereWithTheFirstResource() throws Exception {
		createEventIntegration();
		assertThat(this.there.getRole((request) -> request.roleName(NAME)).role().path()).isEqualTo(PATH);
	}

	@Test
	void refusesToDeleteThroughDeleteRole() {
		this.caller.create();
		IamCaller.assertProtected(() -> this.caller.sdk().deleteRole((request) -> request.roleName(NAME)));
		assertThat(this.there.getRole((request) -> request.roleName(NAME)).role().roleName()).isEqualTo(NAME);
	}

	@Test
	void seesThatItWasDeletedThere() {
		this.caller.create();
		this.there.deleteServiceLinkedRole((request) -> request.roleName(NAME));
		this.caller.assertRole(false);
		this.caller.create();
		this.caller.assertRole(true);
	}

	@Test
	void takesARoleThatWasMadeThereForTaken() {
		this.there.createRole((request) -> request.roleName(NAME)
			.path(PATH)
			.assumeRolePolicyDocument(IamRole.TRUST)
			.description("Seeded"));
		assertThat(this.caller.get().description()).isEqualTo("Seeded");
		assertRefused(this.caller::create, 400, "InvalidInput", "has been taken");
	}

	@Test
	void removesItThereWithAReset() throws Exception {
		this.caller.create();
		control("POST", "reset", "{\"scenario\":\"empty\"}");
		assertGone();
	}

	@Test
	void givesTheSampleAccountsTheirRolesThere() {
		Role there = EmulatorServer.iam("111122223333", other).getRole((request) -> request.roleName(NAME)).role();
		Role here = EmulatorServer.iam("111122223333", server).getRole((request) -> request.roleName(NAME)).role();
		assertThat(there.description()).isNotBlank().isEqualTo(here.description());
		assertThat(there.tags()).hasSize(1).isEqualTo(here.tags());
		assertThat(there.roleLastUsed().lastUsedDate()).isNull();
		assertThat(here.roleLastUsed().region()).isEqualTo("us-east-1");
	}

	@Test
	void saysWhenTheOtherIamFails() throws Exception {
		try (LocalStackLikeIam iam = LocalStackLikeIam.start();
				ConfigurableApplicationContext late = startWith(iam.endpoint())) {
			IamCaller someone = IamCaller.at(uri(late));
			someone.create();
			iam.failing(true);
			assertRefused(someone::get, 500, "ServiceFailure", iam.endpoint().toString());
			iam.failing(false);
			someone.assertRole(true);
		}
	}

	@Test
	void loadsAScenarioOnceThoughTheOtherIamFailsAtFirst() throws Exception {
		try (LocalStackLikeIam iam = LocalStackLikeIam.start();
				ConfigurableApplicationContext late = startWith(iam.endpoint())) {
			RawRequest.unsigned("POST", "/_emulator/reset").body("{\"scenario\":\"sandbox\"}").at(uri(late)).send();
			iam.failing(true);
			assertThat(eventIntegrations(uri(late)).status()).isEqualTo(500);
			iam.failing(false);
			assertThat(eventIntegrations(uri(late)).json().path("EventIntegrations"))
				.extracting((each) -> each.path("Name").asString())
				.containsExactlyInAnyOrderElementsOf(List.of("segment-tracks", "unused"));
		}
	}

	@Test
	void doesNotStartWithoutTheOtherIam() {
		assertThatThrownBy(() -> startWith(URI.create("http://127.0.0.1:1")))
			.hasStackTraceContaining("The IAM at http://127.0.0.1:1 that keeps the role failed");
	}

	private static RawRequest.Answer eventIntegrations(URI server) throws Exception {
		return RawRequest.signed("GET", "/eventIntegrations", "555566667777").at(server).send();
	}

	private void createEventIntegration() throws Exception {
		RawRequest.Answer answer = RawRequest.signed("POST", "/eventIntegrations", this.caller.account())
			.header("Content-Type", "application/json")
			.body("""
					{"Name":"orders","EventBridgeBus":"default","EventFilter":{"Source":"aws.partner/example.com"}}
					""")
			.at(server)
			.send();
		assertThat(answer.status()).isEqualTo(200);
	}

	private void assertGone() {
		assertThatExceptionOfType(NoSuchEntityException.class)
			.isThrownBy(() -> this.there.getRole((request) -> request.roleName(NAME)));
	}

	private void control(String method, String call, String body) throws Exception {
		RawRequest.Answer answer = RawRequest
			.unsigned(method, "/_emulator/" + call + "?account=" + this.caller.account())
			.body(body)
			.at(server)
			.send();
		assertThat(answer.status()).isEqualTo(200);
	}

	private static Tag of(String key, String value) {
		return Tag.builder().key(key).value(value).build();
	}

}
