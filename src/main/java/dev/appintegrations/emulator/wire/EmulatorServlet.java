package dev.appintegrations.emulator.wire;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * The one port: control calls go to the control API, everything else to the service and
 * region of its credential scope.
 */
@Component
public class EmulatorServlet extends HttpServlet {

	private static final long serialVersionUID = 1L;

	private final transient SignedRequests requests;

	private final transient Gate gate;

	private final transient ControlCalls control;

	private final transient Map<String, EmulatedService> services;

	EmulatorServlet(SignedRequests requests, Gate gate, ControlCalls control, List<EmulatedService> services) {
		this.requests = requests;
		this.gate = gate;
		this.control = control;
		this.services = services.stream()
			.collect(Collectors.toUnmodifiableMap(EmulatedService::signingName, Function.identity()));
	}

	@Override
	protected void service(HttpServletRequest http, HttpServletResponse response) throws IOException {
		if (http.getRequestURI().equals("/_emulator") || http.getRequestURI().startsWith("/_emulator/")) {
			this.control.answer(http, response);
			return;
		}
		String requestId = UUID.randomUUID().toString();
		AwsResponse answer;
		try {
			Connection connection = (Connection) http.getAttribute(Connection.ATTRIBUTE);
			answer = answer(this.requests.read(http, requestId), Objects.requireNonNull(connection));
		}
		catch (AwsError error) {
			answer = RestJson.error(error);
		}
		if (answer != null) {
			write(response, answer, requestId);
		}
	}

	private @Nullable AwsResponse answer(AwsRequest unsigned, Connection connection) {
		AwsRequest request;
		try {
			request = this.requests.authenticate(unsigned);
		}
		catch (AwsError error) {
			return likelyService(unsigned).error(error, unsigned);
		}
		EmulatedService service = this.services.get(request.service());
		if (service == null) {
			throw new AwsError(404, AwsError.UNKNOWN_OPERATION,
					"The service '" + request.service() + "' is not emulated");
		}
		try {
			String operation = service.operation(request);
			if (operation == null) {
				throw service.unknownOperation(request);
			}
			return this.gate.pass(service, operation, request, connection);
		}
		catch (AwsError error) {
			return service.error(error, request);
		}
	}

	/**
	 * The service whose protocol a request speaks that does not say whom it is for.
	 */
	private ErrorWriter likelyService(AwsRequest unsigned) {
		for (EmulatedService service : this.services.values()) {
			try {
				if (service.operation(unsigned) != null) {
					return service::error;
				}
			}
			catch (AwsError ex) {
				// Not even readable for this service.
			}
		}
		return (error, request) -> RestJson.error(error);
	}

	private static void write(HttpServletResponse response, AwsResponse answer, String requestId) throws IOException {
		response.setStatus(answer.status());
		response.setHeader("x-amzn-RequestId", requestId);
		answer.headers().forEach(response::setHeader);
		response.setContentLength(answer.body().length);
		response.getOutputStream().write(answer.body());
	}

	private interface ErrorWriter {

		AwsResponse error(AwsError error, AwsRequest request);

	}

	/**
	 * What stands between a request and its service: delays, regions, rates and faults.
	 */
	public interface Gate {

		/**
		 * Passes a request on, if the conditions let it.
		 * @param service its service
		 * @param operation its operation
		 * @param request the request
		 * @param connection the connection that it came over
		 * @return the answer, or {@code null} if the connection has been ended without
		 * one
		 */
		@Nullable AwsResponse pass(EmulatedService service, String operation, AwsRequest request, Connection connection);

	}

	/**
	 * The control API.
	 */
	public interface ControlCalls {

		/**
		 * Answers a call under {@code /_emulator}.
		 * @param request the request
		 * @param response the answer
		 * @throws IOException if the connection breaks
		 */
		void answer(HttpServletRequest request, HttpServletResponse response) throws IOException;

	}

}
