package dev.appintegrations.emulator.control;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import dev.appintegrations.emulator.wire.AwsError;
import dev.appintegrations.emulator.wire.AwsRequest;
import dev.appintegrations.emulator.wire.AwsResponse;
import dev.appintegrations.emulator.wire.EmulatedService;
import dev.appintegrations.emulator.wire.EmulatorServlet;
import jakarta.annotation.PreDestroy;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Delays, denies, throttles and breaks calls as the control API has set it, and writes
 * each into the log.
 */
@Component
class ConditionsGate implements EmulatorServlet.Gate {

	/** Services that answer for the whole account, whatever the region's state. */
	private static final Set<String> GLOBAL_SERVICES = Set.of("sts", "account", "iam");

	/** A hanging call is dropped after this, long past any client's patience. */
	private static final Duration HANG = Duration.ofMinutes(10);

	private final Controls controls;

	private final CallLog log;

	private final CountDownLatch stopping = new CountDownLatch(1);

	ConditionsGate(Controls controls, CallLog log) {
		this.controls = controls;
		this.log = log;
	}

	@Override
	public @Nullable AwsResponse pass(EmulatedService service, String operation, AwsRequest request) {
		CallLog.Call call = this.log.begin(operation, request, this.controls.now(request.account()));
		pause(this.controls.delay(request));
		AwsResponse answer;
		try {
			answer = answer(service, operation, request);
		}
		catch (AwsError error) {
			answer = service.error(error, request);
		}
		if (answer != null) {
			call.answered(answer.status());
		}
		return answer;
	}

	private @Nullable AwsResponse answer(EmulatedService service, String operation, AwsRequest request) {
		checkRegion(operation, request);
		if (!this.controls.admit(operation, request)) {
			throw service.throttled();
		}
		Fault fault = this.controls.fault(operation, request);
		if (fault == null) {
			return service.answer(operation, request);
		}
		return switch (fault.pattern().action()) {
			case ERROR -> throw error(fault.pattern());
			case HANG -> {
				pause(HANG);
				yield null;
			}
			case RESET -> null;
			case DROP_AFTER_APPLY -> {
				service.answer(operation, request);
				yield null;
			}
			case HTML -> new AwsResponse((fault.pattern().status() != null) ? fault.pattern().status() : 200,
					Map.of("Content-Type", "text/html"),
					"<html><body><h1>Web gateway</h1></body></html>".getBytes(StandardCharsets.UTF_8));
			case TRUNCATE -> truncated(service.answer(operation, request));
		};
	}

	private void checkRegion(String operation, AwsRequest request) {
		if (GLOBAL_SERVICES.contains(request.service())) {
			return;
		}
		switch (this.controls.region(request.account(), request.region())) {
			case ENABLED -> {
			}
			case NOT_ENABLED -> throw new AwsError(403, "UnrecognizedClientException",
					"The security token included in the request is invalid.");
			case DENIED_BY_SCP -> throw new AwsError(403, "AccessDeniedException",
					"User: arn:aws:iam::%1$s:user/operator is not authorized to perform: %2$s:%3$s on resource: arn:aws:%2$s:%4$s:%1$s:* with an explicit deny in a service control policy"
						.formatted(request.account(), request.service(), operation, request.region()));
		}
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
		if (duration.isZero()) {
			return;
		}
		try {
			this.stopping.await(duration.toNanos(), TimeUnit.NANOSECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@PreDestroy
	void stop() {
		this.stopping.countDown();
	}

}
