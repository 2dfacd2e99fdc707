package dev.appintegrations.emulator.model;

import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

import dev.appintegrations.emulator.wire.AwsError;
import dev.appintegrations.emulator.wire.AwsRequest;
import dev.appintegrations.emulator.wire.AwsResponse;
import dev.appintegrations.emulator.wire.EmulatedService;
import dev.appintegrations.emulator.wire.RestJson;
import org.jspecify.annotations.Nullable;

/**
 * A service of AWS's REST-JSON protocol, which finds and bounds its operations by the
 * facts of its model.
 *
 * @param <C> a valid call, as its operations take it
 */
public abstract class RestJsonService<C> implements EmulatedService {

	private final String signingName;

	private final ServiceFacts facts;

	private final Map<String, Function<C, Map<String, Object>>> operations;

	/**
	 * A service.
	 * @param signingName the name by which requests find it
	 * @param facts what its model says
	 * @param operations what answers each operation, by its name
	 * @throws IllegalStateException if the model has other operations
	 */
	protected RestJsonService(String signingName, ServiceFacts facts,
			Map<String, Function<C, Map<String, Object>>> operations) {
		if (!operations.keySet().equals(facts.operations().keySet())) {
			throw new IllegalStateException("The model of " + signingName + " has other operations than the emulator");
		}
		this.signingName = signingName;
		this.facts = facts;
		this.operations = operations;
	}

	/**
	 * Reads a request.
	 * @param operation its operation
	 * @param request the request
	 * @return the call that it makes
	 * @throws AwsError if it breaks a bound
	 */
	protected abstract C call(String operation, AwsRequest request);

	@Override
	public final String signingName() {
		return this.signingName;
	}

	@Override
	public final @Nullable String operation(AwsRequest request) {
		return this.facts.route(request);
	}

	@Override
	public final AwsResponse answer(String operation, AwsRequest request) {
		Map<String, Object> answer = Objects.requireNonNull(this.operations.get(operation), operation)
			.apply(call(operation, request));
		return RestJson.answer(Objects.requireNonNull(this.facts.operations().get(operation)).status(), answer);
	}

	@Override
	public AwsResponse error(AwsError error, AwsRequest request) {
		return RestJson.error(error);
	}

	@Override
	public AwsError throttled() {
		return new AwsError(429, "ThrottlingException", "Rate exceeded");
	}

}
