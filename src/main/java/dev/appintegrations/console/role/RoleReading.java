package dev.appintegrations.console.role;

import java.time.Instant;
import java.util.List;

import dev.appintegrations.console.aws.AwsFailure;
import org.jspecify.annotations.Nullable;

/**
 * What IAM said of the role.
 *
 * @param state whether it exists
 * @param role the role if it is present, otherwise {@code null}
 * @param failures calls that failed; the first one is why the state is unknown, if it is
 * @param at when IAM was asked
 */
public record RoleReading(RoleState state, @Nullable ServiceLinkedRole role, List<AwsFailure> failures, Instant at) {

	public RoleReading {
		failures = List.copyOf(failures);
	}

}
