package dev.appintegrations.console.activity.web;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import dev.appintegrations.console.activity.ActivityFilter;
import dev.appintegrations.console.activity.ActivityHistory;
import dev.appintegrations.console.activity.ActivityQuery;
import dev.appintegrations.console.activity.Outcome;
import dev.appintegrations.console.api.PageInfo;
import dev.appintegrations.console.api.PageQuery;
import dev.appintegrations.console.api.ProblemException;
import dev.appintegrations.console.api.ProblemType;
import dev.appintegrations.console.kernel.Account;
import dev.appintegrations.console.kernel.AccountAlias;
import dev.appintegrations.console.kernel.Accounts;
import dev.appintegrations.console.kernel.Permission;
import dev.appintegrations.console.kernel.Requires;
import dev.appintegrations.console.web.NavigationEntry;
import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriUtils;

/**
 * Shows the audit trail and its entries.
 */
@Controller
class ActivityController {

	private final ActivityHistory history;

	private final Accounts accounts;

	private final Clock clock;

	ActivityController(ActivityHistory history, Accounts accounts, Clock clock) {
		this.history = history;
		this.accounts = accounts;
		this.clock = clock;
	}

	@GetMapping("/activity")
	@Requires(Permission.READ_ACTIVITY)
	String list(ActivityFilter filter, @RequestParam(required = false) @Nullable String account, PageQuery page,
			Model model) {
		AccountAlias chosen = alias(account);
		ActivityQuery query = filter.toQuery(chosen);
		Instant now = this.clock.instant();
		model.addAttribute("filter", filter);
		model.addAttribute("filtered", filter.filters() || chosen != null);
		model.addAttribute("account", (chosen != null) ? chosen.value() : "");
		model.addAttribute("accounts", this.accounts.all());
		model.addAttribute("outcomes", Outcome.values());
		model.addAttribute("operations",
				this.history.operations()
					.stream()
					.collect(Collectors.toMap((name) -> name, ActivityView::words, (a, b) -> a, LinkedHashMap::new)));
		model.addAttribute("page", PageInfo.of(page, this.history.count(query)));
		model.addAttribute("path", path(filter, chosen) + "size=" + page.size() + "&page=");
		model.addAttribute("entries",
				this.history.find(query, page.offset(), page.size())
					.stream()
					.map((entry) -> ActivityView.of(entry, now))
					.toList());
		return "activity";
	}

	@GetMapping("/accounts/{account}/activity")
	@Requires(Permission.READ_ACTIVITY)
	String ofAccount(Account account) {
		return "redirect:/activity?account=" + account.alias();
	}

	@GetMapping("/activity/{id}")
	@Requires(Permission.READ_ACTIVITY)
	String one(@PathVariable String id, Model model) {
		model.addAttribute("entry",
				this.history.find(uuid(id))
					.map((entry) -> ActivityView.of(entry, this.clock.instant()))
					.orElseThrow(ActivityController::noEntry));
		return "activity-entry";
	}

	private @Nullable AccountAlias alias(@Nullable String account) {
		if (account == null || account.isBlank()) {
			return null;
		}
		return this.accounts.all()
			.stream()
			.map(Account::alias)
			.filter((alias) -> alias.value().equals(account))
			.findFirst()
			.orElseThrow(() -> ProblemException.invalidParameter("account", "must be the alias of an account"));
	}

	private static UUID uuid(String id) {
		try {
			return UUID.fromString(id);
		}
		catch (IllegalArgumentException ex) {
			throw noEntry();
		}
	}

	private static ProblemException noEntry() {
		return new ProblemException(ProblemType.NOT_FOUND, "The audit trail has no such entry.");
	}

	/** The address of this list, to which a page's number can be added. */
	private static String path(ActivityFilter filter, @Nullable AccountAlias account) {
		Map<String, @Nullable String> parameters = new LinkedHashMap<>();
		parameters.put("actor", filter.actor());
		parameters.put("operation", filter.operation());
		parameters.put("target", filter.target());
		parameters.put("outcome", filter.outcome());
		parameters.put("account", (account != null) ? account.value() : null);
		parameters.put("from", filter.from());
		parameters.put("to", filter.to());
		StringBuilder path = new StringBuilder("/activity?");
		parameters.forEach((name, value) -> {
			if (value != null && !value.isBlank()) {
				path.append(name).append('=').append(UriUtils.encode(value, StandardCharsets.UTF_8)).append('&');
			}
		});
		return path.toString();
	}

	/**
	 * What the audit trail adds to the navigation.
	 */
	@Configuration(proxyBeanMethods = false)
	static class Navigation {

		@Bean
		NavigationEntry activityEntry() {
			return new NavigationEntry("activity", "Activity", "/activity", false, 700, Permission.READ_ACTIVITY);
		}

	}

}
