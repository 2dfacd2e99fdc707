package dev.appintegrations.console.aws;

import org.jspecify.annotations.Nullable;

/**
 * Why a call to AWS did not answer what was asked, told apart by error code, never by
 * HTTP status.
 */
public sealed interface AwsFailure {

	/**
	 * The call that failed.
	 * @return service, operation, code and request id
	 */
	Call call();

	/**
	 * What AWS said, or what happened, in words.
	 * @return never empty
	 */
	String message();

	/**
	 * What the operator can do.
	 * @return a sentence or two
	 */
	String advice();

	/**
	 * The message, ended as AWS's own are or are not.
	 * @return a sentence with its full stop
	 */
	default String sentence() {
		return message().endsWith(".") ? message() : message() + ".";
	}

	/**
	 * What happened and what the operator can do.
	 * @return sentences
	 */
	default String words() {
		return sentence() + " " + advice();
	}

	/**
	 * A failed call.
	 *
	 * @param service the IAM prefix of the service, such as {@code app-integrations}
	 * @param operation such as {@code ListApplications}
	 * @param code AWS's error code, or the name of the case when AWS did not answer
	 * @param requestId AWS's request id, or {@code null} when AWS did not answer
	 */
	record Call(String service, String operation, String code, @Nullable String requestId) {

	}

	/**
	 * Who says no.
	 */
	enum DeniedBy {

		/** No identity policy allows it, or one denies it. */
		IDENTITY_POLICY,

		/** A service control policy of the organisation. */
		SERVICE_CONTROL_POLICY,

		/** A policy on the resource; widening IAM permissions does not help. */
		RESOURCE_POLICY,

		/** A permissions boundary or session policy. */
		BOUNDARY_OR_SESSION,

		/** AWS's wording does not tell. */
		UNKNOWN

	}

	/**
	 * AWS said no.
	 *
	 * @param action the denied IAM action, or {@code null} if the wording does not name
	 * it
	 * @param resource the resource it was denied on, or {@code null}
	 */
	record Denied(Call call, String message, String advice, DeniedBy deniedBy, @Nullable String action,
			@Nullable String resource) implements AwsFailure {

	}

	/** Still throttled after all retries. */
	record Throttled(Call call, String message, String advice) implements AwsFailure {

	}

	/** A quota is used up; AWS sends it with the status of throttling. */
	record QuotaExceeded(Call call, String message, String advice) implements AwsFailure {

	}

	/** It does not exist. */
	record NotFound(Call call, String message, String advice) implements AwsFailure {

	}

	/**
	 * The account has not enabled the region, and {@code account:ListRegions} says so.
	 */
	record NotEnabled(Call call, String message, String advice) implements AwsFailure {

	}

	/** The credentials have expired, or are not valid. */
	record CredentialsExpired(Call call, String message, String advice) implements AwsFailure {

	}

	/** No connection: DNS, refused, reset. */
	record Unreachable(Call call, String message, String advice) implements AwsFailure {

	}

	/** No answer in time. */
	record TimedOut(Call call, String message, String advice) implements AwsFailure {

	}

	/** Anything else. */
	record Other(Call call, String message, String advice) implements AwsFailure {

	}

}
