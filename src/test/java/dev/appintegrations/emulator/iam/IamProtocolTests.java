package dev.appintegrations.emulator.iam;

import java.util.Map;

import dev.appintegrations.emulator.EmulatorServer;
import dev.appintegrations.emulator.RawRequest;
import dev.appintegrations.emulator.RoleTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static dev.appintegrations.emulator.iam.IamCaller.NAME;
import static dev.appintegrations.emulator.iam.IamCaller.PATH;
import static dev.appintegrations.emulator.iam.IamCaller.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

@RoleTest
class IamProtocolTests {

	private static final String GET_ROLE = "Action=GetRole&RoleName=" + NAME;

	private final IamCaller caller = IamCaller.withRole();

	@Test
	void answersInIamsXml() throws Exception {
		RawRequest.Answer answer = this.caller.send(GET_ROLE);
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.header("Content-Type")).startsWith("text/xml");
		assertThat(answer.body())
			.startsWith("<GetRoleResponse xmlns=\"https://iam.amazonaws.com/doc/2010-05-08/\"><GetRoleResult><Role>")
			.contains("<Path>" + PATH + "</Path><RoleName>" + NAME + "</RoleName>")
			.contains("<RoleLastUsed></RoleLastUsed>")
			.endsWith("</Role></GetRoleResult><ResponseMetadata><RequestId>" + answer.header("x-amzn-RequestId")
					+ "</RequestId></ResponseMetadata></GetRoleResponse>");
	}

	@Test
	void refusesInIamsXml() throws Exception {
		RawRequest.Answer answer = this.caller.send("Action=GetRole&RoleName=other");
		assertThat(answer.status()).isEqualTo(404);
		assertThat(answer.header("Content-Type")).startsWith("text/xml");
		assertThat(answer.body())
			.isEqualTo("<ErrorResponse xmlns=\"https://iam.amazonaws.com/doc/2010-05-08/\"><Error><Type>Sender</Type>"
					+ "<Code>NoSuchEntity</Code><Message>The role with name other cannot be found.</Message></Error>"
					+ "<RequestId>" + answer.header("x-amzn-RequestId") + "</RequestId></ErrorResponse>");
	}

	@Test
	void escapesWhatOperatorsWrite() {
		String description = "<b>\"R&D\"</b> 'ours'";
		this.caller.sdk().updateRoleDescription((request) -> request.roleName(NAME).description(description));
		assertThat(this.caller.get().description()).isEqualTo(description);
	}

	@ParameterizedTest
	@ValueSource(strings = { "eu-west-2", "af-south-1", "aws-global" })
	void isSignedForOneRegion(String region) throws Exception {
		RawRequest.Answer answer = this.caller.send(GET_ROLE, region);
		assertThat(answer.status()).isEqualTo(403);
		assertThat(answer.body()).contains("<Code>SignatureDoesNotMatch</Code>",
				"Credential should be scoped to a valid region");
	}

	@Test
	void answersWhateverTheRegionsStateIs() {
		EmulatorServer.set(this.caller.account(), "regions", Map.of("us-east-1", "DENIED_BY_SCP"));
		this.caller.assertRole(true);
	}

	@ParameterizedTest
	@CsvSource({ "Action=CreateUser&UserName=x, CreateUser", "Action=getRole, getRole",
			"RoleName=x, NO_ACTION_SPECIFIED" })
	void knowsNoOtherAction(String form, String action) throws Exception {
		RawRequest.Answer answer = this.caller.send(form);
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.body()).contains("<Code>InvalidAction</Code>",
				"Could not find operation " + action + " for version 2010-05-08");
	}

	@Test
	void throttlesInItsOwnWay() {
		EmulatorServer.set(this.caller.account(), "rates", Map.of("iam", Map.of("perSecond", 0.001, "burst", 1)));
		this.caller.sdk().listRoles();
		assertRefused(() -> this.caller.sdk().listRoles(), 400, "Throttling", "Rate exceeded");
	}

	@Test
	void throttlesOneOperation() {
		EmulatorServer.set(this.caller.account(), "rates",
				Map.of("iam/ListRoles", Map.of("perSecond", 0.001, "burst", 1)));
		this.caller.sdk().listRoles();
		assertRefused(() -> this.caller.sdk().listRoles(), 400, "Throttling", "Rate exceeded");
		this.caller.assertRole(true);
	}

}
