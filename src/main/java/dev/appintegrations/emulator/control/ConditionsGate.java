package dev.appintegrations.emulator.control;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import dev.appintegrations.emulator.scenario.Scenarios;
import dev.appintegrations.emulator.wire.AwsError;
import dev.appintegrations.emulator.wire.AwsRequest;
import dev.appintegrations.emulator.wire.AwsResponse;
import dev.appintegrations.emulator.wire.Connection;
import dev.appintegrations.emulator.wire.Credentials;
import dev.appintegrations.emulator.wire.EmulatedService;
import dev.appintegrations.emulator.wire.EmulatorServlet;
import jakarta.annotation.PreDestroy;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Delays, denies, throttles and breaks calls as the control API has set it, and writes
 * each into the log.
 */
@Component
class ConditionsGate implements EmulatorServlet.Gate {

	private static final Log logger = LogFactory.getLog(ConditionsGate.class);

	/** Services that answer for the whole account, whatever the region's state. */
	private static final Set<String> GLOBAL_SERVICES = Set.of("account", "iam");

	/**
	 * STS answers in every enabled region; organisations that deny regions leave it out,
	 * since GetCallerIdentity can't be denied at all (STS API reference).
	 */
	private static final String STS = "sts";

	private static final long LOOK_AFTER_CLIENT_MS = 200;

	private final Controls controls;

	private final CallLog log;

	private final Scenarios scenarios;

	private final Credentials credentials;

	private final CountDownLatch stopping = new CountDownLatch(1);

	ConditionsGate(Controls controls, CallLog log, Scenarios scenarios, Credentials credentials) {
		this.controls = controls;
		this.log = log;
		this.scenarios = scenarios;
		this.credentials = credentials;
	}

	@Override
	public @Nullable AwsResponse pass(EmulatedService service, String operation, AwsRequest request,
			Connection connection) {
		this.scenarios.prepare(request.account());
		CallLog.Call call = this.log.begin(operation, request, this.controls.now(request.account()));
		pause(this.controls.delay(request));
		AwsResponse answer = answer(service, operation, request, connection);
		if (answer != null) {
			call.answered(answer.status());
		}
		return answer;
	}

	private @Nullable AwsResponse answer(EmulatedService service, String operation, AwsRequest request,
			Connection connection) {
		AwsError refusal = refusal(service, operation, request);
		if (refusal != null) {
			return service.error(refusal, request);
		}
		Fault fault = this.controls.fault(operation, request);
		return (fault != null) ? fail(fault.pattern(), service, operation, request, connection)
				: serve(service, operation, request);
	}

	private @Nullable AwsError refusal(EmulatedService service, String operation, AwsRequest request) {
		AwsError regional = GLOBAL_SERVICES.contains(request.service()) ? null : regional(operation, request);
		return (regional != null || this.controls.admit(operation, request)) ? regional : service.throttled();
	}

	private @Nullable AwsError regional(String operation, AwsRequest request) {
		return switch (this.controls.region(request.account(), request.region())) {
			case ENABLED -> null;
			case NOT_ENABLED -> AwsError.unrecognizedClient();
			case DENIED_BY_SCP -> STS.equals(request.service()) ? null : new AwsError(403, "AccessDeniedException",
					"User: %5$s is not authorized to perform: %2$s:%3$s on resource: arn:aws:%2$s:%4$s:%1$s:* with an explicit deny in a service control policy"
						.formatted(request.account(), request.service(), operation, request.region(),
								this.credentials.callerArn(request)));
		};
	}

	private AwsResponse serve(EmulatedService service, String operation, AwsRequest request) {
		try {
			return service.answer(operation, request);
		}
		catch (AwsError error) {
			return service.error(error, request);
		}
		catch (RuntimeException ex) {
			logger.error("The emulator failed at %s of %s".formatted(operation, request.service()), ex);
			return service.error(new AwsError(500, "InternalFailure", "The emulator has a fault: see its log"),
					request);
		}
	}

	private @Nullable AwsResponse fail(Fault.Pattern fault, EmulatedService service, String operation,
			AwsRequest request, Connection connection) {
		return switch (fault.action()) {
			case ERROR -> service.error(error(fault), request);
			case HANG -> {
				awaitClient(connection);
				connection.close();
				yield null;
			}
			case RESET -> {
				connection.reset();
				yield null;
			}
			case DROP_AFTER_APPLY -> {
				serve(service, operation, request);
				connection.close();
				yield null;
			}
			case HTML ->
				new AwsResponse((fault.status() != null) ? fault.status() : 200, Map.of("Content-Type", "text/html"),
						"<html><body><h1>Web gateway</h1></body></html>".getBytes(StandardCharsets.UTF_8));
			case TRUNCATE -> truncated(serve(service, operation, request));
		};
	}

	private static AwsError error(Fault.Pattern fault) {
		return new AwsError((fault.status() != null) ? fault.status() : 500,
				(fault.code() != null) ? fault.code() : "InternalServiceError",
				(fault.message() != null) ? fault.message() : "Injected failure");
	}

	private static AwsResponse truncated(AwsResponse answer) {
		byte[] half = Arrays.copyOf(answer.body(), answer.body().length / 2);
		return new AwsResponse(answer.status(), answer.headers(), half);
	}

	private void pause(Duration duration) {
		if (duration.isPositive()) {
			stoppedWithin(duration.toMillis());
		}
	}

	private void awaitClient(Connection connection) {
		boolean waiting = true;
		while (waiting) {
			waiting = !stoppedWithin(LOOK_AFTER_CLIENT_MS) && !connection.lost();
		}
	}

	private boolean stoppedWithin(long millis) {
		try {
			return this.stopping.await(millis, TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return true;
		}
	}

	@PreDestroy
	void stop() {
		this.stopping.countDown();
	}

}
