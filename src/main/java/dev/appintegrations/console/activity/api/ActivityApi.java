package dev.appintegrations.console.activity.api;

import java.util.UUID;

import dev.appintegrations.console.activity.ActivityFilter;
import dev.appintegrations.console.activity.ActivityHistory;
import dev.appintegrations.console.activity.ActivityQuery;
import dev.appintegrations.console.api.PageOf;
import dev.appintegrations.console.api.PageQuery;
import dev.appintegrations.console.api.ProblemException;
import dev.appintegrations.console.api.ProblemType;
import dev.appintegrations.console.kernel.Account;
import dev.appintegrations.console.kernel.Permission;
import dev.appintegrations.console.kernel.Requires;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springdoc.core.annotations.ParameterObject;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The audit trail.
 */
@RestController
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Activity")
class ActivityApi {

	static final String PATH = "/api/v1/activity";

	private final ActivityHistory history;

	ActivityApi(ActivityHistory history) {
		this.history = history;
	}

	@GetMapping("/api/v1/accounts/{account}/activity")
	@Requires(Permission.READ_ACTIVITY)
	@Operation(operationId = "listAccountActivity", summary = "What was done in an account, the newest first",
			description = "With what concerns every account: sign-ins, users and tokens; there, `account` is null.")
	PageOf<ActivityEntryJson> ofAccount(Account account, @ParameterObject ActivityFilter filter, PageQuery page) {
		return page(filter.toQuery(account.alias()), page);
	}

	@GetMapping(PATH)
	@Requires(Permission.READ_ACTIVITY)
	@Operation(operationId = "listActivity", summary = "What was done in all accounts, the newest first")
	PageOf<ActivityEntryJson> ofAll(@ParameterObject ActivityFilter filter, PageQuery page) {
		return page(filter.toQuery(null), page);
	}

	@GetMapping(PATH + "/{id}")
	@Requires(Permission.READ_ACTIVITY)
	@Operation(operationId = "getActivity", summary = "One entry")
	ActivityEntryJson one(@PathVariable UUID id) {
		return this.history.find(id)
			.map(ActivityEntryJson::of)
			.orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND,
					"There is no such entry; " + PATH + " lists those there are."));
	}

	private PageOf<ActivityEntryJson> page(ActivityQuery query, PageQuery page) {
		return PageOf.of(
				this.history.find(query, page.offset(), page.size()).stream().map(ActivityEntryJson::of).toList(), page,
				this.history.count(query));
	}

}
