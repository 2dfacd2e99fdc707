package dev.appintegrations.console.web;

import java.io.IOException;
import java.util.Map;

import dev.appintegrations.console.api.ApiPaths;
import dev.appintegrations.console.api.Problem;
import dev.appintegrations.console.api.ProblemType;
import dev.appintegrations.console.api.ProblemWriter;
import dev.appintegrations.console.api.Problems;
import dev.appintegrations.console.kernel.OpenToAll;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * Explains whatever went wrong: a page to people, a problem document to programs.
 */
@Controller
@Order(Ordered.HIGHEST_PRECEDENCE)
class ErrorPages implements HandlerExceptionResolver, ErrorController {

	private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);

	private final Problems problems;

	private final ProblemWriter writer;

	private final Shell shell;

	ErrorPages(Problems problems, ProblemWriter writer, Shell shell) {
		this.problems = problems;
		this.writer = writer;
		this.shell = shell;
	}

	@Override
	public @Nullable ModelAndView resolveException(HttpServletRequest request, HttpServletResponse response,
			@Nullable Object handler, Exception ex) {
		if (ex instanceof AuthenticationException) {
			return null;
		}
		if (ex instanceof AsyncRequestNotUsableException || response.isCommitted()) {
			LOG.debug("The client has left", ex);
			return new ModelAndView();
		}
		return answer(this.problems.explain(ex), request, response);
	}

	@RequestMapping("/error")
	@OpenToAll(because = "Errors are explained to everybody")
	@Nullable ModelAndView error(HttpServletRequest request, HttpServletResponse response) {
		Object exception = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
		Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
		Problem problem = (exception instanceof Throwable thrown) ? this.problems.explain(thrown)
				: Problem.of(ProblemType.ofStatus((status instanceof Integer code) ? code : 404));
		ModelAndView answer = answer(problem, request, response);
		// Spring MVC would take an empty one for the view that is called as the path.
		return answer.isEmpty() ? null : answer;
	}

	/** A page with its model, or nothing more to show once the answer is written. */
	ModelAndView answer(Problem problem, HttpServletRequest request, HttpServletResponse response) {
		if (ApiPaths.contains(request)) {
			try {
				this.writer.write(request, response, problem);
			}
			catch (IOException gone) {
				LOG.debug("The client has left", gone);
			}
			return new ModelAndView();
		}
		problem.headers().forEach((name, values) -> values.forEach((value) -> response.setHeader(name, value)));
		ModelAndView page = new ModelAndView("error",
				Map.of("problem", problem.type(), "detail", problem.detail(), "shell", shell(problem, request)));
		page.setStatus(HttpStatusCode.valueOf(problem.type().status()));
		return page;
	}

	private ShellView shell(Problem problem, HttpServletRequest request) {
		try {
			return (problem.type().status() < 500) ? this.shell.of(request) : this.shell.plain(request);
		}
		catch (RuntimeException ex) {
			LOG.debug("The shell can't be had", ex);
			return this.shell.plain(request);
		}
	}

}
