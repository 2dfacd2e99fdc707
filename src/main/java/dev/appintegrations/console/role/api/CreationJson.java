package dev.appintegrations.console.role.api;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What came of creating the role, as programs see it.
 */
@Schema(name = "RoleCreation", description = "What came of creating the role.")
record CreationJson(@Schema(description = "False if it was there already.") boolean created, String arn,
		@Schema(description = "IAM's request id, if it was asked.") @Nullable String requestId, String href,
		String page) {

}
