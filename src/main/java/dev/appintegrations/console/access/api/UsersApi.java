package dev.appintegrations.console.access.api;

import java.net.URI;

import dev.appintegrations.console.access.CurrentUser;
import dev.appintegrations.console.access.Users;
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

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Users, for admins.
 */
@RestController
@RequestMapping(path = UsersApi.PATH, produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Users")
class UsersApi {

	static final String PATH = "/api/v1/users";

	private final Users users;

	UsersApi(Users users) {
		this.users = users;
	}

	@GetMapping
	@Requires(Permission.MANAGE_USERS)
	@Operation(operationId = "listUsers", summary = "The users by name, also those who may not sign in")
	PageOf<UserJson> list(PageQuery page) {
		return PageOf.of(this.users.find(page.offset(), page.size()).stream().map(UserJson::of).toList(), page,
				this.users.count());
	}

	@GetMapping("/{name}")
	@Requires(Permission.MANAGE_USERS)
	@Operation(operationId = "getUser", summary = "One user")
	UserJson one(@PathVariable String name) {
		return this.users.find(name)
			.map(UserJson::of)
			.orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND,
					"There is no user of this name; " + PATH + " lists those there are."));
	}

	@PostMapping
	@Requires(Permission.MANAGE_USERS)
	@Operation(operationId = "createUser", summary = "Creates a user")
	@ApiResponse(responseCode = "201", description = "The user may sign in",
			headers = @Header(name = "Location", description = "The user", schema = @Schema(type = "string")))
	ResponseEntity<UserJson> create(@Parameter(hidden = true) CurrentUser actor, @RequestBody NewUserRequest request) {
		UserJson user = UserJson.of(this.users.create(actor, request.name(), request.role(), request.password()));
		return ResponseEntity.created(URI.create(user.href())).body(user);
	}

	@PatchMapping("/{name}")
	@Requires(Permission.MANAGE_USERS)
	@Operation(operationId = "changeUser", summary = "Changes a user",
			description = "Holds from the user's next request on. The last admin who can sign in stays: 409.")
	UserJson change(@Parameter(hidden = true) CurrentUser actor, @PathVariable String name,
			@RequestBody UserChangeRequest request) {
		return UserJson.of(this.users.change(actor, name, request.toChange()));
	}

}
