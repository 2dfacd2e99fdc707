package dev.appintegrations.emulator.wire;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.catalina.connector.Request;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * The one port: control calls go to the control API, everything else to the service and
 * region of its credential scope.
 */
@Component
public class EmulatorServlet extends HttpServlet {

	/** Request attribute that holds Tomcat's own request. */
	public static final String TOMCAT_REQUEST = EmulatorServlet.class.getName() + ".request";

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
		if (http.getRequestURI().startsWith("/_emulator")) {
			this.control.answer(http, response);
			return;
		}
		AwsRequest request;
		try {
			request = this.requests.read(http);
		}
		catch (AwsError error) {
			write(response, RestJson.error(error), UUID.randomUUID().toString());
			return;
		}
		EmulatedService service = this.services.get(request.service());
		if (service == null) {
			write(response, RestJson.error(new AwsError(404, "UnknownServiceException",
					"Service '" + request.service() + "' is not emulated")), request.requestId());
			return;
		}
		String operation = service.operation(request);
		if (operation == null) {
			write(response, service.error(new AwsError(404, "UnknownOperationException", ""), request),
					request.requestId());
			return;
		}
		AwsResponse answer = this.gate.pass(service, operation, request);
		if (answer == null) {
			drop(http);
		}
		else {
			write(response, answer, request.requestId());
		}
	}

	private static void drop(HttpServletRequest http) {
		if (http.getAttribute(TOMCAT_REQUEST) instanceof Request request) {
			request.getCoyoteRequest().action(ActionCode.CLOSE_NOW, new IOException("Dropped on purpose"));
		}
	}

	private static void write(HttpServletResponse response, AwsResponse answer, String requestId) throws IOException {
		response.setStatus(answer.status());
		response.setHeader("x-amzn-RequestId", requestId);
		answer.headers().forEach(response::setHeader);
		if (!answer.headers().containsKey("Content-Length")) {
			response.setContentLength(answer.body().length);
		}
		response.getOutputStream().write(answer.body());
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
		 * @return the answer, or {@code null} if the connection must end without one
		 */
		@Nullable AwsResponse pass(EmulatedService service, String operation, AwsRequest request);

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
