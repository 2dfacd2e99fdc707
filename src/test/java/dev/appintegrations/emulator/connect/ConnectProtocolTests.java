package dev.appintegrations.emulator.connect;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import dev.appintegrations.emulator.EmulatorServer;
import dev.appintegrations.emulator.RawRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.connect.ConnectClient;
import software.amazon.awssdk.services.connect.model.ThrottlingException;

import static dev.appintegrations.emulator.connect.ConnectCaller.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ConnectProtocolTests {

	private final ConnectCaller caller = ConnectCaller.fresh();

	@Test
	void answersJson() throws Exception {
		RawRequest.Answer answer = this.caller.send("GET", "/instance", "");
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.header("Content-Type")).isEqualTo("application/json");
		assertThat(answer.body()).isEqualTo("{\"InstanceSummaryList\":[]}");
	}

	@Test
	void refusesInJson() throws Exception {
		RawRequest.Answer answer = this.caller.send("GET", "/instance/none", "");
		assertThat(answer.status()).isEqualTo(404);
		assertThat(answer.header("x-amzn-ErrorType")).isEqualTo("ResourceNotFoundException");
		assertThat(answer.header("x-amzn-RequestId")).isNotBlank();
		assertThat(answer.json().get("Message").stringValue()).isEqualTo("The instance none was not found");
	}

	@ParameterizedTest
	@CsvSource({ "POST, /instance", "GET, /", "GET, /instances", "PUT, /instance/a/integration-associations/b",
			"DELETE, /security-profiles/a/b", "GET, /instance/a/integration-associations/b/use-cases/c" })
	void knowsNoOtherOperation(String method, String path) throws Exception {
		RawRequest.Answer answer = this.caller.send(method, path, "");
		assertThat(answer.status()).isEqualTo(404);
		assertThat(answer.header("x-amzn-ErrorType")).isEqualTo("UnknownOperationException");
	}

	@Test
	void refusesBodiesThatAreNoJson() throws Exception {
		assertThat(this.caller.send("PUT", "/instance", "<xml/>").header("x-amzn-ErrorType"))
			.isEqualTo("SerializationException");
		assertThat(this.caller.send("PUT", "/instance", "{\"InboundCallsEnabled\":\"yes\"}").header("x-amzn-ErrorType"))
			.isEqualTo("SerializationException");
	}

	@Test
	void isDeniedByOrganisationsWithACodeThatItsModelLacks() {
		EmulatorServer.set(this.caller.account(), "regions", Map.of("eu-west-2", "DENIED_BY_SCP"));
		assertRefused(() -> this.caller.sdk().listInstances((request) -> {
		}), 403, "AccessDeniedException", "is not authorized to perform: connect:ListInstances on resource: "
				+ "arn:aws:connect:eu-west-2:" + this.caller.account());
	}

	@Test
	void isNotEnabledEverywhere() {
		assertRefused(() -> this.caller.in("af-south-1").sdk().listInstances((request) -> {
		}), 403, "UnrecognizedClientException", "security token");
	}

	@Test
	void throttlesInItsOwnWay() {
		EmulatorServer.set(this.caller.account(), "rates", Map.of("connect", Map.of("perSecond", 0.001, "burst", 1)));
		this.caller.sdk().listInstances((request) -> {
		});
		assertThatExceptionOfType(ThrottlingException.class)
			.isThrownBy(() -> this.caller.sdk().describeInstance((request) -> request.instanceId("none")))
			.satisfies((ex) -> assertThat(ex.statusCode()).isEqualTo(429));
	}

	@Test
	void throttlesOneOperation() {
		EmulatorServer.set(this.caller.account(), "rates",
				Map.of("connect/ListInstances", Map.of("perSecond", 0.001, "burst", 1)));
		this.caller.sdk().listInstances((request) -> {
		});
		assertThatExceptionOfType(ThrottlingException.class)
			.isThrownBy(() -> this.caller.sdk().listInstances((request) -> {
			}));
		this.caller.createInstance();
	}

	@Test
	void hasARateForEachOperationByItself() {
		ConnectClient client = EmulatorServer.connect(EmulatorServer.freshAccount(), "eu-west-2");
		assertThat(refused(8, () -> client.listInstances((request) -> {
		}))).isPositive();
		assertThat(refused(5, () -> client.describeInstance((request) -> request.instanceId("none")))).isZero();
		assertThat(refused(20, () -> client.listIntegrationAssociations((request) -> request.instanceId("none"))))
			.isZero();
	}

	@Test
	void losesAnAnswerAfterTheChange() {
		String instance = this.caller.createInstance().id();
		String events = this.caller.eventIntegration();
		String association = this.caller.associate(instance, "EVENT", events);
		EmulatorServer.faults(this.caller.account(), List.of(Map.of("service", "connect", "operation",
				"DeleteIntegrationAssociation", "action", "DROP_AFTER_APPLY", "times", 1)));
		assertThatExceptionOfType(SdkClientException.class)
			.isThrownBy(() -> this.caller.dissociate(instance, association));
		assertThat(this.caller.associations(instance)).isEmpty();
		assertThat(this.caller.heldEvents(events)).isEmpty();
	}

	@Test
	void failsAsItIsTold() {
		EmulatorServer.faults(this.caller.account(), List.of(Map.of("service", "connect", "operation", "*", "status",
				500, "code", "InternalServiceException", "message", "Try later")));
		assertRefused(() -> this.caller.sdk().listInstances((request) -> {
		}), 500, "InternalServiceException", "Try later");
	}

	private static long refused(int calls, Runnable call) {
		return IntStream.range(0, calls).filter((i) -> {
			try {
				call.run();
				return false;
			}
			catch (ThrottlingException ex) {
				return true;
			}
			catch (software.amazon.awssdk.services.connect.model.ResourceNotFoundException ex) {
				return false;
			}
		}).count();
	}

}
