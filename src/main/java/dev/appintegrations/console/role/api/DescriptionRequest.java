package dev.appintegrations.console.role.api;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A change of the role's description.
 */
@Schema(name = "RoleDescription", description = "The only thing of a service-linked role that can be edited.")
record DescriptionRequest(
		@Schema(description = "At most 1,000 characters of Latin-1.",
				example = "Owned by the contact centre team") @Nullable String description,
		@Schema(description = "The description that you saw; another one now is a conflict. Without it, what IAM shows just before.") @Nullable String expected) {

}
