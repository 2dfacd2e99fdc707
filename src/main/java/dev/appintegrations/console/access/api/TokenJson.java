package dev.appintegrations.console.access.api;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import dev.appintegrations.console.access.ApiToken;
import dev.appintegrations.console.kernel.Permission;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An API token, as programs see it.
 */
@Schema(name = "Token", description = "An API token of the caller, without its secret.")
record TokenJson(UUID id, @Schema(example = "deploy robot") String name,
		@Schema(description = "What it may do, as far as its user's role may.") List<Permission> permissions,
		Instant createdAt, Instant expiresAt,
		@Schema(description = "To a minute; null if never.") @Nullable Instant lastUsedAt, String href, String page) {

	static TokenJson of(ApiToken token) {
		return new TokenJson(token.id(), token.name(), List.copyOf(token.permissions()), token.createdAt(),
				token.expiresAt(), token.lastUsedAt(), TokensApi.PATH + "/" + token.id(), "/settings#tokens");
	}

}
