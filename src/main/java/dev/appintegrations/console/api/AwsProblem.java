package dev.appintegrations.console.api;

import org.jspecify.annotations.Nullable;

/**
 * What AWS said when it said no.
 *
 * @param service the IAM prefix of the service
 * @param operation the operation that was called
 * @param code AWS's error code
 * @param requestId AWS's request id, or {@code null} if it did not answer
 * @param action the IAM action that was denied, or {@code null}
 */
public record AwsProblem(String service, String operation, String code, @Nullable String requestId,
		@Nullable String action) {

}
