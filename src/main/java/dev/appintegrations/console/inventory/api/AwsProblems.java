package dev.appintegrations.console.inventory.api;

import java.time.Duration;
import java.util.List;

import dev.appintegrations.console.api.AwsProblem;
import dev.appintegrations.console.api.Problem;
import dev.appintegrations.console.api.ProblemSource;
import dev.appintegrations.console.api.ProblemType;
import dev.appintegrations.console.aws.AccountIdentity;
import dev.appintegrations.console.aws.AwsFailedException;
import dev.appintegrations.console.aws.AwsFailure;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * What AWS's refusals are to callers of this console: trouble behind it, never a lack of
 * the caller's own rights here.
 */
@Component
class AwsProblems implements ProblemSource {

	private static final Duration THROTTLED_RETRY = Duration.ofSeconds(5);

	@Override
	public @Nullable Problem explain(Throwable exception) {
		if (!(exception instanceof AwsFailedException failed)) {
			return null;
		}
		AwsFailure failure = failed.failure();
		AwsFailure.Call call = failure.call();
		ProblemType type = switch (failure) {
			case AwsFailure.NotFound notFound -> ProblemType.NOT_FOUND;
			case AwsFailure.Throttled throttled -> ProblemType.AWS_THROTTLED;
			case AwsFailure.Unreachable unreachable -> ProblemType.AWS_UNREACHABLE;
			case AwsFailure.TimedOut timedOut -> ProblemType.AWS_TIMED_OUT;
			case AwsFailure.Denied denied -> ProblemType.AWS_REFUSED;
			case AwsFailure.QuotaExceeded quota -> ProblemType.AWS_REFUSED;
			case AwsFailure.NotEnabled notEnabled -> ProblemType.AWS_REFUSED;
			case AwsFailure.CredentialsExpired expired -> ProblemType.AWS_REFUSED;
			case AwsFailure.Other other ->
				AccountIdentity.MISMATCH.equals(call.code()) ? ProblemType.ACCOUNT_MISMATCH : ProblemType.AWS_REFUSED;
		};
		String action = (failure instanceof AwsFailure.Denied denied) ? denied.action() : null;
		Problem problem = new Problem(type, failure.words(), List.of(),
				new AwsProblem(call.service(), call.operation(), call.code(), call.requestId(), action),
				new HttpHeaders());
		return (type == ProblemType.AWS_THROTTLED) ? problem.retryAfter(THROTTLED_RETRY) : problem;
	}

}
