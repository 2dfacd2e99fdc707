package dev.appintegrations.console.api;

import java.io.IOException;
import java.net.URI;
import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/**
 * Writes problem documents (RFC 9457).
 */
@Component
public class ProblemWriter {

	private final JsonMapper mapper = JsonMapper.shared();

	/**
	 * Answers a request with a problem document, unless the answer has already begun.
	 * @param request the request
	 * @param response its answer
	 * @param problem what happened
	 * @throws IOException if the client is gone
	 */
	public void write(HttpServletRequest request, HttpServletResponse response, Problem problem) throws IOException {
		if (response.isCommitted()) {
			return;
		}
		response.resetBuffer();
		response.setStatus(problem.type().status());
		problem.headers().forEach((name, values) -> values.forEach((value) -> response.addHeader(name, value)));
		byte[] body = this.mapper.writeValueAsBytes(Document.of(problem, instance(request)));
		response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
		response.setContentLength(body.length);
		response.getOutputStream().write(body);
	}

	private static String instance(HttpServletRequest request) {
		Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
		String path = (failed instanceof String uri) ? uri : request.getRequestURI();
		try {
			return URI.create(path).toString();
		}
		catch (IllegalArgumentException ex) {
			return "/api";
		}
	}

	@Schema(name = "Problem", description = "What went wrong, as RFC 9457 has it.")
	record Document(String type, String title, int status, String detail, String instance, List<FieldProblem> errors,
			@Nullable AwsProblem aws) {

		static Document of(Problem problem, String instance) {
			ProblemType type = problem.type();
			String detail = problem.detail().equals(type.happened()) ? type.happened() + " " + type.advice()
					: problem.detail();
			return new Document(type.path(), type.title(), type.status(), detail, instance, problem.errors(),
					problem.aws());
		}

	}

}
