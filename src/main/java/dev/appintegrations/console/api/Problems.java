package dev.appintegrations.console.api;

import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import dev.appintegrations.console.kernel.DatabasePatience;
import jakarta.validation.ConstraintViolationException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.validation.BindException;
import org.springframework.validation.BindingResult;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/**
 * Says what an exception means to the person or program that sent the request. Nothing of
 * an exception's own message reaches them.
 */
@Component
public class Problems {

	private static final Logger logger = LoggerFactory.getLogger(Problems.class);

	private static final Duration DATABASE_RETRY = Duration.ofSeconds(5);

	private final List<ProblemSource> sources;

	Problems(List<ProblemSource> sources) {
		this.sources = List.copyOf(sources);
	}

	/**
	 * Explains an exception, and logs it if it is a defect or an outage. A request that
	 * the database has failed asks it for nothing more.
	 * @param exception what ended the request
	 * @return never {@code null}; {@link ProblemType#INTERNAL} if nothing better is known
	 */
	public Problem explain(Throwable exception) {
		Problem problem = identify(exception);
		log(problem, exception);
		if (problem.type() == ProblemType.DATABASE_UNAVAILABLE) {
			DatabasePatience.end();
		}
		return problem;
	}

	/**
	 * Says which problem an exception is, and logs nothing: for who does not end the
	 * request with it.
	 * @param exception what has failed
	 * @return never {@code null}; {@link ProblemType#INTERNAL} if nothing better is known
	 */
	public Problem identify(Throwable exception) {
		return chain(exception).map(this::recognise)
			.filter(Objects::nonNull)
			.findFirst()
			.orElseGet(() -> Problem.of(ProblemType.INTERNAL));
	}

	/**
	 * Whether an exception means that the console's own database can't be reached.
	 * @param exception what ended the request
	 * @return true if it or one of its causes says so
	 */
	public static boolean isDatabaseAway(Throwable exception) {
		return chain(exception).anyMatch(Problems::isOutage);
	}

	private void log(Problem problem, Throwable exception) {
		if (problem.type() == ProblemType.INTERNAL) {
			logger.error("Request failed", exception);
		}
		else if (problem.type() == ProblemType.DATABASE_UNAVAILABLE) {
			logger.error("Database unavailable: {}", exception.toString());
		}
	}

	private static Stream<Throwable> chain(Throwable exception) {
		return Stream
			.<@Nullable Throwable>iterate(exception, Objects::nonNull,
					(next) -> (next != null) ? next.getCause() : null)
			.limit(20)
			.map(Objects::requireNonNull);
	}

	private @Nullable Problem recognise(Throwable exception) {
		for (ProblemSource source : this.sources) {
			Problem problem = source.explain(exception);
			if (problem != null) {
				return problem;
			}
		}
		return switch (exception) {
			case ProblemException ex -> ex.problem();
			case CsrfException _ -> Problem.of(ProblemType.FORM_EXPIRED);
			case AccessDeniedException _ -> Problem.of(ProblemType.FORBIDDEN);
			case AuthenticationException _ -> Problem.of(ProblemType.SIGN_IN_REQUIRED);
			case RequestRejectedException _ -> Problem.of(ProblemType.BAD_REQUEST);
			case BodyTooLargeException ex -> BodyLimitFilter.tooLarge(ex.limit());
			case InvalidParameterException ex -> Problem.of(ProblemType.ofStatus(ex.getErrorCode()));
			case HttpMessageNotReadableException ex -> unreadable(ex);
			case BindException ex -> fields(ex);
			case HandlerMethodValidationException ex -> parameters(ex);
			case ConstraintViolationException ex -> violations(ex);
			case MethodArgumentTypeMismatchException ex -> field(ex.getName(), "has a value that is not valid");
			case MissingServletRequestParameterException ex -> field(ex.getParameterName(), "is missing");
			case ErrorResponse ex -> response(ex);
			default ->
				isOutage(exception) ? Problem.of(ProblemType.DATABASE_UNAVAILABLE).retryAfter(DATABASE_RETRY) : null;
		};
	}

	private static boolean isOutage(Throwable exception) {
		return switch (exception) {
			case DataAccessResourceFailureException _ -> true;
			case TransientDataAccessResourceException _ -> true;
			case RecoverableDataAccessException _ -> true;
			case CannotCreateTransactionException _ -> true;
			case SQLTransientConnectionException _ -> true;
			case SQLNonTransientConnectionException _ -> true;
			case SQLRecoverableException _ -> true;
			default -> false;
		};
	}

	private static Problem unreadable(HttpMessageNotReadableException exception) {
		return chain(exception).filter(BodyTooLargeException.class::isInstance)
			.map(BodyTooLargeException.class::cast)
			.findFirst()
			.map((large) -> BodyLimitFilter.tooLarge(large.limit()))
			.orElseGet(() -> Problem.of(ProblemType.INVALID_BODY, List.of(JsonFault.of(exception))));
	}

	private static Problem response(ErrorResponse response) {
		ProblemType type = ProblemType.ofStatus(response.getStatusCode().value());
		return Problem.of(type).with(response.getHeaders());
	}

	private static Problem field(String name, String message) {
		return Problem.of(ProblemType.INVALID_PARAMETER, List.of(new FieldProblem(name, message)));
	}

	private static Problem fields(BindingResult result) {
		List<FieldProblem> errors = new ArrayList<>();
		result.getFieldErrors()
			.forEach((error) -> errors.add(new FieldProblem(error.getField(),
					error.isBindingFailure() ? "has a value that is not valid" : message(error.getDefaultMessage()))));
		result.getGlobalErrors()
			.forEach(
					(error) -> errors.add(new FieldProblem(error.getObjectName(), message(error.getDefaultMessage()))));
		return errors.isEmpty() ? Problem.of(ProblemType.INVALID_PARAMETER)
				: Problem.of(ProblemType.INVALID_PARAMETER, errors);
	}

	private static Problem parameters(HandlerMethodValidationException exception) {
		List<FieldProblem> errors = new ArrayList<>();
		exception.getParameterValidationResults().forEach((result) -> {
			String name = Objects.requireNonNullElse(result.getMethodParameter().getParameterName(), "parameter");
			result.getResolvableErrors()
				.forEach((error) -> errors.add(new FieldProblem(name, message(error.getDefaultMessage()))));
		});
		return errors.isEmpty() ? Problem.of(ProblemType.INVALID_PARAMETER)
				: Problem.of(ProblemType.INVALID_PARAMETER, errors);
	}

	private static Problem violations(ConstraintViolationException exception) {
		List<FieldProblem> errors = exception.getConstraintViolations()
			.stream()
			.map((violation) -> new FieldProblem(violation.getPropertyPath().toString(), violation.getMessage()))
			.toList();
		return errors.isEmpty() ? Problem.of(ProblemType.INVALID_PARAMETER)
				: Problem.of(ProblemType.INVALID_PARAMETER, errors);
	}

	private static String message(@Nullable String message) {
		return (message != null) ? message : "is not valid";
	}

}
