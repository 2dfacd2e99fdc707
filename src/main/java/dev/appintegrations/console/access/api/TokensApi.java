package dev.appintegrations.console.access.api;

import java.net.URI;
import java.util.List;
import java.util.UUID;

import dev.appintegrations.console.access.ApiToken;
import dev.appintegrations.console.access.ApiTokens;
import dev.appintegrations.console.access.CurrentUser;
import dev.appintegrations.console.api.PageOf;
import dev.appintegrations.console.api.PageQuery;
import dev.appintegrations.console.api.ProblemException;
import dev.appintegrations.console.api.ProblemType;
import dev.appintegrations.console.kernel.Permission;
import dev.appintegrations.console.kernel.Requires;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * The caller's own API tokens.
 */
@RestController
@RequestMapping(TokensApi.PATH)
@Tag(name = "Tokens")
class TokensApi {

	static final String PATH = "/api/v1/tokens";

	private final ApiTokens tokens;

	TokensApi(ApiTokens tokens) {
		this.tokens = tokens;
	}

	@GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
	@Requires(Permission.OWN_CREDENTIALS)
	@Operation(operationId = "listTokens", summary = "The caller's tokens by name, also those that are over")
	PageOf<TokenJson> list(@Parameter(hidden = true) CurrentUser user, PageQuery page) {
		List<ApiToken> all = this.tokens.of(user);
		return PageOf.of(all.stream().skip(page.offset()).limit(page.size()).map(TokenJson::of).toList(), page,
				all.size());
	}

	@GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
	@Requires(Permission.OWN_CREDENTIALS)
	@Operation(operationId = "getToken", summary = "One token of the caller")
	TokenJson one(@Parameter(hidden = true) CurrentUser user, @PathVariable UUID id) {
		return this.tokens.find(user, id)
			.map(TokenJson::of)
			.orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND,
					"You have no such token; " + PATH + " lists those you have."));
	}

	@PostMapping(produces = MediaType.APPLICATION_JSON_VALUE)
	@Requires(Permission.OWN_CREDENTIALS)
	@Operation(operationId = "createToken", summary = "Makes a token of the caller",
			description = "Its secret is in this answer and nowhere else. A token can't make tokens: 403.")
	@ApiResponse(responseCode = "201", description = "The token is good from now on",
			headers = @Header(name = "Location", description = "The token", schema = @Schema(type = "string")))
	ResponseEntity<NewTokenJson> create(@Parameter(hidden = true) CurrentUser user,
			@RequestBody NewTokenRequest request) {
		NewTokenJson token = NewTokenJson
			.of(this.tokens.issue(user, request.name(), request.permissionSet(), request.expiresAt()));
		return ResponseEntity.created(URI.create(token.href())).cacheControl(CacheControl.noStore()).body(token);
	}

	@DeleteMapping("/{id}")
	@Requires(Permission.OWN_CREDENTIALS)
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(operationId = "revokeToken", summary = "Revokes a token of the caller")
	@ApiResponse(responseCode = "204", description = "The token is void")
	void revoke(@Parameter(hidden = true) CurrentUser user, @PathVariable UUID id) {
		this.tokens.revoke(user, id);
	}

}
