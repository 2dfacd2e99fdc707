package dev.appintegrations.console.aws;

import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.appintegrations.console.aws.AwsFailure.Call;
import dev.appintegrations.console.aws.AwsFailure.DeniedBy;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;

import org.springframework.stereotype.Component;

/**
 * Turns every exception of the SDK into one {@link AwsFailure}, by AWS's error code: the
 * status 429 alone may be throttling or a quota.
 */
@Component
class AwsFailures {

	private static final Set<String> THROTTLING = Set.of("ThrottlingException", "Throttling",
			"TooManyRequestsException", "RequestLimitExceeded", "ThrottledException", "RequestThrottled", "SlowDown");

	private static final Set<String> DENIED = Set.of("AccessDeniedException", "AccessDenied", "UnauthorizedException",
			"UnauthorizedOperation", "AuthorizationError");

	private static final Set<String> EXPIRED = Set.of("ExpiredTokenException", "ExpiredToken", "RequestExpired");

	/** Not enabled region, or a token that is not good there. */
	private static final Set<String> INVALID_TOKEN = Set.of("UnrecognizedClientException", "InvalidClientTokenId",
			"InvalidAccessKeyId");

	private static final Set<String> SIGNATURE = Set.of("SignatureDoesNotMatch", "InvalidSignatureException",
			"RequestTimeTooSkewed", "IncompleteSignatureException");

	private static final Pattern ACTION = Pattern
		.compile("not authorized to perform: ([a-z0-9-]+:[A-Za-z0-9*]+)(?: on resource: (\\S+?))?(?=[\\s.]|$)");

	private final AwsClients clients;

	AwsFailures(AwsClients clients) {
		this.clients = clients;
	}

	static boolean throttled(SdkException ex) {
		return ex instanceof AwsServiceException service && THROTTLING.contains(code(service));
	}

	AwsFailedException failed(AwsCalls.Target target, RuntimeException ex) {
		return new AwsFailedException(failure(target, ex), ex);
	}

	AwsFailedException interrupted(AwsCalls.Target target, InterruptedException ex) {
		return new AwsFailedException(new AwsFailure.TimedOut(call(target, "INTERRUPTED", null),
				"The console was stopped before AWS answered", "Scan again."), ex);
	}

	private AwsFailure failure(AwsCalls.Target target, RuntimeException ex) {
		return (ex instanceof AwsServiceException service && service.awsErrorDetails() != null)
				? answered(target, service) : unanswered(target, ex);
	}

	private AwsFailure answered(AwsCalls.Target target, AwsServiceException ex) {
		String code = code(ex);
		String text = ex.awsErrorDetails().errorMessage();
		String message = (text != null && !text.isBlank()) ? text : code + ", without a message";
		Call call = call(target, code, ex.requestId());
		if (DENIED.contains(code)) {
			return denied(target, call, message);
		}
		if (THROTTLING.contains(code)) {
			return new AwsFailure.Throttled(call, message,
					"AWS goes on refusing calls. Try again later, or ask who else calls this service.");
		}
		if (EXPIRED.contains(code)) {
			return expired(target, call, message);
		}
		if (INVALID_TOKEN.contains(code)) {
			return new AwsFailure.Other(call, message, "Either the account has not enabled " + target.region()
					+ ", or the credentials' token is not good there: tokens of the global STS endpoint are refused in opt-in regions, those of a regional one are not.");
		}
		if (SIGNATURE.contains(code)) {
			return new AwsFailure.Other(call, message,
					"Check this machine's clock and the secret access key: AWS accepts neither a clock that is five minutes wrong nor another key.");
		}
		return switch (code) {
			case "ResourceQuotaExceededException", "ServiceQuotaExceededException", "LimitExceededException" ->
				new AwsFailure.QuotaExceeded(call, message,
						"Raise the quota in Service Quotas, or delete what is not used.");
			case "ResourceNotFoundException", "NoSuchEntity" ->
				new AwsFailure.NotFound(call, message, "It was deleted since. Scan again to see what there is.");
			default -> new AwsFailure.Other(call, message, "Try again. If it stays, tell AWS Support the request id.");
		};
	}

	private static AwsFailure denied(AwsCalls.Target target, Call call, String message) {
		Matcher matcher = ACTION.matcher(message);
		String action = null;
		String resource = null;
		if (matcher.find()) {
			action = matcher.group(1);
			resource = matcher.group(2);
		}
		DeniedBy by = deniedBy(message, action);
		String wanted = (action != null) ? action : target.service() + ":" + target.operation();
		String advice = switch (by) {
			case SERVICE_CONTROL_POLICY ->
				"Denied by an organisation policy: only those who manage your organisation's service control policies can allow "
						+ wanted + " in " + target.region() + ".";
			case RESOURCE_POLICY ->
				"A policy of the resource itself denies " + wanted + ". Widening your own permissions does not help.";
			case BOUNDARY_OR_SESSION ->
				"The permissions boundary or session policy of the credentials does not allow " + wanted + ".";
			case IDENTITY_POLICY, UNKNOWN ->
				"Allow " + wanted + " in a policy of the credentials that this account uses.";
		};
		return new AwsFailure.Denied(call, message, advice, by, action, resource);
	}

	private static DeniedBy deniedBy(String message, @Nullable String action) {
		if (message.contains("service control policy")) {
			return DeniedBy.SERVICE_CONTROL_POLICY;
		}
		if (message.contains("resource-based policy")) {
			return DeniedBy.RESOURCE_POLICY;
		}
		if (message.contains("permissions boundary") || message.contains("session policy")) {
			return DeniedBy.BOUNDARY_OR_SESSION;
		}
		return (message.contains("identity-based policy") || action != null) ? DeniedBy.IDENTITY_POLICY
				: DeniedBy.UNKNOWN;
	}

	private AwsFailure expired(AwsCalls.Target target, Call call, String message) {
		return new AwsFailure.CredentialsExpired(call, message, signInAgain(target));
	}

	private String signInAgain(AwsCalls.Target target) {
		String profile = this.clients.profile(target.account());
		return (profile != null)
				? "Sign in again with: aws sso login --profile " + profile
						+ " (IAM Identity Center), or renew the profile's keys. Then scan again."
				: "Renew the credentials of the environment in which the console runs. Then scan again.";
	}

	private AwsFailure unanswered(AwsCalls.Target target, RuntimeException ex) {
		if (ex instanceof ApiCallTimeoutException || ex instanceof ApiCallAttemptTimeoutException
				|| cause(ex, SocketTimeoutException.class) instanceof SocketTimeoutException timeout
						&& !String.valueOf(timeout.getMessage()).contains("connect")) {
			return new AwsFailure.TimedOut(call(target, "TIMED_OUT", null),
					target.service() + " in " + target.region() + " did not answer in time",
					"Try again. If it stays, look at the AWS Health Dashboard and at the proxies in between.");
		}
		if (cause(ex, UnknownHostException.class) != null) {
			return new AwsFailure.Unreachable(call(target, "UNKNOWN_HOST", null),
					"The name of " + target.service() + " in " + target.region() + " could not be resolved",
					"Check DNS and the network of the machine on which the console runs.");
		}
		if (cause(ex, ConnectException.class) != null || cause(ex, java.io.IOException.class) != null
				&& cause(ex, tools.jackson.core.JacksonException.class) == null && !unreadable(ex)) {
			return new AwsFailure.Unreachable(call(target, "NO_CONNECTION", null),
					"No connection to " + target.service() + " in " + target.region() + ": " + innermost(ex),
					"Check the network, proxies and endpoint of the machine on which the console runs.");
		}
		String text = String.valueOf(ex.getMessage());
		if (text.contains("credentials") || text.contains("Token is expired") || text.contains("sso")) {
			return new AwsFailure.CredentialsExpired(call(target, "NO_CREDENTIALS", null),
					"There are no valid credentials for this account", signInAgain(target));
		}
		return new AwsFailure.Other(call(target, "UNREADABLE_ANSWER", null),
				"What came back was not an answer of " + target.service(),
				"Something between the console and AWS, such as a proxy, answered in its place or cut the answer short.");
	}

	private static boolean unreadable(Throwable ex) {
		for (Throwable each = ex; each != null; each = each.getCause()) {
			String name = each.getClass().getSimpleName();
			if (name.contains("Json") || name.contains("Stream") && name.contains("Constraints")) {
				return true;
			}
		}
		return false;
	}

	private static <T extends Throwable> @Nullable T cause(Throwable ex, Class<T> type) {
		for (Throwable each = ex; each != null; each = each.getCause()) {
			if (type.isInstance(each)) {
				return type.cast(each);
			}
		}
		return null;
	}

	private static String innermost(Throwable ex) {
		Throwable inner = ex;
		while (inner.getCause() != null) {
			inner = inner.getCause();
		}
		return (inner.getMessage() != null) ? inner.getMessage() : inner.getClass().getSimpleName();
	}

	private static String code(AwsServiceException ex) {
		String code = (ex.awsErrorDetails() != null) ? ex.awsErrorDetails().errorCode() : null;
		return (code != null && !code.isBlank()) ? code : "HTTP_" + ex.statusCode();
	}

	private static Call call(AwsCalls.Target target, String code, @Nullable String requestId) {
		return new Call(target.service(), target.operation(), code, requestId);
	}

}
