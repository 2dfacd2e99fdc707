package dev.appintegrations.emulator.iam;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import dev.appintegrations.emulator.EmulatorServer;
import dev.appintegrations.emulator.RawRequest;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import software.amazon.awssdk.services.appintegrations.AppIntegrationsClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.GetServiceLinkedRoleDeletionStatusResponse;
import software.amazon.awssdk.services.iam.model.IamException;
import software.amazon.awssdk.services.iam.model.Role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Somebody with an account of their own who calls IAM about the role.
 *
 * @param account twelve digits
 * @param sdk a client that does not retry
 */
record IamCaller(String account, IamClient sdk) {

	static final String NAME = "AWSServiceRoleForAppIntegrations";

	static final String PATH = "/aws-service-role/app-integrations.amazonaws.com/";

	static final String PRINCIPAL = "app-integrations.amazonaws.com";

	static final String POLICY = "arn:aws:iam::aws:policy/aws-service-role/AppIntegrationsServiceLinkedRolePolicy";

	/** With an empty account. */
	static IamCaller fresh() {
		String account = EmulatorServer.freshAccount();
		return new IamCaller(account, EmulatorServer.iam(account));
	}

	/** With an account that has the role. */
	static IamCaller withRole() {
		IamCaller caller = fresh();
		caller.create();
		return caller;
	}

	static IamCaller withScenario(String scenario) {
		IamCaller caller = fresh();
		EmulatorServer.reset(caller.account, scenario);
		return caller;
	}

	static IamCaller at(URI server) {
		String account = EmulatorServer.freshAccount();
		return new IamCaller(account, EmulatorServer.iam(account, server));
	}

	Role create() {
		return this.sdk.createServiceLinkedRole((request) -> request.awsServiceName(PRINCIPAL)).role();
	}

	Role get() {
		return this.sdk.getRole((request) -> request.roleName(NAME)).role();
	}

	String delete() {
		return this.sdk.deleteServiceLinkedRole((request) -> request.roleName(NAME)).deletionTaskId();
	}

	GetServiceLinkedRoleDeletionStatusResponse status(String task) {
		return this.sdk.getServiceLinkedRoleDeletionStatus((request) -> request.deletionTaskId(task));
	}

	AppIntegrationsClient integrations(String region) {
		return EmulatorServer.client(this.account, region);
	}

	String createDataIntegration(String name, String source) {
		return integrations("eu-west-2")
			.createDataIntegration((request) -> request.name(name)
				.kmsKey("arn:aws:kms:eu-west-2:" + this.account + ":key/1")
				.sourceURI(source))
			.id();
	}

	void createEventIntegration(String name) {
		integrations("eu-west-2").createEventIntegration((request) -> request.name(name)
			.eventBridgeBus("default")
			.eventFilter((filter) -> filter.source("aws.partner/example.com")));
	}

	void createApplication(String name) {
		integrations("eu-west-2").createApplication((request) -> request.name(name)
			.namespace("example." + name)
			.applicationSourceConfig(
					(source) -> source.externalUrlConfig((url) -> url.accessUrl("https://desk.example.com/"))));
	}

	void behave(String switchName, boolean on) {
		EmulatorServer.set(this.account, "behaviour", Map.of(switchName, on));
	}

	void lag(String name, long milliseconds) {
		EmulatorServer.set(this.account, "lags", Map.of(name, milliseconds));
	}

	void advance(long milliseconds) {
		EmulatorServer.set(this.account, "clock", Map.of("advanceMs", milliseconds));
	}

	/** Sends a form as it stands, beside Version. */
	RawRequest.Answer send(String form) throws Exception {
		return send(form, "us-east-1");
	}

	RawRequest.Answer send(String form, String region) throws Exception {
		return RawRequest.signed("POST", "/", this.account, "iam", region)
			.header("Content-Type", "application/x-www-form-urlencoded")
			.body("Version=2010-05-08&" + form)
			.send();
	}

	static String decoded(String document) {
		return URLDecoder.decode(document, StandardCharsets.UTF_8);
	}

	void assertRole(boolean present) {
		if (present) {
			assertThat(get().roleName()).isEqualTo(NAME);
		}
		else {
			assertNoRole();
		}
	}

	void assertNoRole() {
		assertRefused(this::get, 404, "NoSuchEntity", "The role with name " + NAME + " cannot be found.");
	}

	static void assertProtected(ThrowingCallable call) {
		assertRefused(call, 400, "UnmodifiableEntity", "Cannot perform the operation on the protected role '" + NAME
				+ "' - this role is only modifiable by AWS");
	}

	static void assertRefused(ThrowingCallable call, int status, String code, String text) {
		assertThatExceptionOfType(IamException.class).isThrownBy(call).satisfies((refusal) -> {
			assertThat(refusal.awsErrorDetails().errorCode()).isEqualTo(code);
			assertThat(refusal.statusCode()).isEqualTo(status);
			assertThat(refusal.awsErrorDetails().errorMessage()).contains(text);
			assertThat(refusal.requestId()).isNotBlank();
		});
	}

}
