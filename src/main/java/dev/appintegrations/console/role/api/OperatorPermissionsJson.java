package dev.appintegrations.console.role.api;

import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Operator permissions, as programs see them.
 */
@Schema(name = "OperatorPermissions", description = "What the console's credentials need at AWS.")
record OperatorPermissionsJson(
		@Schema(description = "Null if it is not known yet; ARNs then have * in its place.") @Nullable String accountId,
		@Schema(description = "The least policies for all these tasks together; several where IAM takes no longer one.") List<OperatorPolicyJson> policies,
		List<OperatorTaskJson> items, String href, String page) {

}
