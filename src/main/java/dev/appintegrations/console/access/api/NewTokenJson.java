package dev.appintegrations.console.access.api;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import dev.appintegrations.console.access.ApiTokens.Issued;
import dev.appintegrations.console.kernel.Permission;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A token that was just made, with its secret.
 */
@Schema(name = "NewToken", description = "A token that was just made, with its secret, which can't be had again.")
record NewTokenJson(@Schema(description = "To send as `Authorization: Bearer …`.", example = "aic_…") String token,
		UUID id, String name, List<Permission> permissions, Instant createdAt, Instant expiresAt,
		@Nullable Instant lastUsedAt, String href, String page) {

	static NewTokenJson of(Issued issued) {
		TokenJson token = TokenJson.of(issued.token());
		return new NewTokenJson(issued.secret(), token.id(), token.name(), token.permissions(), token.createdAt(),
				token.expiresAt(), token.lastUsedAt(), token.href(), token.page());
	}

}
